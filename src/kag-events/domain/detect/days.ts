import { DAY_MS } from '../../../common/time-units.js';

const WEEK = 7;
const MONTHS = 12;
/** 1970-01-01 was a Thursday; a week begins on Monday. */
const FIRST_WEEKDAY = 3;
/** The 29th of February comes back within these years in every century. */
const LEAP_YEARS = 8;

export interface Calendar {
  readonly year: number;
  /** From 0. */
  readonly month: number;
  readonly date: number;
}

/** The day's number since 1970-01-01, in UTC: what calendars are counted in. */
export const dayOf = (time: Date): number => Math.floor(time.getTime() / DAY_MS);

export const hourOf = (time: Date): number => time.getUTCHours();

/** The last millisecond of a day, or null beyond what a Date can hold. */
export function endOfDay(day: number): Date | null {
  const end = new Date((day + 1) * DAY_MS - 1);
  return Number.isNaN(end.getTime()) ? null : end;
}

/** From 0 for Monday. */
export const weekdayOf = (day: number): number => (((day + FIRST_WEEKDAY) % WEEK) + WEEK) % WEEK;

export function calendarOf(day: number): Calendar {
  const time = new Date(day * DAY_MS);
  return { year: time.getUTCFullYear(), month: time.getUTCMonth(), date: time.getUTCDate() };
}

/** A calendar day, or undefined for a day that does not exist (the 31st of April). */
export function dayAt(year: number, month: number, date: number): number | undefined {
  const time = new Date(Date.UTC(year, month, date));
  if (time.getUTCMonth() !== month || time.getUTCDate() !== date) return undefined;
  return dayOf(time);
}

export const lastOfMonth = (year: number, month: number): number => dayOf(new Date(Date.UTC(year, month + 1, 0)));

/** The same date some months on, or the last of a month too short for it. */
export function addMonths(day: number, months: number): number {
  const { year, month, date } = calendarOf(day);
  return Math.min(lastOfMonth(year, month + months), dayOf(new Date(Date.UTC(year, month + months, 1))) + date - 1);
}

/** The working day (Monday to Friday) that many of them later. */
export function addWorkingDays(day: number, count: number): number {
  let [at, left] = [day, count];
  while (left > 0) if (weekdayOf(++at) < 5) left--;
  return at;
}

export const endOfWeek = (day: number): number => day + (WEEK - 1 - weekdayOf(day));

export function endOfQuarter(day: number): number {
  const { year, month } = calendarOf(day);
  return lastOfMonth(year, month - (month % 3) + 2);
}

/** The next such date, today included. */
export function nextDate(today: number, month: number, date: number): number | undefined {
  const { year } = calendarOf(today);
  for (let ahead = 0; ahead <= LEAP_YEARS; ahead++) {
    const day = dayAt(year + ahead, month, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}

/** The next day with that number in its month, today included. */
export function nextOfMonth(today: number, date: number): number | undefined {
  const { year, month } = calendarOf(today);
  for (let ahead = 0; ahead <= MONTHS; ahead++) {
    const day = dayAt(year + Math.floor((month + ahead) / MONTHS), (month + ahead) % MONTHS, date);
    if (day !== undefined && day >= today) return day;
  }
  return undefined;
}
