import type { FieldProblem } from '../../common/app-error.js';
import { dayCount, dayOf, endOfDay, type Span } from '../../common/day.js';

/** The log is kept this long: there is no more history to look back on. */
const MAX_DAYS = 400;

/** Which days to compute, as a person asks: one, or a span that ends today unless it says otherwise; nothing: today. */
export interface SpanRequest {
  snapshot_date?: string | null;
  from?: string | null;
  to?: string | null;
}

/** The span that a request means. */
export function spanOf({ snapshot_date, from, to }: SpanRequest, today: string): Span {
  const day = snapshot_date ?? today;
  return isGiven(from) ? { from, to: to ?? today } : { from: day, to: day };
}

/** What is wrong with a request whose days are days. */
export function spanProblems(request: SpanRequest, today: string): FieldProblem[] {
  const { snapshot_date, from, to } = request;
  if (isGiven(snapshot_date) && isGiven(from ?? to))
    return [{ path: 'snapshot_date', problem: 'must stand alone, without from and to' }];
  if (isGiven(to) && !isGiven(from)) return [{ path: 'from', problem: 'must be there where to is' }];
  const future = Object.entries({ snapshot_date, from, to }).filter(([, day]) => isGiven(day) && day > today);
  if (future.length > 0) return future.map(([path]) => ({ path, problem: `must not be after today, ${today}` }));
  const span = spanOf(request, today);
  if (span.from > span.to) return [{ path: 'from', problem: 'must not be after to' }];
  if (dayCount(span.from, span.to) > MAX_DAYS)
    return [{ path: 'from', problem: `must be at most ${MAX_DAYS} days before to, both included` }];
  return [];
}

const isGiven = (day: string | null | undefined): day is string => day !== undefined && day !== null;

/** Up to when a day is told: to its end, and today up to now. */
export const asOf = (day: string, now: Date): Date => (day === dayOf(now) ? now : endOfDay(day));
