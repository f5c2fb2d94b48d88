import type { Clock } from '../../common/clock.js';
import type { Config } from '../../config/index.js';
import { skippedResult } from '../../common/feature-flags.js';
import type { BatchJobDefinition, JobResult } from '../job-definition.js';
import { ChainRun, type ChainStep } from './chain.js';

/** A step that people can have done by itself. */
export interface JobStep<T = unknown> extends ChainStep<T> {
  readonly job: Omit<BatchJobDefinition, 'runTogether' | 'run' | 'feature'>;
  /** What the job answers beside the counters. */
  answer?(own: T): JobResult;
}

/** The job that does a step by itself: first the steps that it is made of, then it. */
export function stepJob<T>(step: JobStep<T>, config: Config, clock: Clock): BatchJobDefinition {
  return {
    ...step.job,
    feature: step.feature,
    async runTogether(contexts) {
      const skipped = skippedResult(config, step.feature);
      if (skipped) return new Map(contexts.map(({ projectId }) => [projectId, { ...skipped }]));
      const made = await new ChainRun(contexts, clock.now()).of(step);
      return new Map(
        contexts.map((context) => {
          const own = made.get(context.projectId);
          const answered = own === undefined ? {} : step.answer?.(own);
          return [context.projectId, { ...step.tell(context, own), ...answered }];
        }),
      );
    },
  };
}
