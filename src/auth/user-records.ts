import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Tx } from '../database/index.js';
import { roleIn } from '../http/index.js';
import { changedScopes } from './domain/wanted-memberships.js';
import type { VisibleUser } from './visible-users.repository.js';

type Recorded = Pick<VisibleUser, 'id' | 'username' | 'disabled' | 'memberships'>;

/**
 * What is kept of changes to users. There is one row for each account scope that is concerned, and it names only that
 * scope: its admins read it, and they need not know of the others.
 */
@Injectable()
export class UserRecords {
  constructor(private readonly audit: AuditLog) {}

  async created(tx: Tx, user: Recorded): Promise<void> {
    for (const { account_scope_id } of user.memberships) await this.record(tx, account_scope_id, 'create', null, user);
  }

  /** In every scope of the user where the account itself has changed, else in those where the role has. */
  async changed(tx: Tx, before: Recorded, after: Recorded, passwordChanged: boolean): Promise<void> {
    const everywhere = passwordChanged || before.disabled !== after.disabled;
    const differing = changedScopes(before.memberships, after.memberships);
    const scopeIds = everywhere
      ? new Set([...before.memberships.map((one) => one.account_scope_id), ...differing])
      : differing;
    const notable = passwordChanged ? { password_changed: true } : {};
    for (const scopeId of scopeIds) await this.record(tx, scopeId, 'update', before, after, notable);
  }

  private async record(
    tx: Tx,
    scopeId: string,
    verb: 'create' | 'update',
    before: Recorded | null,
    after: Recorded,
    notable: object = {},
  ): Promise<void> {
    await this.audit.record(tx, {
      action: `user.${verb}`,
      entity_type: 'user',
      entity_id: after.id,
      project_id: null,
      account_scope_id: scopeId,
      before: before && seenFrom(scopeId, before),
      after: { ...seenFrom(scopeId, after), ...notable },
    });
  }
}

function seenFrom(scopeId: string, { username, disabled, memberships }: Recorded) {
  const role = roleIn(memberships, scopeId);
  return { username, role, disabled, account_scope_ids: role === null ? [] : [scopeId] };
}
