import type { AnswerOf } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';

/** Which days the page tells of. Its address has them under the names that the route has. */
export interface View {
  /** The last day, `YYYY-MM-DD`; empty: the latest that is over. */
  date: string;
  period: Period;
}

export type Period = AnswerOf<'getDigest'>['period'];
export const PERIODS = allOf<Period>({ day: true, week: true });

export const LATEST: View = { date: '', period: 'day' };
const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const LENGTH: Readonly<Record<Period, number>> = { day: 1, week: 7 };

/** What an address asks for; what it has that is not known is left out. */
export function readView(search: string): View {
  const asked = new URLSearchParams(search);
  const date = asked.get('date') ?? '';
  return {
    date: DAY.test(date) && !Number.isNaN(Date.parse(date)) ? date : '',
    period: PERIODS.find((period) => period === asked.get('period')) ?? LATEST.period,
  };
}

/** The query that asks for the view, without what is so anyway. */
export function searchOf(view: View): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(view)) {
    if (value !== LATEST[key as keyof View]) query.set(key, String(value));
  }
  return query.toString();
}

/**
 * The latest UTC day that is over.
 * @param now ms since 1970
 */
export const latestDay = (now: number): string => dayOf(now - DAY_MS);

/** The days before the view's, or after them; null: they are not over yet. */
export function neighbour({ date, period }: View, step: 1 | -1, now: number): View | null {
  const latest = latestDay(now);
  const day = dayOf(Date.parse(date || latest) + step * LENGTH[period] * DAY_MS);
  if (day > latest) return null;
  return { date: day === latest ? '' : day, period };
}

const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
