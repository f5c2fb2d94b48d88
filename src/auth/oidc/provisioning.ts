import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { sha256 } from '../../common/stable-hash.js';
import { Config } from '../../config/index.js';
import { Database, type Tx } from '../../database/index.js';
import { roleIn, type Membership } from '../../http/index.js';
import { Memberships } from '../../projects/index.js';
import { Passwords } from '../passwords.js';
import type { ProviderIdentity } from '../sign-in-records.js';
import { UserRecords } from '../user-records.js';
import { UsersRepository } from '../users.repository.js';
import { loginsOf, rolesOf, type Claims } from './domain/claims.js';
import { IdentitiesRepository, type IdentifiedAccount } from './identities.repository.js';

/** What the rules give: a role in each scope, and all scopes that they speak of. */
interface Given {
  memberships: Membership[];
  spokenOf: string[];
}

/**
 * Makes users of people whom OIDC_ROLES gives a role, and brings those that it made to what the provider says at each
 * of their sign-ins. Users whom admins made and linked stay as admins left them.
 */
@Injectable()
export class Provisioning {
  private readonly log = new Logger('sign-in');

  constructor(
    private readonly config: Config,
    private readonly database: Database,
    private readonly identities: IdentitiesRepository,
    private readonly users: UsersRepository,
    private readonly memberships: Memberships,
    private readonly passwords: Passwords,
    private readonly records: UserRecords,
  ) {}

  /** The user of these claims, as the rules have them now; null where they give no role. */
  async bring(identity: ProviderIdentity, claims: Claims): Promise<IdentifiedAccount | null> {
    const password_hash = await this.passwords.hash(randomBytes(32).toString('base64url'));
    return this.database.transaction(async (tx) => {
      await this.identities.lock(tx, identity);
      const given = await this.given(tx, claims);
      const found = await this.identities.account(identity, tx);
      if (!found) {
        if (given.memberships.length === 0) return null;
        await this.make(tx, identity, claims, given.memberships, password_hash);
      } else if (!(await this.change(tx, found, given))) return null;
      return this.identities.account(identity, tx);
    });
  }

  private async given(tx: Tx, claims: Claims): Promise<Given> {
    const rules = this.config.OIDC_ROLES ?? [];
    const keys = [...new Set(rules.map((rule) => rule.scope_key))];
    const scopes = await this.identities.lockScopes(tx, keys);
    const missing = keys.filter((key) => !scopes.some((scope) => scope.key === key));
    if (missing.length > 0) this.log.warn(`OIDC_ROLES names account scopes that there are not: ${missing.join(', ')}`);
    const roles = rolesOf(claims, this.config.OIDC_ROLES_CLAIM, rules);
    return {
      memberships: scopes.flatMap(({ id, key }) => {
        const role = roles.get(key);
        return role ? [{ account_scope_id: id, role }] : [];
      }),
      spokenOf: scopes.map(({ id }) => id),
    };
  }

  private async make(tx: Tx, identity: ProviderIdentity, claims: Claims, memberships: Membership[], hash: string) {
    const logins = loginsOf(claims, this.config.OIDC_USERNAME_CLAIM, sha256(`${identity.issuer} ${identity.subject}`));
    for (const username of logins) {
      // A login in use is somebody else's, also where the provider calls this person the same.
      const id = await this.users.insert(tx, { username, password_hash: hash });
      if (id === null) continue;
      await this.identities.keepPassword(tx, id);
      await this.memberships.grant(tx, id, memberships);
      await this.identities.insert(tx, id, identity, true);
      await this.records.created(tx, { id, username, disabled: false, memberships });
      return;
    }
    throw new Error(`no login is free for a new user: ${logins.join(', ')}`);
  }

  /** Whether the user may still sign in. Who has lost the last role loses what they are signed in with, too. */
  private async change(tx: Tx, user: IdentifiedAccount, { memberships, spokenOf }: Given): Promise<boolean> {
    await this.memberships.lockScopesOf(tx, user.id);
    const elsewhere = user.memberships.filter(({ account_scope_id }) => !spokenOf.includes(account_scope_id));
    if (memberships.length + elsewhere.length === 0) {
      await this.users.change(tx, user.id, {});
      await this.identities.revokeTokens(tx, user.id);
      return false;
    }
    const wanted = await this.withLastAdmins(tx, user, memberships);
    const after = [...elsewhere, ...wanted];
    await this.memberships.grant(tx, user.id, wanted);
    const gone = spokenOf.filter((scopeId) => roleIn(after, scopeId) === null);
    await this.memberships.revoke(tx, user.id, gone);
    const recorded = { id: user.id, username: user.username, disabled: user.disabled_at !== null };
    const before = { ...recorded, memberships: user.memberships };
    await this.records.changed(tx, before, { ...recorded, memberships: after }, false);
    return true;
  }

  /** A scope keeps its last admin also against the provider: else only an operator could bring one back. */
  private async withLastAdmins(tx: Tx, user: IdentifiedAccount, wanted: Membership[]): Promise<Membership[]> {
    if (user.disabled_at !== null) return wanted;
    const loses = user.memberships.filter(
      ({ account_scope_id, role }) => role === 'admin' && roleIn(wanted, account_scope_id) !== 'admin',
    );
    const ids = loses.map(({ account_scope_id }) => account_scope_id);
    const kept = ids.length === 0 ? [] : await this.users.onlyAdminIn(tx, user.id, ids);
    for (const scopeId of kept)
      this.log.warn(`${user.id} is the last admin of the account scope ${scopeId}, and stays one`);
    return [
      ...wanted.filter(({ account_scope_id }) => !kept.includes(account_scope_id)),
      ...kept.map((account_scope_id) => ({ account_scope_id, role: 'admin' as const })),
    ];
  }
}
