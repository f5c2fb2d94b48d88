import { dayAt, isWorking, timeOn } from '../../worlds/calendar.js';

const HOUR_MS = 3_600_000;
const HOURS = 8;

/** Working hours between two times: 9 to 17 o'clock from Monday to Friday. */
export function workingHours(from: number, to: number): number {
  let hours = 0;
  for (let day = dayAt(from); day <= dayAt(to); day++) {
    if (!isWorking(day)) continue;
    const opens = timeOn(day, 0);
    const closes = timeOn(day, HOURS);
    hours += Math.max(0, Math.min(to, closes) - Math.max(from, opens)) / HOUR_MS;
  }
  return hours;
}

export const workingDays = (from: number, to: number): number => workingHours(from, to) / HOURS;
