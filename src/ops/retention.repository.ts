import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';

/** Domain events are kept this long; what follows from them is computed by then. */
const DOMAIN_EVENT_DAYS = 400;
/** A vendor sends a delivery again for three days at most (Attio). */
const DELIVERY_DAYS = 7;
const RESOLVED_ERROR_DAYS = 90;
const RECONCILIATION_DAYS = 400;
/** As long as the events that they were read from. What is older is told by the days' snapshots. */
const READING_DAYS = DOMAIN_EVENT_DAYS;
const OLD_DAY = `day < (now() AT TIME ZONE 'UTC')::date - $2::int`;
/** Rows removed in one statement: short locks, however much there is. */
const BATCH = 5_000;

export interface Kept {
  processEventDays: number;
  jobRunDays: number;
}

/** What is old enough to go, of one project; every table by the same small steps. */
@Injectable()
export class RetentionRepository {
  constructor(private readonly database: Database) {}

  /** Removes it all; returns how many rows went, by what they were. */
  async clean(projectId: string, kept: Kept, signal: AbortSignal): Promise<Record<string, number>> {
    const rules: [what: string, table: string, key: string, condition: string, days: number][] = [
      [
        'process_events',
        'kag_event_log',
        'id',
        `event_type LIKE 'process\\_%' AND recorded_at < now() - make_interval(days => $2)`,
        kept.processEventDays,
      ],
      [
        'domain_events',
        'kag_event_log',
        'id',
        `event_type NOT LIKE 'process\\_%' AND occurred_at < now() - make_interval(days => $2)`,
        DOMAIN_EVENT_DAYS,
      ],
      [
        'job_runs',
        'job_runs',
        'id',
        // The last good run of each job stays: metrics and alerts tell its age.
        `finished_at < now() - make_interval(days => $2) AND NOT (status = 'succeeded' AND NOT EXISTS (
           SELECT FROM job_runs later WHERE later.project_id = job_runs.project_id AND later.job_type = job_runs.job_type
             AND later.status = 'succeeded' AND later.created_at > job_runs.created_at))`,
        kept.jobRunDays,
      ],
      [
        'webhook_deliveries',
        'webhook_deliveries',
        'delivery_id',
        `received_at < now() - make_interval(days => $2)`,
        DELIVERY_DAYS,
      ],
      [
        'connector_errors',
        'connector_errors',
        'id',
        `status = 'resolved' AND resolved_at < now() - make_interval(days => $2)`,
        RESOLVED_ERROR_DAYS,
      ],
      [
        'reconciliation_metrics',
        'sync_reconciliation_metrics',
        'metric_date',
        `measured_at < now() - make_interval(days => $2)`,
        RECONCILIATION_DAYS,
      ],
      ['signals_of_days', 'kag_signal_history', 'day', OLD_DAY, READING_DAYS],
      ['scores_of_days', 'kag_score_history', 'day', OLD_DAY, READING_DAYS],
    ];
    const removed: Record<string, number> = {};
    for (const [what, table, key, condition, days] of rules) {
      removed[what] = 0;
      for (;;) {
        signal.throwIfAborted();
        const { affected } = await this.database.run(
          `DELETE FROM ${table} WHERE project_id = $1 AND ${condition}
             AND ${key} IN (SELECT ${key} FROM ${table} WHERE project_id = $1 AND ${condition} LIMIT ${BATCH})`,
          [projectId, days],
        );
        removed[what] += affected;
        if (affected === 0) break;
      }
    }
    return removed;
  }
}
