import type { Band, Score } from '../score.js';
import type { Signals } from '../signal.js';
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

/** 100 less what is wrong; its band is the level of concern. */
export const projectHealth = (signals: Signals): Score => byTheWorst(100, HEALTH_CAUSES, signals, concern);

function concern(health: number): Band {
  return health < 40 ? 'critical' : health < 60 ? 'high' : health < 75 ? 'medium' : 'low';
}
