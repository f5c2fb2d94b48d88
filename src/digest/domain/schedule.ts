import { dayOf, startOfDay, type Span } from '../../common/day.js';
import { DAY_MS, HOUR_MS } from '../../common/time-units.js';
import { minuteOf, type Weekday, WEEKDAYS } from '../../common/working-time/calendar.js';
import { momentOf, offsetAt } from '../../common/working-time/zone.js';
import { dayAfter, lastFullDay, type Period, spanUpTo } from './span.js';

/** When a digest is sent: at this hour by local clocks, on these days of the week; a weekly one has one day. */
export interface Schedule {
  period: Period;
  days: readonly Weekday[];
  hour: number;
  time_zone: string;
}

/** Local times, `HH:MM`, between which nothing is sent; they may go over midnight. */
export interface QuietHours {
  start: string;
  end: string;
}

/** What is known of what was sent. */
export interface Sent {
  /** Times before this one are over: it was made, resumed or changed then. */
  starts_after: Date;
  /** The last day that was told, `YYYY-MM-DD`; null: nothing was. */
  told_until: string | null;
}

const WEEK_DAYS = 7;
/** Days that one digest tells of at most, however long it was not sent. */
export const MAX_DAYS = 31;

/** The days that are to be told now; null: nothing is due. What was told is not told again, and no day is left out. */
export function dueSpan(schedule: Schedule, { starts_after, told_until }: Sent, now: Date): Span | null {
  const slot = latestSlot(schedule, now);
  if (slot === null || slot <= starts_after) return null;
  const to = lastFullDay(slot);
  const next = told_until === null ? spanUpTo(to, schedule.period).from : dayAfter(told_until, 1);
  const earliest = dayAfter(to, 1 - MAX_DAYS);
  const from = next < earliest ? earliest : next;
  return from > to ? null : { from, to };
}

/** The latest time at which it was to be sent; null: no day is named. */
export function latestSlot({ days, hour, time_zone }: Schedule, now: Date): Date | null {
  const today = startOfDay(localDay(time_zone, now)).getTime();
  for (let ago = 0; ago <= WEEK_DAYS; ago++) {
    const day = today - ago * DAY_MS;
    const slot = momentOf(time_zone, day + hour * HOUR_MS);
    if (slot <= now.getTime() && days.includes(weekdayOf(day))) return new Date(slot);
  }
  return null;
}

/** Whether it is a time at which nothing is sent. */
export function isQuiet(hours: QuietHours | null, timeZone: string, now: Date): boolean {
  if (hours === null) return false;
  const [start, end] = [minuteOf(hours.start) ?? 0, minuteOf(hours.end) ?? 0];
  const local = new Date(now.getTime() + offsetAt(timeZone, now.getTime()));
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  return start < end ? minute >= start && minute < end : minute >= start || minute < end;
}

const localDay = (timeZone: string, time: Date): string =>
  dayOf(new Date(time.getTime() + offsetAt(timeZone, time.getTime())));

/** @param day a midnight as if it were UTC */
const weekdayOf = (day: number): Weekday => WEEKDAYS[(new Date(day).getUTCDay() + 6) % WEEK_DAYS] ?? 'mon';
