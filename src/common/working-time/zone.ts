import { HOUR_MS } from '../time-units.js';

/** No zone is farther from UTC than 14 hours: that far on both sides of a local time lies its moment. */
const REACH = 24 * HOUR_MS;

/**
 * Making a formatter takes a hundred times as long as using it. By names in small letters: their case means nothing.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(name: string): Intl.DateTimeFormat {
  const zone = name.toLowerCase();
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** Whether there is such a zone in the IANA database; an offset such as `+03:00` is not one: it has no summer time. */
export function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    formatterOf(name);
    return true;
  } catch {
    return false;
  }
}

/** By how many ms local time is ahead of UTC at a moment (epoch ms). */
export function offsetAt(zone: string, time: number): number {
  const part: Record<string, number> = {};
  for (const { type, value } of formatterOf(zone).formatToParts(time)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(time / 1000) * 1000;
}

/**
 * The moment at which clocks show a local time, given as if it were UTC. Where they show it twice it is the first time;
 * where they skip it, it counts from before the skip: 02:30 is 03:30 when they go from 02:00 to 03:00.
 */
export function momentOf(zone: string, local: number): number {
  const before = offsetAt(zone, local - REACH);
  const after = offsetAt(zone, local + REACH);
  const early = local - before;
  if (before === after || offsetAt(zone, early) === before) return early;
  const late = local - after;
  return offsetAt(zone, late) === after ? late : early;
}
