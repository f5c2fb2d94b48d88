import type { Sql } from '../../database/index.js';
import type { ProcessFacts } from './domain/facts.js';
import { CYCLE_LOOK_BACK, CYCLES_MISSED } from './domain/limits.js';
import { SYNC_CYCLE } from './domain/sync-cycle.js';

type Row = Omit<ProcessFacts, 'warnings'> & { warnings: { process: string; warning: string; at: string }[] };

/** How the project's processes went, by the event log; a day of one project, which its key finds. */
export class ProcessFactsRepository {
  constructor(private readonly sql: Sql) {}

  /** One statement. */
  async read(projectId: string): Promise<ProcessFacts> {
    const [row] = await this.sql.query<Row>(
      `WITH day AS MATERIALIZED (
         SELECT event_type, occurred_at, id, payload_json ->> 'process' AS process, payload_json ->> 'run_id' AS run_id,
           CASE WHEN event_type = 'process_warning' THEN left(payload_json ->> 'warning', 500) END AS warning
         FROM kag_event_log
         WHERE project_id = $1 AND event_type IN ('process_failed', 'process_finished', 'process_warning')
           AND occurred_at > now() - interval '24 hours'),
       latest AS (
         SELECT DISTINCT ON (process) process, run_id FROM day WHERE event_type <> 'process_warning'
         ORDER BY process, occurred_at DESC, id DESC),
       cycle AS (
         SELECT greatest($3::int, $4::int * max(cadence_seconds)) AS looked_back FROM scheduled_jobs
         WHERE project_id = $1 AND job_type = $2)
       SELECT
         (SELECT count(*)::int FROM day WHERE event_type = 'process_failed') AS failed_24h,
         (SELECT count(*)::int FROM day WHERE event_type = 'process_finished') AS finished_24h,
         (SELECT count(*)::int FROM day WHERE event_type = 'process_warning') AS warnings_24h,
         (SELECT occurred_at FROM kag_event_log WHERE project_id = $1 AND event_type = 'process_finished'
            AND occurred_at > now() - make_interval(secs => (SELECT looked_back FROM cycle))
            AND payload_json ->> 'process' = $2
          ORDER BY occurred_at DESC, id DESC LIMIT 1) AS last_cycle_finished_at,
         (SELECT looked_back FROM cycle) AS cycle_looked_back_seconds,
         coalesce((SELECT jsonb_agg(jsonb_build_object('process', w.process, 'warning', w.warning, 'at', w.occurred_at)
            ORDER BY w.occurred_at DESC)
          FROM (SELECT d.* FROM day d JOIN latest l ON l.process = d.process AND l.run_id = d.run_id
                WHERE d.event_type = 'process_warning' ORDER BY d.occurred_at DESC LIMIT 20) w), '[]') AS warnings`,
      [projectId, SYNC_CYCLE, CYCLE_LOOK_BACK, CYCLES_MISSED],
    );
    if (!row) throw new Error('counting gives a row');
    return { ...row, warnings: row.warnings.map((one) => ({ ...one, at: new Date(one.at) })) };
  }
}
