import { dayOf, startOfDay } from '../../common/day.js';
import { DAY_MS } from '../../common/time-units.js';

export const WEEK_DAYS = 7;

export const plusDays = (day: string, days: number): string =>
  dayOf(new Date(startOfDay(day).getTime() + days * DAY_MS));

/** The last day that the models of a day have learnt from: the Sunday before it. */
export function learntUntil(day: string): string {
  const sinceMonday = (startOfDay(day).getUTCDay() + 6) % WEEK_DAYS;
  return plusDays(day, -sinceMonday - 1);
}
