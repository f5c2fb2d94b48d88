import { Injectable } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { Database, type Tx } from '../database/index.js';
import { roleIn, scopesWith, validationFailed, type Membership, type Principal, type Role } from '../http/index.js';
import { Memberships } from '../projects/index.js';
import { wantedMemberships, type WantedRoles } from './domain/wanted-memberships.js';
import { NewPasswords } from './own-password/new-passwords.js';
import { UserRecords } from './user-records.js';
import { UsersRepository } from './users.repository.js';
import { VisibleUsersRepository, type VisibleUser } from './visible-users.repository.js';

export interface NewUser {
  username: string;
  password: string;
  role: Role;
  account_scope_ids?: string[];
}

export interface UserChange extends WantedRoles {
  password?: string;
  disabled?: boolean;
}

/**
 * People, as admins manage them. An admin sees and changes those who belong to the account scopes that the admin
 * administers, and gives and takes roles in these scopes only. What reaches further, a password or being disabled, is
 * changed only where the admin administers all scopes of the user.
 */
@Injectable()
export class Users {
  constructor(
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly visible: VisibleUsersRepository,
    private readonly memberships: Memberships,
    private readonly passwords: NewPasswords,
    private readonly records: UserRecords,
  ) {}

  /** A page of users by login. */
  async page(admin: Principal, limit: number, after: string | null): Promise<VisibleUser[]> {
    return this.visible.page(this.database, scopesWith(admin.memberships, 'admin'), limit, after);
  }

  /**
   * @throws AppError `conflict` for a login in use, in the same words for any owner; `validation_failed` for a scope
   * that the admin does not administer, or for none where it is not clear which is meant.
   */
  async create(admin: Principal, wanted: NewUser): Promise<VisibleUser> {
    const password_hash = await this.passwords.hash(wanted.password, wanted, 'password');
    return this.database.transaction(async (tx) => {
      const held = await this.memberships.lockAdministered(tx, admin.id);
      const scopeIds = wanted.account_scope_ids ?? onlyOne(held);
      assertHeld('account_scope_ids', scopeIds, held);
      const id = await this.users.insert(tx, { username: wanted.username, password_hash });
      if (id === null) throw new AppError('conflict', `The username ${wanted.username.toLowerCase()} is in use`);
      const memberships = scopeIds.map((account_scope_id) => ({ account_scope_id, role: wanted.role }));
      await this.memberships.grant(tx, id, memberships);
      const { user } = await this.find(tx, held, id);
      await this.records.created(tx, user);
      return user;
    });
  }

  /**
   * Changes what is given; a new password, role or state ends the user's sessions.
   * @throws AppError `not_found` for a user the admin may not see, `forbidden` for a password or state that reaches
   * other scopes, `conflict` for a scope's last enabled admin and for a user's last scope, `validation_failed` for a
   * scope that the admin does not administer.
   */
  async change(admin: Principal, id: string, wanted: UserChange): Promise<VisibleUser> {
    assertOneWay(wanted);
    const password_hash = wanted.password === undefined ? undefined : await this.hashFor(admin, id, wanted.password);
    return this.database.transaction(async (tx) => {
      const held = await this.memberships.lockAdministered(tx, admin.id);
      await this.memberships.lockScopesOf(tx, id);
      const { user: before, elsewhere } = await this.find(tx, held, id);
      const account = changedAccount(before, wanted, password_hash);
      // Else an admin of one scope could set the password of somebody who reaches another, and walk in as them.
      if (account && elsewhere) throw reachesFurther();
      const memberships = wantedMemberships(before.memberships, before.role, wanted);
      assertHeld(wanted.memberships ? 'memberships' : 'account_scope_ids', scopeIdsOf(memberships), held);
      if (memberships.length === 0 && !elsewhere) throw lastScope();
      await this.assertAdminsStay(tx, before, memberships, wanted.disabled ?? before.disabled);
      await this.setMemberships(tx, id, held, memberships);
      // A user of other scopes stays signed in there: their new role applies from the next request on all the same.
      const signsOut = account !== null || (!elsewhere && hasOtherRole(before.memberships, memberships));
      if (signsOut) await this.users.change(tx, id, account ?? {});
      // Out of the last shared scope and still in another one, the user is out of the admin's sight.
      const found = (await this.visible.find(tx, held, id))?.user;
      const after = found ?? { ...before, account_scope_ids: [], memberships: [] };
      await this.records.changed(tx, before, after, password_hash !== undefined);
      return after;
    });
  }

  /**
   * The hash of a password for the user. Whether the admin may set it is looked up first: a password is judged by the
   * names of all scopes of the user, and the problem would tell of scopes that are not the admin's.
   * @throws AppError like `change`
   */
  private async hashFor(admin: Principal, id: string, password: string): Promise<string> {
    const found = await this.visible.find(this.database, scopesWith(admin.memberships, 'admin'), id);
    if (!found) throw noSuchUser(id);
    if (found.elsewhere) throw reachesFurther();
    return this.passwords.hash(password, { id }, 'password');
  }

  private async assertAdminsStay(tx: Tx, before: VisibleUser, after: readonly Membership[], disabled: boolean) {
    const stay = disabled ? [] : scopesWith(after, 'admin');
    const left = scopesWith(before.memberships, 'admin').filter((scopeId) => !stay.includes(scopeId));
    if (before.disabled || left.length === 0) return;
    const [scopeId] = await this.users.onlyAdminIn(tx, before.id, left);
    if (scopeId === undefined) return;
    throw new AppError(
      'conflict',
      `This is the last enabled admin of the account scope ${scopeId}; make another one first`,
    );
  }

  private async setMemberships(tx: Tx, id: string, held: string[], wanted: readonly Membership[]): Promise<void> {
    const kept = scopeIdsOf(wanted);
    await this.memberships.grant(tx, id, wanted);
    await this.memberships.revoke(
      tx,
      id,
      held.filter((scopeId) => !kept.includes(scopeId)),
    );
  }

  private async find(tx: Tx, held: string[], id: string) {
    const found = await this.visible.find(tx, held, id);
    if (!found) throw noSuchUser(id);
    return found;
  }
}

const scopeIdsOf = (memberships: readonly Membership[]) => memberships.map((one) => one.account_scope_id);

/** Whether the role differs in a scope that the user has both before and after. */
const hasOtherRole = (before: readonly Membership[], after: readonly Membership[]) =>
  before.some(({ account_scope_id, role }) => (roleIn(after, account_scope_id) ?? role) !== role);

/** The part of a change that reaches all scopes of the account; null when nothing of it differs. */
function changedAccount(before: VisibleUser, wanted: UserChange, password_hash: string | undefined) {
  const account = {
    ...(password_hash === undefined ? {} : { password_hash }),
    ...(wanted.disabled === undefined || wanted.disabled === before.disabled ? {} : { disabled: wanted.disabled }),
  };
  return Object.keys(account).length > 0 ? account : null;
}

function assertOneWay({ memberships, role, account_scope_ids }: WantedRoles): void {
  if (memberships === undefined || (role === undefined && account_scope_ids === undefined)) return;
  throw validationFailed([
    { path: 'memberships', problem: 'says roles and scopes by itself; leave out role and account_scope_ids' },
  ]);
}

function onlyOne(held: string[]): string[] {
  if (held.length === 1) return held;
  throw validationFailed([
    { path: 'account_scope_ids', problem: `must name one of your account scopes at least: ${held.join(', ')}` },
  ]);
}

/** Unknown scopes and those of others get the same answer: which of the two it is stays undisclosed. */
function assertHeld(path: string, wanted: string[], held: string[]): void {
  if (wanted.every((id) => held.includes(id))) return;
  throw validationFailed([{ path, problem: 'must name account scopes that you administer' }]);
}

const noSuchUser = (id: string) => new AppError('not_found', `There is no user ${id} among those that you may see`);

const reachesFurther = () =>
  new AppError(
    'forbidden',
    'The user also belongs to account scopes that you do not administer; only their roles in yours can be changed here',
  );

const lastScope = () =>
  new AppError(
    'conflict',
    'The user belongs to no other account scope; to keep them out, send "disabled": true instead',
  );
