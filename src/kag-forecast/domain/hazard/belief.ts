import { logistic } from './intervals.js';

/** Days that were forecast by what was learnt before them, by their place. */
export interface TriedDays {
  /** The odds of the base rate, and what the features add to them. */
  base: number[];
  score: number[];
  came: number[];
  weight: number[];
}

/** How far slopes are believed before they are tried, and how sure that is (its inverse variance). */
export const BELIEF = 1;
const SURE = 4;
/** The same of the level, which may be another one at another time. */
const LEVEL_SURE = 8;
/** At most as they were learnt: with up to 1.25, chances on made worlds were too high before troubles began. */
export const MAX_BELIEVED = 1;
const MAX_STEPS = 25;
const SETTLED = 1e-7;
const SLICE = 16_384;

/**
 * How far slopes are to be believed: what they have to be multiplied with so that they would have said best what came
 * on the days after those that they were learnt from. Where they tell nothing of what comes, next to 0: then the base
 * rate stands.
 */
export function* beliefOf({ base, score, came, weight }: TriedDays): Generator<void, number> {
  let level = 0;
  let belief = BELIEF;
  for (let step = 0; step < MAX_STEPS; step++) {
    let [pullLevel, pullBelief] = [-LEVEL_SURE * level, -SURE * (belief - BELIEF)];
    let [bendLevel, bendBoth, bendBelief] = [LEVEL_SURE, 0, SURE];
    for (let at = 0; at < base.length; at++) {
      if (at % SLICE === SLICE - 1) yield;
      const added = score[at] ?? 0;
      const p = logistic((base[at] ?? 0) + level + belief * added);
      const pull = (weight[at] ?? 0) * ((came[at] ?? 0) - p);
      const bend = (weight[at] ?? 0) * p * (1 - p);
      pullLevel += pull;
      pullBelief += pull * added;
      bendLevel += bend;
      bendBoth += bend * added;
      bendBelief += bend * added * added;
    }
    const determinant = bendLevel * bendBelief - bendBoth * bendBoth;
    const next = belief + (pullBelief * bendLevel - pullLevel * bendBoth) / determinant;
    const move = Math.min(MAX_BELIEVED, Math.max(0, next)) - belief;
    level += (pullLevel * bendBelief - pullBelief * bendBoth) / determinant;
    belief += move;
    if (Math.abs(move) < SETTLED) break;
  }
  return belief;
}
