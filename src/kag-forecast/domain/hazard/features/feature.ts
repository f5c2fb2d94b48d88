import { startOfDay } from '../../../../common/day.js';
import { DAY_MS } from '../../../../common/time-units.js';
import type { DayMeasures, Onset } from '../../../../kag-snapshots/index.js';

/** A day of a project, with what was known before it. */
export interface DayView {
  days: readonly DayMeasures[];
  /** The place of the day in `days`: later ones must not be looked at. */
  at: number;
  /** Of the feature's risk; those that were not known by the day must not be looked at. */
  onsets: readonly Onset[];
}

/** Something that makes a risk more likely: the more of it, from 0 to 1, the more so. */
export interface HazardFeature {
  key: string;
  /** What it is, as docs/contract/forecast.md says it; it is 0 at `from` and before, 1 at `to` and beyond. */
  is: string;
  from: number;
  to: number;
  /** Null: it is not known. */
  of: (look: DayView) => number | null;
}

/** A feature of a value, by where it begins to matter and where it matters in full. */
export const scaled = (
  key: string,
  is: string,
  from: number,
  to: number,
  value: (look: DayView) => number | null | undefined,
): HazardFeature => ({ key, is, from, to, of: (look) => share(value(look), from, to) });

/** How far a value has come from where it begins to matter to where it matters fully: 0 to 1. */
export function share(value: number | null | undefined, from: number, to: number): number | null {
  if (value === null || value === undefined) return null;
  return Math.min(1, Math.max(0, (value - from) / (to - from)));
}

/** The day itself. */
export const today = ({ days, at }: DayView): DayMeasures | undefined => days[at];

/**
 * Days since the last onset was over; Infinity where there was none. What was part of a trouble that is over is no sign of
 * the next one: features look back no further.
 */
export function calmDays({ days, at, onsets }: DayView): number {
  const now = days[at]?.day ?? '';
  const ends = onsets.flatMap(({ known, ended }) => (known <= now && ended !== null && ended <= now ? [ended] : []));
  const last = ends.reduce((a, b) => (a > b ? a : b), '');
  return last === '' ? Infinity : (startOfDay(now).getTime() - startOfDay(last).getTime()) / DAY_MS;
}
