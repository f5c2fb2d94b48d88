import type { FieldProblem } from '../../common/app-error.js';
import { dayCount, dayOf, startOfDay } from '../../common/day.js';
import { DAY_MS } from '../../common/time-units.js';

/** Without `from`, a series goes back so far. */
export const USUAL_DAYS = 60;
/** The log is kept this long. */
export const MAX_DAYS = 400;
export const MAX_STEP = 31;

/** Which days a series has points of, as a person asks. */
export interface SeriesRequest {
  from?: string | undefined;
  to?: string | undefined;
  step: number;
}

/** The days from `from` to `to`, both included, in steps of so many: the last point is `to`. */
export interface SeriesSpan {
  from: string;
  to: string;
  step: number;
}

/** A point that is known: how many steps before the last one, which day it tells of, and the value of each field. */
export interface KnownPoint {
  steps_back: number;
  day: string;
  values: readonly (number | null)[];
}

export function seriesSpan({ from, to, step }: SeriesRequest, today: string): SeriesSpan {
  const last = to ?? today;
  return { from: from ?? daysBefore(last, USUAL_DAYS - 1), to: last, step };
}

/** What is wrong with a request whose days are days. */
export function seriesProblems(request: SeriesRequest, today: string): FieldProblem[] {
  const { from, to } = seriesSpan(request, today);
  if (to > today) return [{ path: 'to', problem: `must not be after today, ${today}` }];
  if (from > to) return [{ path: 'from', problem: 'must not be after to' }];
  if (dayCount(from, to) > MAX_DAYS)
    return [{ path: 'from', problem: `must be at most ${MAX_DAYS} days before to, both included` }];
  return [];
}

/** The day that each point is named by, oldest first. */
export function pointDays({ from, to, step }: SeriesSpan): string[] {
  const points = Math.ceil(dayCount(from, to) / step);
  return Array.from({ length: points }, (_, i) => daysBefore(to, (points - 1 - i) * step));
}

/** Values of a field, a place for each point, oldest first. */
export function valuesOf(points: readonly KnownPoint[], count: number, field: number, decimals: number) {
  const values: (number | null)[] = Array.from({ length: count }, () => null);
  for (const { steps_back, values: known } of points) {
    const value = known[field] ?? null;
    values[count - 1 - steps_back] = value === null ? null : rounded(value, decimals);
  }
  return values;
}

/** The first and the last day on which the field is known; null where these are not two. */
export function endsOf(points: readonly KnownPoint[], field: number): { from: string; to: string } | null {
  const days = points.filter(({ values }) => (values[field] ?? null) !== null).map(({ day }) => day);
  const [first, last] = [days.reduce(earlier, days[0] ?? ''), days.reduce(later, days[0] ?? '')];
  return first === last ? null : { from: first, to: last };
}

const earlier = (a: string, b: string) => (a < b ? a : b);
const later = (a: string, b: string) => (a > b ? a : b);
const rounded = (value: number, decimals: number) => Math.round(value * 10 ** decimals) / 10 ** decimals + 0;
const daysBefore = (day: string, days: number) => dayOf(new Date(startOfDay(day).getTime() - days * DAY_MS));
