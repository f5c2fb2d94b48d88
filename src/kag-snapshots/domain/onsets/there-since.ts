import type { DayMeasures } from '../day-measures.js';
import type { OutcomeType } from '../outcome-types.js';
import { conditionOf } from './conditions.js';
import type { Onset } from './onset.js';

/** A project's days up to one of them, and what was known of its risks by then. */
export interface SeenDays {
  days: readonly DayMeasures[];
  isWorking: (day: string) => boolean;
}

/**
 * The day since which a risk is there at the end of the last day: that on which the onset that goes on began or, where
 * its condition holds for a first day, the last working day. Null: it is not there.
 */
export function thereSince(risk: OutcomeType, onsets: readonly Onset[], { days, isWorking }: SeenDays): string | null {
  const today = days.at(-1)?.day ?? '';
  const open = onsets.findLast(({ known, ended }) => known <= today && (ended === null || ended > today));
  if (open) return open.began;
  const last = days.findLast(({ day }) => isWorking(day));
  return last && conditionOf(risk, last).holds ? last.day : null;
}
