import { learnHazards } from '../hazard/learn.js';
import { PRIOR } from '../hazard/prior.js';
import { byRisk } from '../risks.js';
import type { Way } from './way.js';

/** Always says what is usual in the scope: what the others have to beat. */
export const baseRate: Way = {
  name: 'base-rate',
  features: byRisk(() => []),
  priors: byRisk((risk) => PRIOR[risk].map(({ base }) => ({ base, means: [], slopes: [] }))),
  learn: (_risk, rows, priors) => learnHazards(rows, priors),
};
