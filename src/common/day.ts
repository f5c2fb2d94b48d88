import { DAY_MS } from './time-units.js';

/** UTC days as text, `YYYY-MM-DD`: they sort as they follow each other. */
export const dayOf = (time: Date): string => time.toISOString().slice(0, 10);

/** Whether the text is a day of the calendar, from the year 1 on (PostgreSQL has no year 0). */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const time = new Date(`${text}T00:00:00Z`);
  // Some engines take the 31st of February for the 3rd of March.
  return !Number.isNaN(time.getTime()) && dayOf(time) === text;
}

/** The day's first millisecond. */
export const startOfDay = (day: string): Date => new Date(`${day}T00:00:00.000Z`);

/** The day's last millisecond. */
export const endOfDay = (day: string): Date => new Date(`${day}T23:59:59.999Z`);

/** Days, both ends included. */
export interface Span {
  from: string;
  to: string;
}

/** How many days the span has, both ends included; 0 or less if it ends before it begins. */
export const dayCount = (from: string, to: string): number =>
  (startOfDay(to).getTime() - startOfDay(from).getTime()) / DAY_MS + 1;

/** Every day of the span, both ends included, oldest first. */
export const daysIn = (from: string, to: string): string[] =>
  Array.from({ length: Math.max(0, dayCount(from, to)) }, (_, i) =>
    dayOf(new Date(startOfDay(from).getTime() + i * DAY_MS)),
  );
