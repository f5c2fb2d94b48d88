import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { AppError } from '../common/app-error.js';
import { Database, type Tx } from '../database/index.js';
import { validationFailed, type Principal, type Role } from '../http/index.js';
import { Memberships } from '../projects/index.js';
import { NewPasswords } from './own-password/new-passwords.js';
import { UsersRepository } from './users.repository.js';
import { VisibleUsersRepository, type VisibleUser } from './visible-users.repository.js';

export interface NewUser {
  username: string;
  password: string;
  role: Role;
  account_scope_ids?: string[];
}

export interface UserChange {
  role?: Role;
  password?: string;
  disabled?: boolean;
  account_scope_ids?: string[];
}

/**
 * People, as admins manage them. An admin sees and changes those who share an account scope with them or have none, and
 * grants only scopes that they hold.
 */
@Injectable()
export class Users {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly visible: VisibleUsersRepository,
    private readonly memberships: Memberships,
    private readonly passwords: NewPasswords,
    private readonly audit: AuditLog,
  ) {}

  /** A page of users by login. */
  async page(admin: Principal, limit: number, after: string | null): Promise<VisibleUser[]> {
    return this.visible.page(this.database, await this.memberships.scopeIdsOf(this.database, admin.id), limit, after);
  }

  /** @throws AppError `conflict` for a login in use, `validation_failed` for a scope that the admin does not hold. */
  async create(admin: Principal, wanted: NewUser): Promise<VisibleUser> {
    const password_hash = await this.passwords.hash(wanted.password, wanted, 'password');
    return this.database.transaction(async (tx) => {
      const held = await this.memberships.scopeIdsOf(tx, admin.id);
      const scopeIds = wanted.account_scope_ids ?? (held.length === 1 ? held : []);
      assertHeld(scopeIds, held);
      const id = await this.users.insert(tx, { username: wanted.username, password_hash, role: wanted.role });
      if (id === null) throw new AppError('conflict', `The username ${wanted.username.toLowerCase()} is in use`);
      await this.memberships.grant(tx, id, scopeIds);
      const { user } = await this.find(tx, held, id);
      await this.record(tx, 'user.create', held, null, user, {});
      return user;
    });
  }

  /**
   * Changes what is given; a new password, role or state ends the user's sessions.
   * @throws AppError `not_found` for a user the admin may not see, `forbidden` for one who is also elsewhere, `conflict`
   * for the last enabled admin, `validation_failed` for a scope that the admin does not hold.
   */
  async change(admin: Principal, id: string, wanted: UserChange): Promise<VisibleUser> {
    const password_hash =
      wanted.password === undefined ? undefined : await this.passwords.hash(wanted.password, { id }, 'password');
    return this.database.transaction(async (tx) => {
      const admins = await this.users.lockWithAdmins(tx, id);
      const held = await this.memberships.scopeIdsOf(tx, admin.id);
      const { user: before, elsewhere } = await this.find(tx, held, id);
      const account = changedAccount(before, wanted, password_hash);
      if (account) {
        // Else an admin of one scope could set the password of somebody who reaches another, and walk in as them.
        if (elsewhere) {
          throw new AppError(
            'forbidden',
            'The user also belongs to account scopes that you do not; only their account scopes can be changed here',
          );
        }
        const staysAdmin = (wanted.role ?? before.role) === 'admin' && !(wanted.disabled ?? before.disabled);
        if (!staysAdmin && admins.includes(id) && admins.length === 1) {
          throw new AppError('conflict', 'This is the last enabled admin; make another one first');
        }
        await this.users.change(tx, id, account);
      }
      if (wanted.account_scope_ids) await this.setScopes(tx, id, held, wanted.account_scope_ids);
      // Out of the last shared scope and still in another one, the user is out of the admin's sight.
      const after = (await this.visible.find(tx, held, id))?.user ?? { ...before, account_scope_ids: [] };
      const notable = password_hash === undefined ? {} : { password_changed: true };
      await this.record(tx, 'user.update', held, before, after, notable);
      return after;
    });
  }

  private async setScopes(tx: Tx, id: string, held: string[], wanted: string[]): Promise<void> {
    assertHeld(wanted, held);
    await this.memberships.revoke(
      tx,
      id,
      held.filter((scopeId) => !wanted.includes(scopeId)),
    );
    await this.memberships.grant(tx, id, wanted);
  }

  private async find(tx: Tx, held: string[], id: string) {
    const found = await this.visible.find(tx, held, id);
    if (!found) throw new AppError('not_found', `There is no user ${id} among those that you may see`);
    return found;
  }

  /** One row for each scope concerned, naming only that scope: its admins need not hold the others. */
  private async record(
    tx: Tx,
    action: string,
    held: string[],
    before: VisibleUser | null,
    after: VisibleUser,
    notable: object,
  ): Promise<void> {
    const concerned = new Set([...(before?.account_scope_ids ?? []), ...after.account_scope_ids]);
    const readers = concerned.size > 0 ? [...concerned] : held.slice(0, 1);
    for (const scopeId of readers) {
      const fields = (user: VisibleUser) => ({
        username: user.username,
        role: user.role,
        disabled: user.disabled,
        account_scope_ids: user.account_scope_ids.filter((other) => other === scopeId),
      });
      await this.audit.record(tx, {
        action,
        entity_type: 'user',
        entity_id: after.id,
        project_id: null,
        account_scope_id: scopeId,
        before: before && fields(before),
        after: { ...fields(after), ...notable },
      });
    }
  }
}

/** The part of a change that ends sessions; null when nothing of it differs. */
function changedAccount(before: VisibleUser, wanted: UserChange, password_hash: string | undefined) {
  const account = {
    ...(password_hash === undefined ? {} : { password_hash }),
    ...(wanted.role === undefined || wanted.role === before.role ? {} : { role: wanted.role }),
    ...(wanted.disabled === undefined || wanted.disabled === before.disabled ? {} : { disabled: wanted.disabled }),
  };
  return Object.keys(account).length > 0 ? account : null;
}

/** Unknown scopes and those of others get the same answer: which of the two it is stays undisclosed. */
function assertHeld(wanted: string[], held: string[]): void {
  if (wanted.every((id) => held.includes(id))) return;
  throw validationFailed([{ path: 'account_scope_ids', problem: 'must name account scopes that you belong to' }]);
}
