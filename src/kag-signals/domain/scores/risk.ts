import type { Score } from '../score.js';
import type { Signals } from '../signal.js';
import { fromAbove } from './bands.js';
import { byTheWorst, type Causes } from './by-the-worst.js';

export const RISK_CAUSES: Causes = {
  blockers: 1,
  stage: 1,
  money: 1,
  scope: 0.8,
  waiting: 0.8,
  sentiment: 0.8,
  agreement: 0.6,
  response: 0.4,
  activity: 0.2,
};

export const RISK_BANDS = fromAbove('low', [80, 'critical'], [65, 'high'], [45, 'medium']);

/** How much is at stake, in delivery and money above all. */
export const risk = (signals: Signals): Score => byTheWorst(0, RISK_CAUSES, signals, RISK_BANDS);
