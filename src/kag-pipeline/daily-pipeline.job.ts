import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { skippedResult } from '../common/feature-flags.js';
import {
  type BatchJobDefinition,
  ChainRun,
  type ChainStep,
  type JobContext,
  JobRegistry,
  type JobResult,
} from '../jobs/index.js';
import { EventLog } from '../kag-events/index.js';
import { ForecastStep } from '../kag-forecast/index.js';
import { RecommendationsStep } from '../kag-recommendations/index.js';
import { SignalsStep } from '../kag-signals/index.js';
import { SnapshotsStep } from '../kag-snapshots/index.js';
import { PipelineRun } from './pipeline-run.js';

export const DAILY_PIPELINE = 'kag_daily_pipeline';

/**
 * The chain of all conclusions, of many projects at once: as many statements for a hundred projects as for one. It runs
 * after midnight UTC. The result tells of each step what it did, or which flag leaves it out.
 */
@Injectable()
export class DailyPipelineJob implements BatchJobDefinition {
  readonly type = DAILY_PIPELINE;
  readonly title = 'Signals, the day’s snapshot, forecasts and recommendations';
  readonly cadenceSeconds = 86_400;
  readonly timeoutSeconds = 1800;
  readonly reads = [
    'projects',
    'records',
    'syncs',
    'events',
    'signals',
    'days',
    'onsets',
    'signatures',
    'forecasts',
    'recommendations',
  ] as const;
  readonly writes = ['projects', 'events', 'signals', 'days', 'onsets', 'forecasts', 'recommendations'] as const;
  readonly feature = 'signals';
  readonly followUps: readonly string[];
  /** In the order in which they are done. */
  private readonly steps: readonly ChainStep[];

  constructor(
    jobs: JobRegistry,
    signals: SignalsStep,
    snapshots: SnapshotsStep,
    forecasts: ForecastStep,
    recommendations: RecommendationsStep,
    private readonly log: EventLog,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {
    this.steps = [signals, snapshots, forecasts, recommendations];
    this.followUps = recommendations.job.followUps;
    jobs.register(this);
  }

  async runTogether(contexts: readonly JobContext[]): Promise<Map<string, JobResult>> {
    const skipped = skippedResult(this.config, this.feature);
    if (skipped) return new Map(contexts.map(({ projectId }) => [projectId, { ...skipped }]));
    const chain = new ChainRun(contexts, this.clock.now());
    const run = new PipelineRun(DAILY_PIPELINE, contexts, this.log, this.database, this.clock);
    for (const step of this.steps) {
      const off = skippedResult(this.config, step.feature);
      if (off) run.skip(step.name, { ...off });
      else await run.step({ name: step.name, work: () => chain.of(step), tell: tellOf(step) });
    }
    return run.results;
  }
}

const tellOf = (step: ChainStep) => (context: JobContext, made: ReadonlyMap<string, unknown>) =>
  step.tell(context, made.get(context.projectId));
