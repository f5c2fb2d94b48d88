import type { DayMeasures } from '../../../../kag-snapshots/index.js';
import { type Feature, share, today } from './feature.js';
import { ownOnsets, recentMean, slowness } from './past.js';

/** What delivery hangs on. */
export const DELIVERY: readonly Feature[] = [
  { key: 'blockers_age', of: (look) => share(today(look)?.blockers_age, 0, 6) },
  { key: 'open_blockers', of: (look) => share(today(look)?.open_blockers, 0, 4) },
  { key: 'stage_overdue', of: (look) => share(today(look)?.stage_overdue, 0, 3) },
  slowness,
  { key: 'slow_answers', of: (look) => share(log2(today(look)?.answer_minutes), 5, 8) },
  { key: 'days_overdue', of: (look) => recentMean(look, stuck) },
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
