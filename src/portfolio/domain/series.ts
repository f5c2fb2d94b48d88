import type { ScoreType } from '../../kag-signals/index.js';
import type { ListedScore } from './listed.js';

/** Days of a series; the last one is today. */
export const SERIES_DAYS = 60;
/** How many days earlier than asked for the first day of a change may be. */
const SLACK_DAYS = 3;

type Types = readonly [ScoreType, ScoreType, ScoreType, ScoreType];
/** In the order of a point's values. */
export const POINT_SCORES: Types = ['project_health', 'risk', 'client_value', 'upsell_likelihood'];

/** A day's scores: days since the first day of the series, then a value for each score. */
export type Point = readonly [day: number, ...values: (number | null)[]];

export interface ShownScore extends ListedScore {
  /** What it is more than 7 and 30 days ago; null: one of the two is unknown. */
  change_7d: number | null;
  change_30d: number | null;
  /** Whole numbers, the oldest day first; null: the day is unknown. */
  series: (number | null)[];
}

/** The scores with how they came about. */
export function scoresOver(
  points: readonly Point[],
  now: Partial<Record<ScoreType, ListedScore>>,
): Record<ScoreType, ShownScore> {
  const shown = POINT_SCORES.map((type, i) => {
    const { value, band } = now[type] ?? { value: null, band: null };
    const days = valuesOf(points, i + 1);
    return [
      type,
      {
        value: value === null ? null : tenths(value),
        band,
        change_7d: changeOver(days, value, 7),
        change_30d: changeOver(days, value, 30),
        series: days.map((one) => (one === null ? null : Math.round(one))),
      },
    ];
  });
  return Object.fromEntries(shown) as Record<ScoreType, ShownScore>;
}

function valuesOf(points: readonly Point[], column: number): (number | null)[] {
  const days: (number | null)[] = Array.from({ length: SERIES_DAYS }, () => null);
  for (const point of points) {
    const day = point[0];
    if (day >= 0 && day < SERIES_DAYS) days[day] = point[column] ?? null;
  }
  return days;
}

/** Against the day so long ago, or the last one before it that is known. */
export function changeOver(days: readonly (number | null)[], now: number | null, ago: number): number | null {
  if (now === null) return null;
  const wanted = days.length - 1 - ago;
  const then = days.slice(Math.max(0, wanted - SLACK_DAYS), wanted + 1).findLast((value) => value !== null);
  return then === undefined || then === null ? null : tenths(now - then);
}

const tenths = (value: number): number => Math.round(10 * value) / 10 + 0;
