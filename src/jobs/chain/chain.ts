import type { Feature } from '../../common/feature-flags.js';
import type { JobContext } from '../job-definition.js';

/** Something that is made of many projects at once, of what other steps have made of them. */
export interface ChainStep<T = unknown> {
  /** Names its part in what a pipeline answers. */
  readonly name: string;
  /** What switches it off. */
  readonly feature: Feature;
  /** Makes it of the run's projects, and returns what it made of each. A step that it asks for is done first, once. */
  work(run: ChainRun): Promise<ReadonlyMap<string, T>>;
  /** Counts what was made of the run's project, and warns of what is not as it should be. */
  tell(context: JobContext, own: T | undefined): object;
}

/** One go over many projects, for one moment. What a step makes is made once, for all who are made of it. */
export class ChainRun {
  readonly projectIds: readonly string[];
  private readonly made = new Map<ChainStep, Promise<ReadonlyMap<string, unknown>>>();

  constructor(
    readonly contexts: readonly JobContext[],
    /** Later events don't count. */
    readonly now: Date,
  ) {
    this.projectIds = contexts.map(({ projectId }) => projectId);
  }

  /** Aborts when the work has to stop. */
  get signal(): AbortSignal | undefined {
    return this.contexts[0]?.signal;
  }

  /**
   * What a step makes of each project.
   * @throws what its work throws, each time it is asked for
   */
  of<T>(step: ChainStep<T>): Promise<ReadonlyMap<string, T>> {
    const made = this.made.get(step) ?? step.work(this);
    this.made.set(step, made);
    return made as Promise<ReadonlyMap<string, T>>;
  }
}
