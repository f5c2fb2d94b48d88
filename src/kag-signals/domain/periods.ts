import { DAY_MS } from '../../common/time-units.js';

/** Whether a time lies in the last `days` before `now`: the far end is out, `now` itself is in. */
export const within = (at: number, now: number, days: number): boolean => at > now - days * DAY_MS && at <= now;

/** Days between two times, fractions included. */
export const daysBetween = (from: number, to: number): number => (to - from) / DAY_MS;

/** Drops from the front what is out of a window that ends at `now`; the list is in the order of its times. */
export function forgetOlder<T>(list: T[], now: number, days: number, timeOf: (one: T) => number): void {
  let old = 0;
  for (const one of list) {
    if (within(timeOf(one), now, days)) break;
    old++;
  }
  if (old > 0) list.splice(0, old);
}
