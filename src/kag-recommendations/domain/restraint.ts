import { startOfDay } from '../../common/day.js';
import { DAY_MS } from '../../common/time-units.js';
import type { Resolution } from './lifecycle.js';

/** Days after the end of an episode in which its category does not open again. */
export const REST_DAYS = 7;
/** So many times as strong as it was is materially worse; after "not relevant" it takes more. */
export const WORSE = 1.5;
export const WORSE_THAN_NOT_RELEVANT = 2;
/**
 * What a false alarm adds to what a category needs to open in the project, and after how many days half of it is gone.
 */
export const FALSE_ALARM_STEP = 0.25;
export const FALSE_ALARM_HALF_LIFE_DAYS = 60;
/** A category never needs more than so many times its usual strength. */
export const MAX_RAISED = 2;

/** By how much false alarms of these days (`YYYY-MM-DD`) raise what a category needs in a project: 1 is not at all. */
export function raisedBy(falseAlarms: readonly string[], today: string): number {
  const added = falseAlarms.reduce((sum, day) => {
    const age = Math.max(0, (startOfDay(today).getTime() - startOfDay(day).getTime()) / DAY_MS);
    return sum + FALSE_ALARM_STEP * 0.5 ** (age / FALSE_ALARM_HALF_LIFE_DAYS);
  }, 0);
  return Math.min(MAX_RAISED, 1 + added);
}

/** How strong it has to be to count as materially worse than it was. */
export const worseThan = (strength: number, resolution: Resolution | null): number =>
  strength * (resolution === 'not_relevant' ? WORSE_THAN_NOT_RELEVANT : WORSE);

/** The latest episode of a category that is over. */
export interface PastEpisode {
  ended_at: Date;
  /** The most that it ever was; and as it was when a person put it away. */
  peak_strength: number;
  settled_strength: number | null;
  resolution: Resolution | null;
}

/** Whether a category may open again at a strength, after its latest episode. */
export function mayOpenAgain(past: PastEpisode, strength: number, now: Date): boolean {
  if (past.resolution === 'not_relevant')
    return strength >= worseThan(past.settled_strength ?? past.peak_strength, past.resolution);
  const rested = now.getTime() - past.ended_at.getTime() >= REST_DAYS * DAY_MS;
  return rested || strength >= worseThan(past.peak_strength, past.resolution);
}
