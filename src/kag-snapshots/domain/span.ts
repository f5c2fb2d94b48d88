import type { FieldProblem } from '../../common/app-error.js';
import { dayCount, dayOf, endOfDay } from '../../common/day.js';

/** The log is kept this long (spec 1): there is no more history to look back on. */
const MAX_DAYS = 400;

/** The days from `from` to `to`, both included. */
export interface Span {
  from: string;
  to: string;
}

/** Which days to compute, as a person asks: one, or a span that ends today unless it says otherwise; nothing: today. */
export interface SpanRequest {
  snapshot_date?: string;
  from?: string;
  to?: string;
}

/** The span that a request means. */
export function spanOf({ snapshot_date, from, to }: SpanRequest, today: string): Span {
  const day = snapshot_date ?? today;
  return from === undefined ? { from: day, to: day } : { from, to: to ?? today };
}

/** What is wrong with a request whose days are days. */
export function spanProblems(request: SpanRequest, today: string): FieldProblem[] {
  const { snapshot_date, from, to } = request;
  if (snapshot_date !== undefined && (from ?? to) !== undefined)
    return [{ path: 'snapshot_date', problem: 'must stand alone, without from and to' }];
  if (to !== undefined && from === undefined) return [{ path: 'from', problem: 'must be there where to is' }];
  const future = Object.entries({ snapshot_date, from, to }).filter(([, day]) => day !== undefined && day > today);
  if (future.length > 0) return future.map(([path]) => ({ path, problem: `must not be after today, ${today}` }));
  const span = spanOf(request, today);
  if (span.from > span.to) return [{ path: 'from', problem: 'must not be after to' }];
  if (dayCount(span.from, span.to) > MAX_DAYS)
    return [{ path: 'from', problem: `must be at most ${MAX_DAYS} days before to, both included` }];
  return [];
}

/** Up to when a day is told (spec 10): to its end, and today up to now. */
export const asOf = (day: string, now: Date): Date => (day === dayOf(now) ? now : endOfDay(day));
