import { randomBytes } from 'node:crypto';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { Memberships } from '../projects/index.js';
import { Passwords } from './passwords.js';
import { UsersRepository, type Account } from './users.repository.js';

/**
 * Sees to it that somebody can sign in. AUTH_CREDENTIALS is the truth for its login's password at every start, so that a
 * forgotten one is mended by a restart; role, scopes and whether the user is disabled stay as people left them. Any
 * number of processes may do this at once.
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
    private readonly audit: AuditLog,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!this.config.servesApi) return;
    const given = this.config.AUTH_CREDENTIALS;
    if (given) {
      const account = await this.users.account(given.login);
      if (account) await this.keepPassword(account, given.password);
      else await this.make(given.login, given.password);
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

  private async keepPassword(account: Account, password: string): Promise<void> {
    if (await this.passwords.fits(account.password_hash, password)) return;
    const password_hash = await this.passwords.hash(password);
    await this.database.transaction(async (tx) => {
      await this.users.change(tx, account.id, { password_hash });
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
  }
}
