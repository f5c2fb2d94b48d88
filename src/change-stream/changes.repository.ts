import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import type { StreamChange } from './domain/change.js';

/** The beginning of an open run, which its status leaves open. */
const BEGAN = 'coalesce(r.started_at, r.created_at)';

@Injectable()
export class ChangesRepository {
  constructor(private readonly database: Database) {}

  /** The time by the database's clock, which dates all changes. */
  async now(): Promise<Date> {
    const [row] = await this.database.query<{ now: Date }>('SELECT now()');
    if (!row) throw new Error('the database tells no time');
    return row.now;
  }

  /**
   * What has changed in projects of these account scopes since a moment, the earliest first. One statement. Parts of
   * other runs are left out: the whole tells of them. It is told once a standby has it too: who hears of a change reads
   * it.
   */
  async since(moment: Date, scopes: readonly string[], limit: number): Promise<StreamChange[]> {
    const changes = await this.database.query<StreamChange>(
      `SELECT c.*, p.account_scope_id FROM (
         SELECT r.project_id, 'run' AS kind, r.job_type AS what, r.id::text AS id, r.status AS state, r.finished_at AS at
         FROM job_runs r WHERE r.finished_at > $1 AND r.parent_run_id IS NULL
         UNION ALL
         SELECT r.project_id, 'run', r.job_type, r.id::text, r.status, ${BEGAN}
         FROM job_runs r WHERE r.status IN ('queued', 'running') AND ${BEGAN} > $1 AND r.parent_run_id IS NULL
         UNION ALL
         SELECT a.project_id, 'record', a.entity_type, a.entity_id, a.action, a.occurred_at
         FROM audit_events a WHERE a.occurred_at > $1 AND a.project_id IS NOT NULL
       ) c JOIN projects p ON p.id = c.project_id
       WHERE p.account_scope_id = ANY ($2::uuid[])
       ORDER BY c.at, c.id LIMIT $3`,
      [moment, scopes, limit],
    );
    if (changes.length > 0) await this.database.spread();
    return changes;
  }
}
