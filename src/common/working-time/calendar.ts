import { isTimeZone } from './zone.js';

/** From Monday on, as a week of business. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

export interface WorkingHours {
  /** `HH:MM` from 00:00, local time. */
  start: string;
  /** `HH:MM` up to 24:00, later than the start on the same day. */
  end: string;
}

/** When people work: on these days, within these hours, as clocks show them in this IANA time zone. */
export interface WorkingCalendar {
  time_zone: string;
  working_days: readonly Weekday[];
  working_hours: WorkingHours;
}

/** All time is working time: for plain days and minutes. */
export const ROUND_THE_CLOCK: WorkingCalendar = {
  time_zone: 'UTC',
  working_days: WEEKDAYS,
  working_hours: { start: '00:00', end: '24:00' },
};

const CLOCK_TIME = /^(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** Minutes from midnight of `HH:MM`; undefined for any other text. */
export function minuteOf(text: string): number | undefined {
  const found = CLOCK_TIME.exec(text);
  if (!found) return undefined;
  return found[1] === undefined ? 24 * 60 : Number(found[1]) * 60 + Number(found[2]);
}

/** Whether these are hours of one day, the end later than the start. */
export function areWorkingHours({ start, end }: WorkingHours): boolean {
  const [from, to] = [minuteOf(start), minuteOf(end)];
  return from !== undefined && to !== undefined && from < to;
}

/** `09:00-18:00` as hours; undefined for any other text. */
export function hoursFrom(text: string): WorkingHours | undefined {
  const [start = '', end = '', ...more] = text.split('-');
  const hours = { start: start.trim(), end: end.trim() };
  return more.length === 0 && areWorkingHours(hours) ? hours : undefined;
}

/** `mon-fri`, `sun-thu` or `mon,wed,fri` as days in the order of the week; undefined for any other text. */
export function daysFrom(text: string): Weekday[] | undefined {
  const named = new Set<Weekday>();
  for (const part of text.toLowerCase().split(',')) {
    const [first, last = first, ...more] = part.split('-').map((word) => WEEKDAYS.findIndex((d) => d === word.trim()));
    if (first === undefined || last === undefined || first < 0 || last < 0 || more.length > 0) return undefined;
    const length = ((last - first + WEEKDAYS.length) % WEEKDAYS.length) + 1;
    for (let n = 0; n < length; n++) named.add(dayAt(first + n));
  }
  return WEEKDAYS.filter((day) => named.has(day));
}

/** Whether it says when people work; a calendar without a working day or hour would make every wait endless. */
export const isCalendar = ({ time_zone, working_days, working_hours }: WorkingCalendar): boolean =>
  isTimeZone(time_zone) && working_days.length > 0 && areWorkingHours(working_hours);

const dayAt = (index: number): Weekday => WEEKDAYS[index % WEEKDAYS.length] ?? 'mon';
