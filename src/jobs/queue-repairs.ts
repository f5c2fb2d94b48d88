import type { JobAttempt, PgBoss } from 'pg-boss';
import { wait } from '../common/wait.js';
import { RUN_QUEUE } from './queue-names.js';

const LOOK_FOR_DATABASE_MS = 1_000;
/** A worker begins a run milliseconds after it has its message. */
const UNHEARD_SECONDS = 3;

/**
 * Puts right what the queue and its workers think of each other after the database was away. Otherwise a message that
 * only one side believes to be in hand stays so until its heartbeats are missed, and holds up all that waits for the
 * same project.
 */
export class QueueRepairs {
  /** How the last message of each worker ended. */
  private readonly ends = new Map<string, { message: JobAttempt; isDone: boolean }>();
  private isLooking = false;

  /** @param isOpen whether the queue has been started and not stopped since */
  constructor(
    private readonly boss: PgBoss,
    private readonly isOpen: () => boolean,
  ) {}

  /** Keeps what the queue is told next. */
  keepEnd(workerId: string, { id, retryCount }: JobAttempt, isDone: boolean): void {
    this.ends.set(workerId, { message: { id, retryCount }, isDone });
  }

  /** After an error of the queue, which names the worker that it met: either side may not have heard the other. */
  async after(error: Error & { worker?: string }): Promise<void> {
    await Promise.all([this.tellEndAgain(error.worker ?? ''), this.giveBackUnheard()]);
  }

  /** Resolves when `work` with the queue's own connection was done, or the queue is stopped. */
  async onceReachable(work: () => Promise<unknown>): Promise<void> {
    while (this.isOpen()) {
      try {
        await work();
        return;
      } catch {
        await wait(LOOK_FOR_DATABASE_MS);
      }
    }
  }

  /** The queue leaves a message alone that it has given out again since. */
  private async tellEndAgain(workerId: string): Promise<void> {
    const end = this.ends.get(workerId);
    if (!end) return;
    this.ends.delete(workerId);
    const { message, isDone } = end;
    await this.onceReachable(() =>
      isDone ? this.boss.complete(RUN_QUEUE, message) : this.boss.fail(RUN_QUEUE, message),
    );
  }

  /** Messages whose runs wait still have been given to a connection that died under the answer. */
  private async giveBackUnheard(): Promise<void> {
    if (this.isLooking) return;
    this.isLooking = true;
    try {
      await this.onceReachable(() => this.boss.getDb().executeSql('SELECT 1'));
      await wait((UNHEARD_SECONDS + 1) * 1000);
      await this.onceReachable(async () => {
        const unheard = await this.unheard();
        if (unheard.length > 0) await this.boss.fail(RUN_QUEUE, unheard);
      });
    } finally {
      this.isLooking = false;
    }
  }

  private async unheard(): Promise<JobAttempt[]> {
    const { rows } = await this.boss.getDb().executeSql(
      `SELECT j.id, j.retry_count AS "retryCount" FROM pgboss.job j
       WHERE j.name = $1 AND j.state = 'active' AND j.started_on < now() - make_interval(secs => $2)
         AND NOT EXISTS (
           SELECT FROM jsonb_to_recordset(j.data -> 'runs') AS m (project_id uuid, id uuid)
           JOIN job_runs r ON r.project_id = m.project_id AND r.id = m.id AND r.status <> 'queued')`,
      [RUN_QUEUE, UNHEARD_SECONDS],
    );
    return rows as JobAttempt[];
  }
}
