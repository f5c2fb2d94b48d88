import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { AuditEvent } from './audit-event.entity.js';

export interface AuditQuestion {
  project_id: string;
  /** null: of the project alone. */
  account_scope_id: string | null;
  action: string | null;
  /** Only events before this one. */
  before_id: number | null;
  limit: number;
}

/** An event as the list shows it. */
export type ShownEvent = Omit<AuditEvent, 'id' | 'account_scope_id'> & { id: number };

const SHOWN =
  'id, occurred_at, actor_id, actor_name, action, entity_type, entity_id, project_id, request_id, address, before, after';
const NARROWED = '($3::text IS NULL OR action = $3) AND ($4::bigint IS NULL OR id < $4)';

/** What was done to one thing. */
export type HistoryEvent = Pick<AuditEvent, 'occurred_at' | 'actor_name' | 'action' | 'before' | 'after'>;

@Injectable()
export class AuditRepository {
  constructor(private readonly database: Database) {}

  /** The newest events of the project, and of its account scope above all projects, newest first. */
  async latest(question: AuditQuestion): Promise<ShownEvent[]> {
    // Two index walks of at most a page each: with OR, the planner sorts the whole history instead.
    const rows = await this.database.query<Omit<ShownEvent, 'id'> & { id: string }>(
      `SELECT ${SHOWN} FROM (
         (SELECT * FROM audit_events WHERE project_id = $1 AND ${NARROWED} ORDER BY id DESC LIMIT $5)
         UNION ALL
         (SELECT * FROM audit_events WHERE account_scope_id = $2 AND project_id IS NULL AND ${NARROWED} ORDER BY id DESC LIMIT $5)
       ) AS either ORDER BY id DESC LIMIT $5`,
      [question.project_id, question.account_scope_id, question.action, question.before_id, question.limit],
    );
    return rows.map((row) => ({ ...row, id: Number(row.id) }));
  }

  /** What was done to a thing of a project, the newest first. */
  async historyOf(projectId: string, entityType: string, entityId: string, limit: number): Promise<HistoryEvent[]> {
    return this.database.query<HistoryEvent>(
      `SELECT occurred_at, actor_name, action, before, after FROM audit_events
       WHERE entity_id = $3 AND entity_type = $2 AND project_id = $1 ORDER BY id DESC LIMIT $4`,
      [projectId, entityType, entityId, limit],
    );
  }
}
