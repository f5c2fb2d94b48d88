import { Injectable } from '@nestjs/common';
import type { Sql } from '../database/index.js';
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
    const context = currentContext();
    await sql.query(
      `INSERT INTO audit_events
         (actor_id, actor_name, action, entity_type, entity_id, project_id, account_scope_id, request_id, address, before, after)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        context?.user?.id ?? null,
        context ? (context.user?.username ?? VISITOR) : SERVER,
        entry.action,
        entry.entity_type,
        entry.entity_id,
        entry.project_id === undefined ? (context?.project?.id ?? null) : entry.project_id,
        entry.account_scope_id === undefined ? (context?.project?.account_scope_id ?? null) : entry.account_scope_id,
        context?.requestId ?? null,
        context?.address ?? null,
        asJson(entry.before),
        asJson(entry.after),
      ],
    );
  }
}

const asJson = (value: object | null | undefined) => (value ? JSON.stringify(withoutSecrets(value)) : null);
