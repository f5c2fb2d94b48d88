import { DAY_MS } from '../../common/time-units.js';

const WEEK_MS = 7 * DAY_MS;
/** The first Monday of the epoch, 00:00 UTC. */
const FIRST_MONDAY = 4 * DAY_MS;
/** For how long checkpoints are kept: an event that comes later than that is folded from the beginning. */
export const CHECKPOINT_DAYS = 98;

/**
 * The moments at which states are worth keeping after `from` and before `now` (epoch ms): the last millisecond of each
 * week (UTC, from Monday) of the last 98 days. An event that comes late is then folded with what followed its week.
 */
export function checkpointsBetween(from: number, now: number): number[] {
  const first = Math.max(from, now - CHECKPOINT_DAYS * DAY_MS);
  const moments: number[] = [];
  let moment = Math.floor((first - FIRST_MONDAY) / WEEK_MS) * WEEK_MS + FIRST_MONDAY + WEEK_MS - 1;
  for (; moment < now; moment += WEEK_MS) if (moment > first) moments.push(moment);
  return moments;
}
