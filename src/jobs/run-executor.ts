import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { Injectable, Logger } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Histogram } from 'prom-client';
import { AppError, errorText } from '../common/app-error.js';
import { Clock } from '../common/clock.js';
import { Database } from '../database/index.js';
import { EventLog } from '../kag-events/index.js';
import { JOB_DURATION } from './job-metrics.js';
import { JobRegistry } from './job-registry.js';
import type { ChildOutcome, JobContext, JobDefinition, JobResult } from './job-definition.js';
import type { JobRun, RunError } from './job-run.entity.js';
import { JobRunsRepository } from './job-runs.repository.js';
import { ProgressRecorder } from './progress-recorder.js';
import { RunStarter } from './run-starter.js';
import { RunWatcher } from './run-watcher.js';

/** Why a run's signal aborted although nobody cancelled it and its time was not up: it goes on elsewhere. */
export class Interrupted extends Error {}

/** Does a run: calls its handler under a deadline, and records how it went, in the run and in the event log. */
@Injectable()
export class RunExecutor {
  /** Names this process in the runs it does. */
  readonly workerId = `${hostname()}:${process.pid}:${randomUUID().slice(0, 8)}`;
  private readonly log = new Logger('jobs');

  constructor(
    private readonly registry: JobRegistry,
    private readonly runs: JobRunsRepository,
    private readonly events: EventLog,
    private readonly database: Database,
    private readonly watcher: RunWatcher,
    private readonly starter: RunStarter,
    private readonly clock: Clock,
    @InjectMetric(JOB_DURATION) private readonly durations: Histogram,
  ) {}

  /**
   * Begins the run's next attempt and sees it through. Resolves when it has ended, well or badly.
   * @throws Interrupted when `stop` aborted first: the run is queued again and the queue must give it to somebody.
   */
  async execute(projectId: string, runId: string, stop: AbortSignal): Promise<void> {
    const run = await this.runs.begin(projectId, runId, this.workerId);
    if (run) await this.attempt(run, stop);
  }

  private async attempt(run: JobRun, stop: AbortSignal): Promise<void> {
    const started = this.clock.now();
    await this.events.process(
      this.database,
      run.project_id,
      'process_started',
      { process: run.job_type, run_id: run.id },
      started,
      String(run.attempt),
    );
    const outcome = await this.handle(run, stop);
    if ('interrupted' in outcome) {
      await this.runs.handBack(run);
      throw new Interrupted(`run ${run.id} was interrupted`);
    }
    await this.conclude(run, outcome, started);
  }

  private async handle(
    run: JobRun,
    stop: AbortSignal,
  ): Promise<{ result: JobResult } | { error: RunError } | { interrupted: true }> {
    const timeout = new AbortController();
    let timer: NodeJS.Timeout | undefined;
    const progress = new ProgressRecorder((latest) => this.runs.recordProgress(run, latest));
    try {
      const definition = this.registry.get(run.job_type);
      timer = setTimeout(
        () =>
          timeout.abort(
            new AppError('job_timeout', `${definition.type} took longer than its ${definition.timeoutSeconds} s`),
          ),
        definition.timeoutSeconds * 1000,
      );
      const signal = AbortSignal.any([stop, timeout.signal]);
      const result = await definition.run(this.context(run, definition, signal, progress));
      return { result };
    } catch (thrown) {
      if (stop.aborted) return { interrupted: true };
      return { error: this.runError(run, timeout.signal.aborted ? timeout.signal.reason : thrown) };
    } finally {
      clearTimeout(timer);
      await progress.flush();
    }
  }

  private context(run: JobRun, definition: JobDefinition, signal: AbortSignal, progress: ProgressRecorder): JobContext {
    let warnings = 0;
    return {
      projectId: run.project_id,
      runId: run.id,
      payload: run.payload,
      triggeredBy: run.triggered_by,
      signal,
      progress: (latest) => progress.record(latest),
      warn: async (warning, details) => {
        this.log.warn({ job_type: run.job_type, run_id: run.id, request_id: run.request_id }, warning);
        await this.events.process(
          this.database,
          run.project_id,
          'process_warning',
          { process: definition.type, run_id: run.id, warning, ...(details ? { details } : {}) },
          this.clock.now(),
          `${run.attempt}.${++warnings}`,
        );
      },
      followUp: async (jobType) => {
        await this.database.transaction((tx) =>
          this.starter.start(tx, {
            project_id: run.project_id,
            job_type: jobType,
            trigger: 'follow_up',
            triggered_by: run.triggered_by,
            request_id: run.request_id,
            payload: {},
          }),
        );
        this.starter.nudge();
      },
      runChild: (jobType, payload = {}) => this.runChild(run, jobType, payload, signal),
    };
  }

  /** A child is done by its parent's worker, without the queue: a parent that waited for a free worker could wait for ever. */
  private async runChild(
    parent: JobRun,
    jobType: string,
    payload: Record<string, unknown>,
    signal: AbortSignal,
  ): Promise<ChildOutcome> {
    const { run, joined } = await this.database.transaction((tx) =>
      this.runs.open(tx, {
        project_id: parent.project_id,
        job_type: jobType,
        trigger: 'child',
        triggered_by: parent.triggered_by,
        request_id: parent.request_id,
        parent_run_id: parent.id,
        payload,
      }),
    );
    // A child left open by this parent's dead worker is this parent's to go on with.
    if (!joined || run.parent_run_id === parent.id) await this.execute(run.project_id, run.id, signal);
    const ended = await this.watcher.ended(run, signal);
    if (ended.status === 'succeeded') return { runId: run.id, ok: true, result: ended.result ?? {} };
    return {
      runId: run.id,
      ok: false,
      error: ended.error ?? { code: 'internal_error', message: `${jobType} ended as ${ended.status}` },
    };
  }

  private async conclude(
    run: JobRun,
    outcome: { result: JobResult } | { error: RunError },
    started: Date,
  ): Promise<void> {
    const finished = this.clock.now();
    const durationMs = finished.getTime() - started.getTime();
    const written = await this.database.transaction(async (tx) => {
      if (!(await this.runs.finish(tx, run, outcome))) return false;
      const failed = 'error' in outcome;
      const note = { process: run.job_type, run_id: run.id, duration_ms: durationMs };
      await this.events.process(
        tx,
        run.project_id,
        failed ? 'process_failed' : 'process_finished',
        failed ? { ...note, error: outcome.error } : { ...note, counters: countersOf(outcome.result) },
        finished,
        String(run.attempt),
      );
      return true;
    });
    const status = !written ? 'superseded' : 'error' in outcome ? 'failed' : 'succeeded';
    this.durations.observe({ job_type: run.job_type, status }, durationMs / 1000);
    this.log.log(
      { job_type: run.job_type, run_id: run.id, request_id: run.request_id, status, duration_ms: durationMs },
      'job ended',
    );
    if (written) this.watcher.look();
  }

  private runError(run: JobRun, thrown: unknown): RunError {
    if (thrown instanceof AppError) {
      const { code, message, details } = thrown;
      return { code, message, ...(details && !Array.isArray(details) ? { details } : {}) };
    }
    this.log.error({ err: thrown, job_type: run.job_type, run_id: run.id }, 'job failed unexpectedly');
    return { code: 'internal_error', message: errorText(thrown).slice(0, 1000) };
  }
}

/** The numbers of a result, which is what an event keeps of it. */
function countersOf(result: JobResult): Record<string, unknown> {
  return Object.fromEntries(Object.entries(result).filter(([, value]) => typeof value === 'number'));
}
