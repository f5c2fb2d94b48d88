import { Injectable } from '@nestjs/common';
import { toJsonb, type Sql } from '../database/index.js';
import { currentContext } from '../http/index.js';
import { withoutSecrets } from './domain/without-secrets.js';

/** What changed. Who, from where and in which request is taken from the request being served. */
export interface AuditEntry {
  /** `entity.verb`, such as `project.create`. */
  action: string;
  entity_type: string;
  entity_id: string;
  /** The project it happened in; the active project when it is not said, null when it is above projects. */
  project_id?: string | null;
  /** The scope whose admins may read it; the active project's when it is not said. */
  account_scope_id?: string | null;
  before?: object | null;
  after?: object | null;
}

/** The actor of what the server does by itself, such as making the first admin. */
const SERVER = 'system';
/** The actor of what somebody does before they are signed in, such as a wrong password. */
const VISITOR = 'anonymous';

@Injectable()
export class AuditLog {
  /** Appends the entry. Hand in the transaction that makes the change, so that neither exists without the other. */
  async record(sql: Sql, entry: AuditEntry): Promise<void> {
    return this.recordAll(sql, [entry]);
  }

  /** Appends the entries, in their order. One statement. */
  async recordAll(sql: Sql, entries: readonly AuditEntry[]): Promise<void> {
    if (entries.length === 0) return;
    const context = currentContext();
    const rows = entries.map((entry) => ({
      action: entry.action,
      entity_type: entry.entity_type,
      entity_id: entry.entity_id,
      project_id: entry.project_id === undefined ? (context?.project?.id ?? null) : entry.project_id,
      account_scope_id:
        entry.account_scope_id === undefined ? (context?.project?.account_scope_id ?? null) : entry.account_scope_id,
      before: shownOf(entry.before),
      after: shownOf(entry.after),
    }));
    await sql.query(
      `INSERT INTO audit_events
         (actor_id, actor_name, request_id, address, action, entity_type, entity_id, project_id, account_scope_id, before, after)
       SELECT $2, $3, $4, $5, n.action, n.entity_type, n.entity_id, n.project_id, n.account_scope_id, n.before, n.after
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (action text, entity_type text, entity_id text, project_id uuid,
         account_scope_id uuid, before jsonb, after jsonb)) WITH ORDINALITY AS n (action, entity_type, entity_id, project_id,
         account_scope_id, before, after, nth) ORDER BY n.nth`,
      [
        toJsonb(rows),
        context?.user?.id ?? null,
        context ? (context.user?.username ?? VISITOR) : SERVER,
        context?.requestId ?? null,
        context?.address ?? null,
      ],
    );
  }
}

const shownOf = (value: object | null | undefined) => (value ? withoutSecrets(value) : null);
