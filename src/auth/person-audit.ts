import { Injectable } from '@nestjs/common';
import { AuditLog } from '../audit/index.js';
import type { Sql } from '../database/index.js';
import { Memberships } from '../projects/index.js';

/**
 * What people do with their own account, and what is refused to them, where the admins of each of their scopes read it.
 */
@Injectable()
export class PersonAudit {
  constructor(
    private readonly audit: AuditLog,
    private readonly memberships: Memberships,
  ) {}

  /** One row for each account scope of the person; for a person without any, one row outside of all scopes. */
  async record(sql: Sql, person: { id: string }, action: string, after: object | null = null): Promise<void> {
    const scopes = await this.memberships.scopeIdsOf(sql, person.id);
    for (const account_scope_id of scopes.length > 0 ? scopes : [null])
      await this.audit.record(sql, {
        action,
        entity_type: 'user',
        entity_id: person.id,
        project_id: null,
        account_scope_id,
        after,
      });
  }
}
