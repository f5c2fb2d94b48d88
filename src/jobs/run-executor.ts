import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { databaseAway } from '../common/database-away.js';
import { behindFence, Database, withinProjects } from '../database/index.js';
import type { RunBatch } from './batch.js';
import { CancelWatch } from './cancel-watch.js';
import { JobRegistry } from './job-registry.js';
import { goesOn, Interrupted, pauseSeconds } from './domain/goes-on.js';
import type { AnyJobDefinition, ChildOutcome, JobContext, JobResult } from './job-definition.js';
import type { JobRun, RunError, RunKey } from './job-run.entity.js';
import { ProgressRecorder } from './progress-recorder.js';
import { PICKUPS_TOGETHER } from './queue-schema.js';
import { RunAttemptsRepository, type AttemptOutcome } from './run-attempts.repository.js';
import { runErrorOf } from './run-error.js';
import { RunOpeningsRepository } from './run-openings.repository.js';
import { RunRecorder } from './run-recorder.js';
import { hasEnded, RunWatcher } from './run-watcher.js';

/** What came of a batch; null: it failed as a whole, and its runs must go on one by one. */
type Outcomes = Map<JobRun, AttemptOutcome> | null;

/** How often a worker looks whether the database is back, for what it has to write there. */
const LOOK_FOR_DATABASE_MS = 1_000;
/** How often a run looks whether the worker of one that it waits for has died. */
const LOOK_FOR_LOST_MS = 2_000;

/**
 * Does runs, a single one or a batch of one job: calls the handler under a deadline and has it recorded how it went.
 */
@Injectable()
export class RunExecutor {
  /** Names this process in the runs it does. */
  readonly workerId = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  private readonly log = new Logger('jobs');

  constructor(
    private readonly registry: JobRegistry,
    private readonly openings: RunOpeningsRepository,
    private readonly attempts: RunAttemptsRepository,
    private readonly recorder: RunRecorder,
    private readonly watcher: RunWatcher,
    private readonly cancels: CancelWatch,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Begins the next attempt of those of the runs that are open and sees them through. Resolves when they have ended,
   * well or badly, or wait in the queue one by one. `pickup` counts how often the queue gave out these runs.
   * @throws Interrupted when `stop` aborted first, or this release does not know the job: what had not ended is queued
   * again, and the queue must give it to somebody.
   */
  async execute(keys: readonly RunKey[], stop: AbortSignal, pickup = 1, asPart = false): Promise<void> {
    const batch = await this.onceThere(stop, () => this.recorder.begin(keys, this.workerId, asPart));
    if (!batch) return;
    const outcomes = await this.outcomesOf(batch, stop, pickup);
    const ends = outcomes ?? ofEach(batch, () => ({ status: 'queued' }));
    await this.onceThere(stop, () => this.recorder.conclude(batch, ends, outcomes === null));
    this.watcher.look();
    if (outcomes && [...outcomes.values()].some(({ status }) => status === 'queued')) {
      await this.clock.wait(pauseSeconds(pickup) * 1000, stop);
      throw new Interrupted(`${batch.runs.map((run) => run.id).join(', ')}: interrupted`);
    }
  }

  /** Null: the runs are to be done one by one. */
  private async outcomesOf(batch: RunBatch, stop: AbortSignal, pickup: number): Promise<Outcomes> {
    const { jobType, runs } = batch;
    if (!this.registry.has(jobType)) {
      // During an update another release may have given it out: its own workers do it.
      this.log.warn({ job_type: jobType, runs: runs.length }, 'no job of this release: left to another worker');
      return ofEach(batch, () => ({ status: 'queued' }));
    }
    return runs.length > 1 && pickup > PICKUPS_TOGETHER ? null : this.work(batch, stop);
  }

  private async work(batch: RunBatch, stop: AbortSignal): Promise<Outcomes> {
    const { jobType } = batch;
    const timeout = new AbortController();
    const cancelled = new AbortController();
    const signal = AbortSignal.any([stop, timeout.signal, cancelled.signal]);
    // Of runs that are done together, one that is cancelled stops the writing of all, which are then done one by one.
    const [only] = batch.runs.length === 1 ? batch.runs : [];
    const unwatch = only ? this.cancels.watch(only, cancelled) : () => undefined;
    const progress = new ProgressRecorder<JobRun>((latest) =>
      this.attempts.recordProgress(latest.map(({ run, progress }) => ({ ...run, progress }))),
    );
    const failed = (run: JobRun, thrown: unknown): AttemptOutcome => {
      // Its row has its end already.
      if (cancelled.signal.aborted) return { status: 'failed', error: runErrorOf(cancelled.signal.reason) };
      if (stop.aborted || (!timeout.signal.aborted && goesOn(thrown))) return { status: 'queued' };
      return { status: 'failed', error: this.runError(run, timeout.signal.aborted ? timeout.signal.reason : thrown) };
    };
    let timer: NodeJS.Timeout | undefined;
    try {
      const job = this.registry.get(jobType);
      timer = setTimeout(
        () => timeout.abort(new AppError('job_timeout', `${jobType} took longer than its ${job.timeoutSeconds} s`)),
        job.timeoutSeconds * 1000,
      );
      const contexts = batch.runs.map((run) => this.context(batch, run, signal, progress));
      const projects = batch.runs.map((run) => run.project_id);
      const results = await withinProjects(projects, () =>
        behindFence(
          (tx) => this.attempts.hold(tx, batch.runs),
          () => perform(job, contexts),
        ),
      );
      return ofEach(batch, (run) => {
        const result = results.get(run.project_id) ?? new Error(`${jobType} answered nothing for this project`);
        return result instanceof Error ? failed(run, result) : { status: 'succeeded', result };
      });
    } catch (thrown) {
      if (batch.runs.length === 1 || signal.aborted || goesOn(thrown))
        return ofEach(batch, (run) => failed(run, thrown));
      this.log.error({ err: thrown, job_type: jobType, runs: batch.runs.length }, 'batch failed');
      return null;
    } finally {
      clearTimeout(timer);
      unwatch();
      await progress.flush();
    }
  }

  /**
   * The answer of work with the database, which is done again where that is away: the queue counts how often it gives
   * out a run, and an hour without a database must not use that up.
   */
  private async onceThere<T>(stop: AbortSignal, work: () => Promise<T>): Promise<T> {
    for (;;) {
      try {
        return await work();
      } catch (error) {
        const away = databaseAway(error);
        if (away === null || stop.aborted) throw error;
        this.log.warn({ err: error }, `the database ${away}; trying again`);
        await this.clock.wait(LOOK_FOR_DATABASE_MS, stop);
      }
    }
  }

  private context(batch: RunBatch, run: JobRun, signal: AbortSignal, progress: ProgressRecorder<JobRun>): JobContext {
    return {
      projectId: run.project_id,
      runId: run.id,
      payload: run.payload,
      triggeredBy: run.triggered_by,
      signal,
      progress: (latest) => progress.record(run, latest),
      warn: (warning, details) => {
        this.log.warn({ job_type: run.job_type, run_id: run.id, request_id: run.request_id }, warning);
        batch.warnings.push({ run, at: this.clock.now(), warning, details });
      },
      followUp: (jobType) => {
        // What is not declared fails the run that wants it, not the writing of its end.
        const wanted = this.registry.get(jobType).type;
        if (!this.registry.get(run.job_type).followUps?.includes(wanted))
          throw new Error(`${run.job_type} does not declare the follow-up ${jobType}`);
        batch.followUps.push({ run, jobType });
      },
      runChild: (jobType, payload = {}) => this.runChild(run, jobType, payload, signal),
    };
  }

  /**
   * A child is done by its parent's worker, without the queue: a parent that waited for a free worker could wait for
   * ever. So is an equal run that waits in the queue, which may be full of such parents, and one that comes to wait
   * there again because its worker has died.
   */
  private async runChild(
    parent: JobRun,
    jobType: string,
    payload: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<ChildOutcome> {
    const { run, own } = await this.database.transaction(async (tx) => {
      const { run: opened, joined } = await this.openings.open(tx, {
        project_id: parent.project_id,
        job_type: jobType,
        trigger: 'child',
        triggered_by: parent.triggered_by,
        request_id: parent.request_id,
        parent_run_id: parent.id,
        payload,
      });
      // A child left open by this parent's dead worker is this parent's to go on with.
      const isOwn = !joined || opened.parent_run_id === parent.id || (await this.openings.adopt(tx, opened, parent.id));
      return { run: opened, own: isOwn };
    });
    const ended = await this.seeThrough(run, own, parent, signal);
    if (ended.status === 'succeeded') return { runId: run.id, ok: true, result: ended.result ?? {} };
    return {
      runId: run.id,
      ok: false,
      error: ended.error ?? { code: 'internal_error', message: `${jobType} ended as ${ended.status}` },
    };
  }

  /** The run once it has ended, by this worker where it is the parent's own or comes to be. */
  private async seeThrough(run: JobRun, own: boolean, parent: JobRun, signal: AbortSignal): Promise<JobRun> {
    for (let mine = own; ;) {
      if (mine) await this.execute([run], signal, 1, true);
      const latest = await this.watcher.ended(run, AbortSignal.any([signal, AbortSignal.timeout(LOOK_FOR_LOST_MS)]));
      if (hasEnded(latest) || signal.aborted) return latest;
      mine = await this.onceThere(signal, () =>
        this.database.transaction((tx) => this.openings.adopt(tx, run, parent.id)),
      );
    }
  }

  private runError(run: JobRun, thrown: unknown): RunError {
    if (!(thrown instanceof AppError))
      this.log.error({ err: thrown, job_type: run.job_type, run_id: run.id }, 'job failed unexpectedly');
    return runErrorOf(thrown);
  }
}

/** The results by project id, of a job that works project by project or on all together. */
async function perform(
  job: AnyJobDefinition,
  contexts: readonly JobContext[],
): Promise<ReadonlyMap<string, JobResult | Error>> {
  if (job.runTogether) return job.runTogether(contexts);
  const results = new Map<string, JobResult>();
  for (const context of contexts) results.set(context.projectId, await job.run(context));
  return results;
}

function ofEach(batch: RunBatch, outcome: (run: JobRun) => AttemptOutcome): Map<JobRun, AttemptOutcome> {
  return new Map(batch.runs.map((run) => [run, outcome(run)]));
}
