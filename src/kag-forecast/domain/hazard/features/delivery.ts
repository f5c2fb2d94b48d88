import type { DayMeasures } from '../../../../kag-snapshots/index.js';
import { type HazardFeature, scaled, today } from './feature.js';
import { ownOnsets, recentMean, slowness } from './past.js';

/** What delivery hangs on. */
export const DELIVERY: readonly HazardFeature[] = [
  scaled('blockers_age', '`blockers_age`', 0, 6, (look) => today(look)?.blockers_age),
  scaled('open_blockers', '`open_blockers`', 0, 4, (look) => today(look)?.open_blockers),
  scaled('stage_overdue', '`stage_overdue`', 0, 3, (look) => today(look)?.stage_overdue),
  slowness,
  scaled('slow_answers', 'binary logarithm of `answer_minutes` + 1', 5, 8, (look) => log2(today(look)?.answer_minutes)),
  scaled(
    'days_overdue',
    'mean of recent days: 1 where `stage_overdue` ≥ 0.5 or `blockers_age` ≥ 2, else 0.5 with any open blocker',
    0,
    1,
    (look) => recentMean(look, stuck),
  ),
  ownOnsets,
];

/** Of minutes: 5 is half an hour, 8 is half a working day. */
const log2 = (minutes: number | null | undefined): number | null =>
  minutes === null || minutes === undefined ? null : Math.log2(minutes + 1);

/** Whether something was blocked or late on a day, and in part whether anything was at all. */
export function stuck({ stage_overdue, blockers_age, open_blockers }: DayMeasures): number | null {
  if (stage_overdue === null && blockers_age === null) return null;
  if ((stage_overdue ?? 0) >= 0.5 || (blockers_age ?? 0) >= 2) return 1;
  return (open_blockers ?? 0) > 0 ? 0.5 : 0;
}
