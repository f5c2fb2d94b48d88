import { dayOf } from '../../src/common/day.js';
import { DAY_MS } from '../../src/common/time-units.js';
import type { WorkingCalendar } from '../../src/common/working-time/calendar.js';

/** Worlds begin on a Monday: days are counted from it. */
const FIRST = Date.parse('2026-01-05T00:00:00Z');
const HOUR_MS = 3_600_000;
const OPENS = 9;
const HOURS = 8;

/** When everybody works in these worlds, as projects are told it. */
export const OFFICE: WorkingCalendar = {
  time_zone: 'UTC',
  working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
  working_hours: { start: `0${OPENS}:00`, end: `${OPENS + HOURS}:00` },
};

/** The day as text. */
export const dayText = (day: number): string => dayOf(new Date(FIRST + day * DAY_MS));

/** Its last millisecond, epoch ms. */
export const endOf = (day: number): number => FIRST + (day + 1) * DAY_MS - 1;

export const isWorking = (day: number): boolean => day % 7 < 5;

/** The day that a time (epoch ms) lies in. */
export const dayAt = (time: number): number => Math.floor((time - FIRST) / DAY_MS);

/** A time on a day, `hours` after the office opens. */
export const timeOn = (day: number, hours: number): number => FIRST + day * DAY_MS + (OPENS + hours) * HOUR_MS;

/** `hours` of working time after a time: nights and weekends are passed over. */
export function afterWorking(time: number, hours: number): number {
  let day = dayAt(time);
  let open = Math.max(0, (time - timeOn(day, 0)) / HOUR_MS);
  let left = hours;
  for (;;) {
    const today = isWorking(day) ? Math.max(0, HOURS - open) : 0;
    if (left < today) return timeOn(day, open + left);
    left -= today;
    day++;
    open = 0;
  }
}

/** The first working day from this one on. */
export function workingFrom(day: number): number {
  let found = day;
  while (!isWorking(found)) found++;
  return found;
}
