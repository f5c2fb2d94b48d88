import { dayOf, startOfDay } from '../../common/day.js';
import { DAY_MS } from '../../common/time-units.js';
import { offsetAt } from '../../common/working-time/zone.js';
import type { WorkingTime } from '../../common/working-time/working-time.js';

/** The day that clocks of a time zone show at a moment, `YYYY-MM-DD`. */
export const localDay = (timeZone: string, time: Date): string =>
  dayOf(new Date(time.getTime() + offsetAt(timeZone, time.getTime())));

/** No calendar goes longer without a working day. */
const LONGEST_BREAK = 400;

/** The last of so many working days after a day: one that opens on a Friday and is due in a day is due on Monday. */
export function dueDay(time: WorkingTime, opened: Date, days: number): string {
  let day = startOfDay(localDay(time.calendar.time_zone, opened)).getTime();
  let left = days;
  for (let n = 0; left > 0 && n < LONGEST_BREAK; n++) {
    day += DAY_MS;
    // By the calendar's own noon: the day is a local one.
    if (time.isWorkingDay(day + DAY_MS / 2 - offsetAt(time.calendar.time_zone, day))) left--;
  }
  return dayOf(new Date(day));
}
