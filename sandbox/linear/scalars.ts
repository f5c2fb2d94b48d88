import type { Scalars } from './graphql/coerce.js';
import { STANDARD_SCALARS } from './graphql/coerce.js';

const DURATION = /^(-?)P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;
const DATE = /^\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?)?)?$/;

/** @returns the moment a duration away from `now`, undefined when the text is not an ISO 8601 duration */
export function momentAfter(text: string, now: number): Date | undefined {
  const match = DURATION.exec(text);
  if (!match || /[PT]$/.test(text)) return undefined;
  const [years = 0, months = 0, weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((part) => Number(part ?? 0));
  const sign = match[1] === '-' ? -1 : 1;
  const moment = new Date(now);
  moment.setUTCFullYear(moment.getUTCFullYear() + sign * years);
  moment.setUTCMonth(moment.getUTCMonth() + sign * months);
  const rest = (((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds;
  return new Date(moment.getTime() + sign * rest * 1000);
}

/** A date in full or shortened (`2026`), or a duration from now; ISO with milliseconds comes out. */
function dateTime(value: unknown, now: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  const moment = momentAfter(value, now);
  if (moment) return moment.toISOString();
  if (!DATE.test(value)) return undefined;
  const zoned = /T/.test(value) && !/(Z|[+-]\d\d:?\d\d)$/.test(value) ? `${value}Z` : value;
  const parsed = new Date(zoned);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed.toISOString();
}

export const linearScalars = (now: () => number): Scalars => ({
  ...STANDARD_SCALARS,
  DateTimeOrDuration: (value) => dateTime(value, now()),
  TimelessDateOrDuration: (value) => dateTime(value, now())?.slice(0, 10),
});
