import type { HazardFeature } from '../hazard/features/feature.js';
import type { Learnt } from '../hazard/learn.js';
import type { HazardPrior } from '../hazard/prior.js';
import type { TrainingRows } from '../hazard/training-rows.js';
import type { ModelName } from '../forecast.js';
import type { RiskType } from '../risks.js';

export type Priors = Readonly<Record<RiskType, readonly HazardPrior[]>>;

/** A way to forecast: what it looks at, what it believes before it has learnt, and how it learns. */
export interface Way {
  readonly name: ModelName;
  readonly features: Readonly<Record<RiskType, readonly HazardFeature[]>>;
  readonly priors: Priors;
  /** What a risk's rows teach, in steps of some milliseconds; a hazard for each interval. */
  learn(risk: RiskType, rows: readonly TrainingRows[], priors: readonly HazardPrior[]): Generator<void, Learnt>;
}
