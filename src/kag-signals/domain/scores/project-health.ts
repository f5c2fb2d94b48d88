import type { Score } from '../score.js';
import type { Signals } from '../signal.js';
import type { Bands } from './bands.js';
import { byTheWorst, type Causes } from './by-the-worst.js';

export const HEALTH_CAUSES: Causes = {
  blockers: 1,
  stage: 1,
  waiting: 1,
  sentiment: 1,
  money: 1,
  agreement: 0.8,
  scope: 0.8,
  response: 0.8,
  activity: 0.6,
};

/** The level of concern. */
export const HEALTH_BANDS: Bands = {
  steps: [
    { is: 'below', limit: 40, band: 'critical' },
    { is: 'below', limit: 60, band: 'high' },
    { is: 'below', limit: 75, band: 'medium' },
  ],
  otherwise: 'low',
};

/** 100 less what is wrong. */
export const projectHealth = (signals: Signals): Score => byTheWorst(100, HEALTH_CAUSES, signals, HEALTH_BANDS);
