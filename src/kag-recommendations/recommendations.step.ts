import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { type ChainRun, type JobContext, JobRegistry, type JobStep, stepJob } from '../jobs/index.js';
import { ForecastStep } from '../kag-forecast/index.js';
import { SignalsStep } from '../kag-signals/index.js';
import { knownOf } from './known-of.js';
import { followWithPhrasing, PHRASE_RECOMMENDATIONS } from './phrasing/phrase-recommendations.job.js';
import { RecommendationsService, type RefreshedRecommendations } from './recommendations.service.js';
import { countRecommendations } from './counters.js';

export const RECOMMENDATIONS_REFRESH = 'kag_recommendations_refresh';

/** Recommends from the projects' signals and forecasts. */
@Injectable()
export class RecommendationsStep implements JobStep<RefreshedRecommendations> {
  readonly name = 'recommendations';
  readonly feature = 'recommendations';
  readonly job = {
    type: RECOMMENDATIONS_REFRESH,
    title: 'Bring recommendations in line with signals and forecasts',
    cadenceSeconds: null,
    timeoutSeconds: 600,
    reads: [
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
    ] as const,
    writes: ['projects', 'events', 'signals', 'forecasts', 'recommendations'] as const,
    followUps: [PHRASE_RECOMMENDATIONS],
  };

  constructor(
    jobs: JobRegistry,
    private readonly signals: SignalsStep,
    private readonly forecasts: ForecastStep,
    private readonly recommendations: RecommendationsService,
    private readonly config: Config,
    clock: Clock,
  ) {
    jobs.register(stepJob(this, config, clock));
  }

  async work(run: ChainRun): Promise<Map<string, RefreshedRecommendations>> {
    const known = knownOf(await run.of(this.signals), await run.of(this.forecasts));
    return this.recommendations.refresh(known, run.now);
  }

  /** Also wants the phrasing of what was written. */
  tell(context: JobContext, own: RefreshedRecommendations | undefined) {
    followWithPhrasing(this.config, context, own);
    return countRecommendations(context, own);
  }
}
