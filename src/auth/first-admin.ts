import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Memberships } from '../projects/index.js';
import { NewPasswords } from './own-password/new-passwords.js';
import { OwnPasswordsRepository } from './own-password/own-passwords.repository.js';
import { Passwords } from './passwords.js';
import { UsersRepository, type Account } from './users.repository.js';

/**
 * Sees to it that somebody can sign in. A new value of AUTH_CREDENTIALS sets its login's password, so that a forgotten
 * one is mended by another value and a restart; the value that was applied last does nothing, and so leaves a password
 * that was changed since. Role, scopes and whether the user is disabled stay as people left them. Any number of
 * processes may do this at once.
 */
@Injectable()
export class FirstAdmin implements OnApplicationBootstrap {
  private readonly log = new Logger('first-admin');

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly users: UsersRepository,
    private readonly memberships: Memberships,
    private readonly passwords: Passwords,
    private readonly newPasswords: NewPasswords,
    private readonly ownPasswords: OwnPasswordsRepository,
    private readonly audit: AuditLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.servesApi) return;
    const given = this.config.AUTH_CREDENTIALS;
    if (given) {
      const account = await this.users.account(given.login);
      const isNew = account ? await this.apply(account, given.password) : await this.make(given.login, given.password);
      if (isNew) await this.warn(given);
    } else if (!this.config.production && !(await this.users.any())) {
      const password = randomBytes(12).toString('base64url');
      // Printed, not logged: logs are kept and shipped.
      if (await this.make('admin', password)) process.stdout.write(`login: admin  password: ${password}\n`);
    }
  }

  /** Whether this process was the one that made the user. */
  private async make(username: string, password: string): Promise<boolean> {
    const password_hash = await this.passwords.hash(password);
    return this.database.transaction(async (tx) => {
      const id = await this.users.insert(tx, { username, password_hash });
      if (id === null) return false;
      await this.ownPasswords.noteEnvironment(tx, id, password_hash);
      const scopeId = await this.memberships.ensureDefault(tx);
      await this.memberships.grant(tx, id, [{ account_scope_id: scopeId, role: 'admin' }]);
      await this.audit.record(tx, {
        action: 'user.create',
        entity_type: 'user',
        entity_id: id,
        account_scope_id: scopeId,
        after: { username: username.toLowerCase(), role: 'admin', account_scope_ids: [scopeId] },
      });
      return true;
    });
  }

  /** Whether the password is another one than was applied last, and now the user's. */
  private async apply(account: Account, password: string): Promise<boolean> {
    const applied = await this.ownPasswords.environmentHashOf(account.id);
    if (await this.passwords.fits(applied ?? account.password_hash, password)) {
      if (applied === null)
        await this.database.transaction((tx) =>
          this.ownPasswords.noteEnvironment(tx, account.id, account.password_hash),
        );
      return false;
    }
    const password_hash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      await this.users.change(tx, account.id, { password_hash });
      await this.ownPasswords.noteEnvironment(tx, account.id, password_hash);
      for (const account_scope_id of await this.memberships.scopeIdsOf(tx, account.id)) {
        await this.audit.record(tx, {
          action: 'user.update',
          entity_type: 'user',
          entity_id: account.id,
          account_scope_id,
          after: { password_changed: true, reason: 'AUTH_CREDENTIALS' },
        });
      }
    });
    this.log.log(`The password of ${account.username} was set to the one in AUTH_CREDENTIALS`);
    return true;
  }

  /** Refusing it would keep the server from starting; the operator alone can choose another one. */
  private async warn({ login, password }: { login: string; password: string }): Promise<void> {
    const problem = await this.newPasswords.problem(password, { username: login });
    if (problem !== null) this.log.warn(`The password in AUTH_CREDENTIALS ${problem}`);
  }
}
