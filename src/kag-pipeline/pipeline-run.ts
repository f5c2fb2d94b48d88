import { AppError } from '../common/app-error.js';
import type { Clock } from '../common/clock.js';
import type { Database } from '../database/index.js';
import { runErrorOf, type JobContext, type JobResult } from '../jobs/index.js';
import type { EventLog, ProcessEvent } from '../kag-events/index.js';

/** What a step of a pipeline does for all projects together, and what it says of each. */
export interface Step<T> {
  name: string;
  work: () => Promise<T>;
  /** Counts what was done in the run's project, and warns of what is not as it should be. */
  tell: (context: JobContext, done: T) => object;
}

/**
 * One go of a pipeline over many projects, step by step. Each project's log tells when a step began and how it ended,
 * in as many statements for a hundred projects as for one.
 */
export class PipelineRun {
  /** By project, what each step counted or why it was skipped, under the step's name. */
  readonly results: Map<string, JobResult>;

  constructor(
    private readonly pipeline: string,
    private readonly contexts: readonly JobContext[],
    private readonly log: EventLog,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.results = new Map(contexts.map(({ projectId }) => [projectId, {}]));
  }

  /**
   * Does a step.
   * @throws what its work throws, or why the runs have to stop
   */
  async step<T>({ name, work, tell }: Step<T>): Promise<T> {
    this.contexts[0]?.signal.throwIfAborted();
    const started = this.clock.now();
    const note = (type: ProcessEvent['type'], at: Date, more: (context: JobContext) => Partial<ProcessEvent['note']>) =>
      this.log.process(
        this.database,
        this.contexts.map((context) => ({
          project_id: context.projectId,
          type,
          at,
          step: started.toISOString(),
          note: { process: `${this.pipeline}_${name}`, run_id: context.runId, ...more(context) },
        })),
      );
    await note('process_started', started, () => ({}));
    try {
      const done = await work();
      const finished = this.clock.now();
      for (const context of this.contexts) this.put(context, name, { ...tell(context, done) });
      await note('process_finished', finished, ({ projectId }) => ({
        duration_ms: finished.getTime() - started.getTime(),
        counters: this.results.get(projectId)?.[name] as JobResult,
      }));
      return done;
    } catch (thrown) {
      const reason = this.endedBy(thrown);
      if (reason !== null) {
        const failed = this.clock.now();
        const duration_ms = failed.getTime() - started.getTime();
        // Where the log can't be written either, the step's own failure is still the one to tell.
        await note('process_failed', failed, () => ({ duration_ms, error: runErrorOf(reason) })).catch(() => undefined);
      }
      throw thrown;
    }
  }

  /** Leaves a step out. */
  skip(name: string, why: JobResult): void {
    for (const context of this.contexts) this.put(context, name, why);
  }

  private put({ projectId }: JobContext, name: string, part: JobResult): void {
    this.results.set(projectId, { ...this.results.get(projectId), [name]: part });
  }

  /**
   * What the step failed by; null where it goes on elsewhere: a run that is handed back starts the step again, and of a
   * batch each project is tried by itself, which alone shows whose failure it is.
   */
  private endedBy(thrown: unknown): unknown {
    const signal = this.contexts[0]?.signal;
    if (signal?.aborted) return signal.reason instanceof AppError ? signal.reason : null;
    return this.contexts.length === 1 ? thrown : null;
  }
}
