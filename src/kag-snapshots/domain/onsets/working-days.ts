import { startOfDay } from '../../../common/day.js';
import { DAY_MS } from '../../../common/time-units.js';
import type { WorkingTime } from '../../../common/working-time/working-time.js';

const known = new WeakMap<WorkingTime, Map<string, boolean>>();

/**
 * Tells whether people work on a UTC day: on the local day that is there at its noon, in which most of it lies. So a
 * week has as many working days as by the local calendar of any zone.
 */
export function workingDays(time: WorkingTime): (day: string) => boolean {
  const days = known.get(time) ?? new Map<string, boolean>();
  known.set(time, days);
  return (day) => {
    let working = days.get(day);
    if (working === undefined) {
      working = time.isWorkingDay(startOfDay(day).getTime() + DAY_MS / 2);
      days.set(day, working);
    }
    return working;
  };
}
