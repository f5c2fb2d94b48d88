import { Injectable } from '@nestjs/common';
import type { HealthIndicatorFunction, HealthIndicatorResult } from '@nestjs/terminus';
import { Database, pendingMigrations, readOnlyReason } from '../database/index.js';
import { errorText } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { databaseAway } from '../common/database-away.js';
import { pendingQueue } from '../jobs/index.js';
import { Readiness } from './readiness.js';

const DATABASE_DEADLINE_MS = 1_000;
const INFORMATION_DEADLINE_MS = 2_000;

/** What /health is made of. Each part answers within its deadline, also where its source hangs. */
@Injectable()
export class HealthParts {
  constructor(
    private readonly database: Database,
    private readonly readiness: Readiness,
    private readonly clock: Clock,
  ) {}

  /** Parts without which the process should get no requests. */
  required(): HealthIndicatorFunction[] {
    return [
      () =>
        Promise.resolve<HealthIndicatorResult>({
          process: this.readiness.isStopping ? { status: 'down', message: 'stopping' } : { status: 'up' },
        }),
      () =>
        this.part('database', DATABASE_DEADLINE_MS, async () => {
          const reason = await readOnlyReason((text) => this.database.query(text));
          if (reason !== null) throw new Error(reason);
          return {};
        }),
      () =>
        this.part('migrations', DATABASE_DEADLINE_MS, async () => {
          const pending = [
            ...(await pendingMigrations((text) => this.database.query(text))),
            ...(await pendingQueue(this.database)),
          ];
          if (pending.length > 0) throw new Error(`not at head: run npm run migrate (${pending.join(', ')})`);
          return {};
        }),
    ];
  }

  /** Parts that tell how the work goes; they are down only where the database does not answer them. */
  informational(): HealthIndicatorFunction[] {
    const inform = (name: string, sql: string) => async (): Promise<HealthIndicatorResult> => {
      try {
        const rows = this.database.query<Record<string, number>>(sql);
        const [row] = await this.clock.within(INFORMATION_DEADLINE_MS, rows);
        return { [name]: { ...row, status: 'up' } };
      } catch (error) {
        return { [name]: { status: databaseAway(error) === null ? 'up' : 'down', message: errorText(error) } };
      }
    };
    return [
      inform(
        'queue',
        `SELECT count(*) FILTER (WHERE status = 'queued')::int AS queued, count(*) FILTER (WHERE status = 'running')::int AS running
         FROM job_runs WHERE status IN ('queued', 'running')`,
      ),
      inform(
        'embeddings',
        `SELECT count(*) FILTER (WHERE embedding_status IN ('pending', 'processing'))::int AS pending,
           count(*) FILTER (WHERE embedding_status = 'failed')::int AS failed
         FROM rag_chunks WHERE deleted_at IS NULL AND embedding_status <> 'ready'`,
      ),
      inform(
        'connectors',
        `SELECT count(*) FILTER (WHERE status = 'failed')::int AS failed,
           count(*) FILTER (WHERE status = 'running' AND updated_at < now() - interval '15 minutes')::int AS stale,
           coalesce(max(extract(epoch FROM now() - last_success_at)), 0)::int AS lag_seconds
         FROM connector_sync_state`,
      ),
    ];
  }

  private async part(
    name: string,
    deadlineMs: number,
    look: () => Promise<Record<string, unknown>>,
  ): Promise<HealthIndicatorResult> {
    try {
      return { [name]: { ...(await this.clock.within(deadlineMs, look())), status: 'up' } };
    } catch (error) {
      return { [name]: { status: 'down', message: errorText(error) } };
    }
  }
}
