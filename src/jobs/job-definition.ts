import type { Feature } from '../common/feature-flags.js';
import type { Area } from './domain/areas.js';

/** How far a run has come: `total` is null while it is not known. */
export interface Progress {
  done: number;
  total: number | null;
  unit: string;
}

/** What a handler is given: whose work it is, when to stop, and how to say how far it is. */
export interface JobContext {
  readonly projectId: string;
  readonly runId: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** Who asked for it, or for the run that this one is a part of; null: the schedule did. */
  readonly triggeredBy: string | null;
  /** Aborts when the run's time is up, the server stops, or the run was taken over by another worker. */
  readonly signal: AbortSignal;
  /** Records progress; written at most about once a second, so call it as often as you like. */
  progress(progress: Progress): void;
  /**
   * Something is not as it should be, yet the run goes on: logged at once, and a process_warning in the event log in
   * the same transaction as the run's end.
   */
  warn(text: string, details?: Record<string, unknown>): void;
  /**
   * Wants one of the declared `followUps` to run for the project once this run is over, whether it succeeds or fails:
   * queued in the same transaction as the run's end; joins it where it is open already.
   */
  followUp(jobType: string): void;
  /** Runs another job of the project as a part of this one and returns how it ended; joins it where it runs already. */
  runChild(jobType: string, payload?: Record<string, unknown>): Promise<ChildOutcome>;
}

export type ChildOutcome =
  | { runId: string; ok: true; result: JobResult }
  | { runId: string; ok: false; error: { code: string; message: string } };

/** What a run answers and keeps: plain JSON, an object. */
export type JobResult = Record<string, unknown>;

/** A kind of work, declared by the feature that does it. */
interface Declaration {
  /** Name in URLs, tables and metrics; snake_case. */
  readonly type: string;
  /** What it does, for people. */
  readonly title: string;
  /** How often the schedule runs it for each project; null: only when asked or as a part of another. */
  readonly cadenceSeconds: number | null;
  /** Whether a new project's first run is due at once; else it is up to one cadence away. */
  readonly dueAtOnce?: boolean;
  /** After which the signal of a run, or of a batch of runs, aborts; it then has a few seconds to give up. */
  readonly timeoutSeconds: number;
  /** What its runs read and write of what is stored; without what the queue keeps of a run. */
  readonly reads: readonly Area[];
  readonly writes: readonly Area[];
  /** What switches it off: its runs are skipped then. */
  readonly feature?: Feature;
  /** The variable without which its runs are skipped. */
  readonly switchedOnBy?: string;
  /** Jobs that it may want to follow it. A name that no feature declares stops the start of the server. */
  readonly followUps?: readonly string[];
  /** Jobs that it runs as parts of its own, or queues by itself. The same goes for their names. */
  readonly starts?: readonly string[];
}

/** A job that is done project by project. */
export interface JobDefinition extends Declaration {
  /** Does the work and returns its result. What it throws becomes the run's error. */
  run(context: JobContext): Promise<JobResult>;
  readonly runTogether?: never;
}

/**
 * A job whose statements are set-based over projects. Every project has a run of its own, but the schedule hands them
 * over in batches, and to fill them it makes the job due for all projects at the same moments: a daily one at 00:05
 * UTC, a weekly one on Mondays at that time, others at the multiples of their cadence from then on.
 */
export interface BatchJobDefinition extends Declaration {
  /**
   * Does the work of all these projects and returns, by project id, the result of each or why it failed. When it throws
   * instead, each project is tried again by itself, so that only the one that is the reason fails. A requested run is
   * a batch of one. `timeoutSeconds` is the time of the whole batch.
   */
  runTogether(contexts: readonly JobContext[]): Promise<ReadonlyMap<string, JobResult | Error>>;
  readonly run?: never;
}

export type AnyJobDefinition = JobDefinition | BatchJobDefinition;
