import { Injectable, Logger } from '@nestjs/common';
import { PgBoss, type Db, type JobWithMetadata } from 'pg-boss';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/index.js';
import {
  connectionShares,
  Database,
  DatabaseLocation,
  poolOptions,
  ServerClient,
  SilentConnections,
  type Sql,
} from '../database/index.js';
import { DueLooks } from './due-looks.js';
import type { RunKey } from './job-run.entity.js';
import { ABANDONED_QUEUE, RUN_QUEUE } from './queue-names.js';
import { HEARTBEAT_REFRESH_SECONDS, INSTANCE_HEARTBEAT_SECONDS, SUPERVISE_SECONDS } from './queue-schema.js';
import { QueueRepairs } from './queue-repairs.js';
import { pendingQueue } from './queue-state.js';

/**
 * What waits in the queue: which runs to do together, most often a single one. All else is in their rows of `job_runs`.
 */
export interface QueuedRuns {
  runs: RunKey[];
}

/** Runs on their way into the queue: in one message, of one job. */
export interface QueueMessage {
  jobType: string;
  runs: readonly [RunKey, ...RunKey[]];
  priority: number;
  timeoutSeconds: number;
}

export type TakenRuns = JobWithMetadata<QueuedRuns>;

const POLL_SECONDS = 0.5;
/** Of a worker that is notified of new work. */
const NOTIFIED_POLL_SECONDS = 5;
/** The queue's statements take milliseconds: one that has no answer by then has a connection that is dead. */
const ANSWER_MS = 15_000;
/** People wait for what they asked for; the schedule doesn't. */
export const PRIORITY = { request: 10, follow_up: 5, schedule: 0, child: 0 } as const;
/** Of the one that has waited for long while others were before it: it is next. */
const NEXT = 20;
/** Well below what everything may take to go on after a fault, during which people ask on. */
const LONG_SECONDS = 8;

/** The queue, pg-boss on the server's own database. Every process can put runs in; workers take them out. */
@Injectable()
export class JobQueue {
  private readonly log = new Logger('jobs');
  private readonly boss: PgBoss;
  /** The queue's own names of this process's workers, each of which has one message in hand at most. */
  private readonly workerIds: string[] = [];
  /** One project's long runs, or one job's batches, must not keep all others waiting. */
  private readonly groupLimit: number;
  private readonly listens: boolean;
  private readonly looks: DueLooks;
  private readonly repairs: QueueRepairs;
  private started = false;

  constructor(
    config: Config,
    location: DatabaseLocation,
    private readonly database: Database,
    private readonly silent: SilentConnections,
  ) {
    this.groupLimit = Math.max(1, Math.ceil(config.WORKER_CONCURRENCY / 2));
    const shares = connectionShares(config.DATABASE_POOL_MAX, location.canListen);
    this.listens = shares.listens;
    const pool = { ...poolOptions(shares.queue), Client: clientTo(location.url) };
    this.boss = new PgBoss({
      ...pool,
      // It listens past a pooler, which would give its session to somebody else, and works through it.
      connectionString: location.direct,
      application_name: 'kag-server queue',
      ...(location.embedded ? {} : { query_timeout: ANSWER_MS }),
      schedule: false,
      // A process that was killed is missed after three of these.
      instanceHeartbeatSeconds: INSTANCE_HEARTBEAT_SECONDS,
      supervise: config.runsJobs,
      superviseIntervalSeconds: SUPERVISE_SECONDS,
      monitorIntervalSeconds: SUPERVISE_SECONDS,
      useListenNotify: shares.listens,
    });
    this.looks = new DueLooks(
      POLL_SECONDS * 1000,
      (text, parameters) => this.boss.getDb().executeSql(text, parameters),
      () => this.nudge(),
    );
    this.repairs = new QueueRepairs(this.boss, () => this.started);
    this.boss.on('error', (error) => {
      this.log.error({ err: error }, 'queue');
      if (config.runsJobs) void this.repairs.after(error);
    });
    this.boss.on('warning', (warning) => this.log.warn({ warning }, 'queue'));
  }

  /** Opens the queue. Its tables are made with the schema: a process needs no right to make any. */
  async start(): Promise<void> {
    const [pending] = await pendingQueue(this.database);
    if (pending !== undefined) {
      const cure = 'Run npm run migrate, with a role that may make tables, or start with MIGRATE_ON_START=true.';
      throw new AppError('service_unavailable', `The database lacks ${pending}. ${cure}`);
    }
    await this.boss.start({ attempts: 3 });
    this.started = true;
    this.silent.askBy(async (text, parameters, deadlineMs) => {
      // The driver takes a deadline with the text, which the queue's types do not show.
      const { rows } = await this.boss.getDb().executeSql({ text, query_timeout: deadlineMs } as never, parameters);
      return rows as never;
    });
  }

  /** Puts messages in with one statement, in the caller's transaction: they are there if and only if that commits. */
  async send(sql: Sql, messages: readonly QueueMessage[]): Promise<void> {
    if (messages.length === 0) return;
    await this.boss.insert(
      RUN_QUEUE,
      messages.map(({ jobType, runs: [first, ...others], priority, timeoutSeconds }) => ({
        // A run that is alone names its message, so that putting it in twice makes one.
        ...(others.length === 0 ? { id: first.id } : {}),
        data: { runs: [first, ...others].map(({ project_id, id }) => ({ project_id, id })) } satisfies QueuedRuns,
        priority,
        group: { id: others.length === 0 ? first.project_id : jobType },
        expireInSeconds: timeoutSeconds,
      })),
      { db: transactionOf(sql) },
    );
  }

  /** Takes messages out, up to `concurrency` at once; a handler that throws gives its message back. */
  async work(concurrency: number, handle: (taken: TakenRuns) => Promise<void>): Promise<void> {
    for (let i = 0; i < concurrency; i++) {
      const workerId: string = await this.boss.work<QueuedRuns>(
        RUN_QUEUE,
        {
          batchSize: 1,
          pollingIntervalSeconds: this.listens ? POLL_SECONDS : NOTIFIED_POLL_SECONDS,
          notifyPollingIntervalSeconds: NOTIFIED_POLL_SECONDS,
          includeMetadata: true,
          heartbeatRefreshSeconds: HEARTBEAT_REFRESH_SECONDS,
          groupConcurrency: this.groupLimit,
        },
        (async ([job]: TakenRuns[]) => {
          if (!job) return;
          try {
            await handle(job);
          } catch (error) {
            // What does not reach the queue now, it would learn from missing heartbeats only.
            await this.repairs.onceReachable(() => this.boss.getDb().executeSql('SELECT 1'));
            this.repairs.keepEnd(workerId, job, false);
            throw error;
          }
          this.repairs.keepEnd(workerId, job, true);
          // Else the worker would rest for its whole interval after every message, however many wait.
          this.boss.notifyWorker(workerId);
        }) as never,
      );
      this.workerIds.push(workerId);
    }
    if (!this.listens) this.looks.start();
  }

  /** Handles runs that were picked up too often, each after its last worker died. */
  async workAbandoned(handle: (queued: QueuedRuns) => Promise<void>): Promise<void> {
    await this.boss.work<QueuedRuns>(ABANDONED_QUEUE, { pollingIntervalSeconds: 5 }, async (jobs) => {
      for (const job of jobs) await handle(job.data);
    });
  }

  /** Removes the messages that are about this project alone, but the one of this run. */
  async forget(sql: Sql, projectId: string, runId: string): Promise<void> {
    await sql.run(
      `DELETE FROM pgboss.job j WHERE j.name = $1 AND j.id <> $2 AND j.data -> 'runs' @> $3::jsonb
         AND NOT EXISTS (SELECT FROM jsonb_array_elements(j.data -> 'runs') AS r WHERE r ->> 'project_id' <> $4::text)`,
      [RUN_QUEUE, runId, JSON.stringify([{ project_id: projectId }]), projectId],
    );
  }

  /** Removes messages of these runs that are over: a new one of the same name would not be put in beside them. */
  async forgetEnded(sql: Sql, runs: readonly RunKey[]): Promise<void> {
    await sql.run(`DELETE FROM pgboss.job WHERE name = $1 AND id = ANY ($2::uuid[]) AND state > 'active'`, [
      RUN_QUEUE,
      runs.map(({ id }) => id),
    ]);
  }

  /**
   * Lets the message that has waited longest go next, unless one that was let go waits still: where people ask for more
   * than the workers do, the schedule would never have its turn, and where it waits with much, people would not.
   */
  async letLongestWaitingGoNext(): Promise<void> {
    await this.database.run(
      `UPDATE pgboss.job SET priority = $2
       WHERE id = (SELECT id FROM pgboss.job WHERE name = $1 AND state < 'active' AND priority < $2
                     AND start_after < now() - make_interval(secs => $3)
                   ORDER BY created_on LIMIT 1 FOR UPDATE SKIP LOCKED)
         AND NOT EXISTS (SELECT FROM pgboss.job n
                         WHERE n.name = $1 AND n.state < 'active' AND n.priority = $2 AND n.start_after < now()
                           AND (SELECT count(*) FROM pgboss.job a
                                WHERE a.name = $1 AND a.state = 'active' AND a.group_id = n.group_id) < $4)`,
      [RUN_QUEUE, NEXT, LONG_SECONDS, this.groupLimit],
    );
  }

  /** Lets this process's own workers look at once, after something was put in. */
  nudge(): void {
    for (const workerId of this.workerIds) this.boss.notifyWorker(workerId);
  }

  /** Stops taking runs, waits for those in hand up to the deadline, then gives the rest back. */
  async drain(deadlineMs: number): Promise<void> {
    if (!this.started) return;
    this.started = false;
    this.silent.askBy(null);
    this.looks.stop();
    await this.boss.stop({ graceful: true, timeout: deadlineMs, close: true });
  }
}

/** The queue's pool connects there, not to where its own configuration leads. */
const clientTo = (url: string) =>
  class extends ServerClient {
    constructor(config: ConstructorParameters<typeof ServerClient>[0]) {
      super({ ...config, connectionString: url });
    }
  };

/** The caller's transaction in the form that pg-boss takes. */
function transactionOf(sql: Sql): Db {
  return { executeSql: async (text, values) => ({ rows: await sql.query(text, values) }) };
}
