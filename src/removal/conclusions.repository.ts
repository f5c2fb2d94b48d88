import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';

/** Tables of what is concluded of a project; what people reported of its risks is their word and stays. */
export const CONCLUSIONS = [
  'kag_signals',
  'kag_signal_history',
  'kag_scores',
  'kag_score_history',
  'project_snapshots',
  'past_case_outcomes',
  'risk_onsets',
  'case_signatures',
  'kag_risk_forecasts',
  'kag_risk_forecast_history',
  'recommendations_v2',
] as const;

/** Rows removed in one statement: short locks, however many there are. */
const BATCH = 2_000;

/** Removes what was concluded of a project, so that it is concluded again from the events that are left. */
@Injectable()
export class ConclusionsRepository {
  constructor(private readonly database: Database) {}

  /** Ids of runs under way that conclude something of the project. */
  async runs(projectId: string): Promise<string[]> {
    const rows = await this.database.query<{ id: string }>(
      `SELECT id FROM job_runs WHERE project_id = $1 AND status = 'running'
         AND (job_type LIKE 'kag\\_%' OR job_type LIKE 'case\\_%')`,
      [projectId],
    );
    return rows.map((row) => row.id);
  }

  /** Removes them all; returns how many rows. */
  async drop(projectId: string, signal: AbortSignal): Promise<number> {
    await this.outdateState(projectId);
    let removed = 0;
    for (const table of CONCLUSIONS) removed += await this.empty(table, projectId, signal);
    await this.database.run(
      `UPDATE projects SET ended_on = NULL, ended_by = NULL WHERE id = $1 AND ended_by = 'rule'`,
      [projectId],
    );
    return removed;
  }

  /** The first day that events are of which clients and teams made; null: there are none. */
  async firstDay(projectId: string): Promise<string | null> {
    const [row] = await this.database.query<{ day: string | null }>(
      `SELECT to_char(min(occurred_at) AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM kag_event_log
       WHERE project_id = $1 AND event_type NOT LIKE 'process\\_%'`,
      [projectId],
    );
    return row?.day ?? null;
  }

  /** A fold under way must not store its state over nothing: it finds a later head, whose version is of no state. */
  private async outdateState(projectId: string): Promise<void> {
    await this.database.run(
      `WITH checkpoints AS (DELETE FROM kag_signal_state WHERE project_id = $1 AND slot <> 'head')
       INSERT INTO kag_signal_state AS s (project_id, slot, version, state_at, seen_id, revision, state)
       VALUES ($1, 'head', 0, '1970-01-01', 0, 1, '')
       ON CONFLICT (project_id, slot) DO UPDATE SET version = 0, state_at = excluded.state_at, seen_id = 0,
         revision = s.revision + 1, state = '', updated_at = excluded.updated_at`,
      [projectId],
    );
  }

  private async empty(table: string, projectId: string, signal: AbortSignal): Promise<number> {
    for (let removed = 0; ;) {
      signal.throwIfAborted();
      const { affected } = await this.database.run(
        `DELETE FROM ${table} WHERE project_id = $1 AND ctid = ANY (ARRAY(SELECT ctid FROM ${table} WHERE project_id = $1 LIMIT ${BATCH}))`,
        [projectId],
      );
      removed += affected;
      if (affected < BATCH) return removed;
    }
  }
}
