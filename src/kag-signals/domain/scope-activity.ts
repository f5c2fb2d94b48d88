/** Days of a week, and weeks that make what is usual. */
export const WEEK = 7;
export const USUAL_WEEKS = 4;
/** Days back to the beginning of the usual weeks before the last one. */
export const LEVEL_DAYS = WEEK * (USUAL_WEEKS + 1);
/** With fewer events in a usual week, a quieter one is chance. */
export const LEAST_EVENTS = 8;

/** Events of an account scope's other projects up to a moment. */
export interface ScopeActivity {
  /** In the last week. */
  last_week: number;
  /** In the four weeks before, a week. */
  usual_week: number;
}

/** Of a project that is alone, or looked at by itself. */
export const NO_OTHERS: ScopeActivity = { last_week: 0, usual_week: 0 };

/** Share of their usual level that the others were at: never above 1, and 1 where there are too few to tell. */
export const levelOf = ({ last_week, usual_week }: ScopeActivity): number =>
  usual_week < LEAST_EVENTS ? 1 : Math.min(1, last_week / usual_week);

/** Events of a scope and of one project of it, by whole days back from a moment. */
export interface ScopeDays {
  scope: readonly number[];
  own: readonly number[];
}

/** What the others did up to so many days before that moment. */
export function othersUpTo({ scope, own }: ScopeDays, daysAgo: number): ScopeActivity {
  const eventsOf = (from: number, to: number) => {
    let sum = 0;
    for (let day = from; day < to; day++) sum += (scope[day] ?? 0) - (own[day] ?? 0);
    return sum;
  };
  return {
    last_week: eventsOf(daysAgo, daysAgo + WEEK),
    usual_week: eventsOf(daysAgo + WEEK, daysAgo + LEVEL_DAYS) / USUAL_WEEKS,
  };
}
