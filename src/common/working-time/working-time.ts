import { DAY_MS, MINUTE_MS } from '../time-units.js';
import { isCalendar, minuteOf, WEEKDAYS, type WorkingCalendar } from './calendar.js';
import { momentOf, offsetAt } from './zone.js';

/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3;
/** Days whose hours are remembered; more than that is not asked for at once. */
const KEPT_DAYS = 5000;
/** Calendars that are remembered: the projects of an account share a few. */
const KEPT_CALENDARS = 500;
/** A day without an hour is a rare one that a zone skips; so many in a row mean that no day ever comes. */
const LONGEST_BREAK = 400;

/** The hours of one working day, epoch ms. */
interface Span {
  open: number;
  close: number;
}

/**
 * Measures time in which people work, by a calendar. Moments are epoch ms. A day that clocks make longer or shorter has
 * as much working time as really passes between its hours.
 */
export class WorkingTime {
  /** Minutes of a usual working day: they turn minutes into days. */
  readonly minutesADay: number;
  private readonly hours: readonly [start: number, end: number];
  private readonly days: ReadonlySet<number>;
  private readonly spans = new Map<number, Span | null>();

  constructor(readonly calendar: WorkingCalendar) {
    if (!isCalendar(calendar)) throw new Error(`${JSON.stringify(calendar)} is no working calendar`);
    const { start, end } = calendar.working_hours;
    this.hours = [minuteOf(start) ?? 0, minuteOf(end) ?? 0];
    this.minutesADay = this.hours[1] - this.hours[0];
    this.days = new Set(calendar.working_days.map((day) => WEEKDAYS.indexOf(day)));
  }

  /** Working minutes from one moment to a later one, fractions included; 0 where it is not later. */
  minutesBetween(from: number, to: number): number {
    let ms = 0;
    for (let day = firstDay(from); day <= lastDay(to); day++) {
      const span = this.spanOf(day);
      if (span) ms += Math.max(0, Math.min(to, span.close) - Math.max(from, span.open));
    }
    return ms / MINUTE_MS;
  }

  /** Working days from one moment to a later one, fractions included: 4.5 of a day's nine hours are half a day. */
  daysBetween(from: number, to: number): number {
    return this.minutesBetween(from, to) / this.minutesADay;
  }

  /** The first moment at which that many working days have passed since another, fractions included. */
  addDays(from: number, days: number): number {
    let left = Math.round(days * this.minutesADay * MINUTE_MS);
    if (left <= 0) return from;
    let idle = 0;
    for (let day = firstDay(from); idle <= LONGEST_BREAK; day++) {
      const span = this.spanOf(day);
      const begin = span ? Math.max(from, span.open) : 0;
      const passes = span ? Math.max(0, span.close - begin) : 0;
      if (passes >= left) return begin + left;
      left -= passes;
      idle = passes > 0 ? 0 : idle + 1;
    }
    throw new Error(`no working time follows ${new Date(from).toISOString()}`);
  }

  /** Whether the day that clocks show at a moment is one on which people work. */
  isWorkingDay(time: number): boolean {
    return this.days.has(weekdayOf(Math.floor((time + offsetAt(this.calendar.time_zone, time)) / DAY_MS)));
  }

  /** The hours of a day, counted from 1970-01-01 by local calendars; null on a day off. */
  private spanOf(day: number): Span | null {
    if (!this.days.has(weekdayOf(day))) return null;
    let span = this.spans.get(day);
    if (span === undefined) {
      span = this.findSpan(day);
      if (this.spans.size >= KEPT_DAYS) this.spans.clear();
      this.spans.set(day, span);
    }
    return span;
  }

  private findSpan(day: number): Span | null {
    const zone = this.calendar.time_zone;
    const [open = 0, close = 0] = this.hours.map((minute) => momentOf(zone, day * DAY_MS + minute * MINUTE_MS));
    // A zone that changes sides of the date line skips a whole day, or has the same one twice.
    const exists = Math.floor((open + offsetAt(zone, open)) / DAY_MS) === day;
    return exists && close > open ? { open, close } : null;
  }
}

/** Local days that may have begun by a moment in any zone: local time is at most 14 hours from UTC. */
const firstDay = (time: number): number => Math.floor(time / DAY_MS) - 1;
const lastDay = (time: number): number => Math.floor(time / DAY_MS) + 1;

/** From 0 for Monday. */
const weekdayOf = (day: number): number => (((day + FIRST_WEEKDAY) % 7) + 7) % 7;

const known = new Map<string, WorkingTime>();

/**
 * The calendar's measure, with the days that it has looked up already: a backfill asks for the same ones all the time.
 */
export function workingTimeOf(calendar: WorkingCalendar): WorkingTime {
  const { time_zone, working_days, working_hours } = calendar;
  const key = JSON.stringify([time_zone, working_days, working_hours.start, working_hours.end]);
  let measure = known.get(key);
  if (!measure) {
    if (known.size >= KEPT_CALENDARS) known.clear();
    measure = new WorkingTime(calendar);
    known.set(key, measure);
  }
  return measure;
}
