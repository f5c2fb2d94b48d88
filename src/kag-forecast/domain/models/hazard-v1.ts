import { FEATURES } from '../hazard/features/features.js';
import { learnHazards } from '../hazard/learn.js';
import { PRIOR } from '../hazard/prior.js';
import type { Way } from './way.js';

/** Each feature has a slope of its own. */
export const hazardV1: Way = {
  name: 'hazard-v1',
  features: FEATURES,
  priors: PRIOR,
  learn: (_risk, rows, priors) => learnHazards(rows, priors),
};
