import { Injectable, Logger } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Histogram } from 'prom-client';
import { Clock } from '../common/clock.js';
import { Database, type Tx } from '../database/index.js';
import { EventLog, type ProcessEvent } from '../kag-events/index.js';
import type { RunBatch } from './batch.js';
import { JOB_DURATION } from './job-metrics.js';
import type { JobResult } from './job-definition.js';
import type { JobRun, RunError, RunKey } from './job-run.entity.js';
import { RunAttemptsRepository, type AttemptOutcome } from './run-attempts.repository.js';
import { RunStarter } from './run-starter.js';

/** Records how runs begin and end, in their rows and in the event log; as many statements for a hundred as for one. */
@Injectable()
export class RunRecorder {
  private readonly log = new Logger('jobs');

  constructor(
    private readonly attempts: RunAttemptsRepository,
    private readonly events: EventLog,
    private readonly starter: RunStarter,
    private readonly database: Database,
    private readonly clock: Clock,
    @InjectMetric(JOB_DURATION) private readonly durations: Histogram,
  ) {}

  /** Begins the next attempt of those of the runs that are still open; null when none is. */
  async begin(keys: readonly RunKey[], workerId: string, asPart = false): Promise<RunBatch | null> {
    const runs = await this.attempts.begin(keys, workerId, asPart);
    const [first] = runs;
    if (!first) return null;
    const started = this.clock.now();
    await this.events.process(
      this.database,
      runs.map((run) => processEvent(run, 'process_started', started, String(run.attempt))),
    );
    return { jobType: first.job_type, runs, started, warnings: [], followUps: [] };
  }

  /**
   * Ends the attempts, and writes what their runs said and wanted, in one transaction. Nothing is written for an
   * attempt that was superseded. With `apart` the runs that are queued again get a message each, instead of the
   * batch's.
   */
  async conclude(batch: RunBatch, outcomes: ReadonlyMap<JobRun, AttemptOutcome>, apart: boolean): Promise<void> {
    const finished = this.clock.now();
    const durationMs = finished.getTime() - batch.started.getTime();
    let queued = false;
    const settled = await this.database.transaction(async (tx) => {
      const changed = await this.attempts.settle(
        tx,
        [...outcomes].map(([{ project_id, id, attempt }, outcome]) => ({ project_id, id, attempt, ...outcome })),
      );
      const written = new Map(changed.map((run) => [run.id, run]));
      await this.events.process(tx, [
        // A batch that failed as a whole is done again from its beginning, project by project: each run says its own
        // then.
        ...(apart ? [] : warningsOf(batch).filter((event) => written.has(event.note.run_id))),
        ...changed.flatMap((run) => endingOf(run, finished, durationMs)),
      ]);
      queued = await this.startFollowUps(tx, batch, changed);
      if (apart) await this.starter.queueAlone(tx, changed);
      return written;
    });
    if (apart || queued) this.starter.nudge();
    for (const run of batch.runs) this.tell(run, settled.get(run.id)?.status ?? 'superseded', durationMs);
  }

  /** Fails open runs whose workers are gone for good. */
  async abandon(keys: readonly RunKey[], error: RunError): Promise<void> {
    const at = this.clock.now();
    const ended = await this.database.transaction(async (tx) => {
      const runs = await this.attempts.abandon(tx, keys, error);
      await this.events.process(
        tx,
        runs.map((run) => processEvent(run, 'process_failed', at, 'abandoned', { error })),
      );
      return runs;
    });
    for (const run of ended) this.log.error({ job_type: run.job_type, run_id: run.id }, 'run abandoned');
  }

  /** Cancels an open run with its open parts, in the caller's transaction; null where it is over. */
  async cancel(tx: Tx, key: RunKey, error: RunError): Promise<JobRun | null> {
    const at = this.clock.now();
    const ended = await this.attempts.cancel(tx, key, error);
    await this.events.process(
      tx,
      ended.map((run) => processEvent(run, 'process_failed', at, 'cancelled', { error })),
    );
    return ended.find(({ id }) => id === key.id) ?? null;
  }

  /** What the runs wanted, and the runs themselves where somebody joined them who may want more than they saw. */
  private async startFollowUps(tx: Tx, batch: RunBatch, changed: readonly JobRun[]): Promise<boolean> {
    const written = new Set(changed.map((run) => run.id));
    const again = changed.filter((run) => run.follow_up_wanted && run.status !== 'queued');
    const wanted = [
      ...batch.followUps
        .filter(({ run }) => written.has(run.id))
        .map(({ run, jobType }) => ({ ...run, job_type: jobType })),
      ...again.map((run) => ({ ...run, triggered_by: null, request_id: null })),
    ];
    await this.starter.followUp(
      tx,
      wanted.map(({ project_id, job_type, triggered_by, request_id }) => ({
        project_id,
        job_type,
        triggered_by,
        request_id,
        payload: {},
      })),
    );
    return wanted.length > 0;
  }

  private tell(run: JobRun, status: JobRun['status'] | 'superseded', durationMs: number): void {
    // Queued again is not an end: the attempt that ends it tells.
    if (status === 'queued') return;
    this.durations.observe({ job_type: run.job_type, status }, durationMs / 1000);
    this.log.log(
      { job_type: run.job_type, run_id: run.id, request_id: run.request_id, status, duration_ms: durationMs },
      'job ended',
    );
  }
}

function processEvent(
  run: JobRun,
  type: ProcessEvent['type'],
  at: Date,
  step: string,
  note: Partial<ProcessEvent['note']> = {},
): ProcessEvent {
  return { project_id: run.project_id, type, at, step, note: { process: run.job_type, run_id: run.id, ...note } };
}

function warningsOf(batch: RunBatch): ProcessEvent[] {
  return batch.warnings.map(({ run, at, warning, details }, index) =>
    processEvent(run, 'process_warning', at, `${run.attempt}.${index + 1}`, {
      warning,
      ...(details ? { details } : {}),
    }),
  );
}

/** How a run that is over ended; nothing of one that is queued again. */
function endingOf(run: JobRun, at: Date, durationMs: number): ProcessEvent[] {
  const ended = (type: ProcessEvent['type'], note: Partial<ProcessEvent['note']>) => [
    processEvent(run, type, at, String(run.attempt), note),
  ];
  switch (run.status) {
    case 'succeeded':
      return ended('process_finished', { duration_ms: durationMs, counters: countersOf(run.result ?? {}) });
    case 'failed':
      return ended('process_failed', { duration_ms: durationMs, ...(run.error ? { error: run.error } : {}) });
    case 'cancelled':
      return ended('process_failed', run.error ? { error: run.error } : {});
    case 'queued':
    case 'running':
      return [];
  }
}

/** The numbers of a result and of its parts, which is what an event keeps of it. */
function countersOf(result: JobResult): Record<string, unknown> {
  const counters: [string, unknown][] = [];
  for (const [key, value] of Object.entries(result)) {
    if (typeof value === 'number') counters.push([key, value]);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) continue;
    const numbers = Object.entries(value).filter(([, part]) => typeof part === 'number');
    if (numbers.length > 0) counters.push([key, Object.fromEntries(numbers)]);
  }
  return Object.fromEntries(counters);
}
