import { startOfDay } from '../../../../common/day.js';
import { DAY_MS } from '../../../../common/time-units.js';
import type { DayMeasures, Onset } from '../../../../kag-snapshots/index.js';
import type { HazardFeature, DayView } from './feature.js';
import { calmDays, scaled, today } from './feature.js';

/** Days that are recent. */
export const RECENT = 28;
const SLOW_FROM = 28;
/** No feature looks further back than so many days; onsets alone are remembered longer. */
export const LOOKS_BACK = 112;
/** Answers four times as slow as usual count in full. */
const SLOWEST = 2;
/** After so many days a past onset counts half. */
const FADES = 60;
/** So many onsets count in full. */
const MANY = 2;
/** Days after its beginning from which on an onset tells of the next: two do not follow each other at once. */
const TELLS_FROM = 21;

/** The recent days, without those of a trouble that is over. */
export function recentDays(look: DayView): readonly DayMeasures[] {
  const { days, at } = look;
  const back = Math.min(RECENT, calmDays(look) + 1);
  return days.slice(Math.max(0, at + 1 - back), at + 1);
}

/** The mean of something over recent days on which it is known; null where it never is. */
export function recentMean(look: DayView, of: (day: DayMeasures) => number | null): number | null {
  let sum = 0;
  let count = 0;
  for (const day of recentDays(look)) {
    const value = of(day);
    if (value === null) continue;
    sum += value;
    count++;
  }
  return count === 0 ? null : sum / count;
}

/** How much slower the team answers than the project's own median of the days before the last four weeks. */
export const slowness: HazardFeature = scaled(
  'slowness',
  'binary logarithm of `answer_minutes` + 15 over the same of the project’s usual ones',
  0,
  SLOWEST,
  (look) => {
    const now = today(look)?.answer_minutes ?? null;
    const usual = medianBefore(look);
    return now === null || usual === null ? null : Math.log2((now + 15) / (usual + 15));
  },
);

/** The project's usual answer time: the median of a day of each of the twelve weeks before the last four. */
export function medianBefore({ days, at }: DayView): number | null {
  const values: number[] = [];
  for (let i = at - SLOW_FROM; i >= 0 && i > at - LOOKS_BACK; i -= 7) {
    const value = days[i]?.answer_minutes;
    if (value !== null && value !== undefined) values.push(value);
  }
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? null;
}

/** The project's own onsets that tell of the next, as far as they are known. */
export function tellingOnsets({ days, at, onsets }: DayView): readonly Onset[] {
  const now = days[at]?.day;
  return now === undefined ? [] : onsets.filter(({ began, known }) => known <= now && ageOf(began, now) >= TELLS_FROM);
}

const ageOf = (began: string, now: string): number =>
  (startOfDay(now).getTime() - startOfDay(began).getTime()) / DAY_MS;

/** How often the same came about in this project before; what is long ago counts less. */
export const ownOnsets: HazardFeature = scaled(
  'own_onsets',
  `the project’s own onsets of ${TELLS_FROM} days ago or before; each counts half as much every ${FADES} days`,
  0,
  MANY,
  (look) => {
    const now = today(look)?.day;
    if (now === undefined) return null;
    return tellingOnsets(look).reduce((total, { began }) => total + 0.5 ** (ageOf(began, now) / FADES), 0);
  },
);
