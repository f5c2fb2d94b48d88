import { dayCount, dayOf, startOfDay, type Span } from '../../common/day.js';
import { DAY_MS } from '../../common/time-units.js';

export const PERIODS = ['day', 'week'] as const;
export type Period = (typeof PERIODS)[number];

const DAYS: Readonly<Record<Period, number>> = { day: 1, week: 7 };

/** The day so many days later, or earlier. */
export const dayAfter = (day: string, days: number): string =>
  dayOf(new Date(startOfDay(day).getTime() + days * DAY_MS));

/** The latest day that is over. */
export const lastFullDay = (now: Date): string => dayAfter(dayOf(now), -1);

/** The day, or the seven days, that end with this one. */
export const spanUpTo = (to: string, period: Period): Span => ({ from: dayAfter(to, 1 - DAYS[period]), to });

export const daysOf = ({ from, to }: Span): number => dayCount(from, to);
