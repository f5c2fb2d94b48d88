import type { Sql } from '../database/index.js';

/** Heartbeats that may get lost before a process is taken for dead; the queue counts alike. */
const QUIET_BEATS = 3;

/** A process that runs jobs, or ran them within the last week. */
export interface KnownWorker {
  host: string;
  pid: number;
  heartbeat_at: Date;
  /** After which silence it is taken for dead. */
  quiet_after_seconds: number;
  stopped: boolean;
}

/** Who does the work, by the queue's own register: every process enters itself and keeps saying that it lives. */
export class WorkersRepository {
  constructor(private readonly sql: Sql) {}

  /** Processes that run jobs, the latest sign of life first, fifty at most. */
  async known(): Promise<KnownWorker[]> {
    return this.sql.query<KnownWorker>(
      `SELECT host, pid, heartbeat_on AS heartbeat_at, heartbeat_seconds * ${QUIET_BEATS} AS quiet_after_seconds,
         stopped_on IS NOT NULL AS stopped
       FROM pgboss.instance WHERE supervise AND heartbeat_on > now() - interval '7 days'
       ORDER BY stopped_on IS NOT NULL, heartbeat_on DESC LIMIT 50`,
    );
  }
}
