import { dayOf, startOfDay } from '../../common/day.js';
import { DAY_MS } from '../../common/time-units.js';
import type { Onset, OnsetsByRisk, OutcomeType } from '../../kag-snapshots/index.js';

/** Days after a window in which what comes about is told with it: what came later has other causes. */
export const FOLLOW_DAYS = 30;

/** A window, by whose it is and when it ended. */
export interface WindowEnd {
  project_id: string;
  window_end: string;
}

/** In how many windows a risk came about in the days after, of those in which it could. */
export interface Share {
  came: number;
  of: number;
}

/** What followed on the cases, and what usually follows in the account scope. */
export interface Followed {
  risk_type: OutcomeType;
  cases: Share;
  usual: Share;
}

/** The last day on which something counts as having followed on a window. */
export const lastDayAfter = (windowEnd: string): string =>
  dayOf(new Date(startOfDay(windowEnd).getTime() + FOLLOW_DAYS * DAY_MS));

/**
 * Whether a risk came about in the days after a window; null where it was there already when the window ended, or where
 * that is not known yet because these days are not over.
 */
export function cameAfter(windowEnd: string, onsets: readonly Onset[], today: string): boolean | null {
  if (onsets.some(({ began, ended }) => began <= windowEnd && (ended === null || ended > windowEnd))) return null;
  const last = lastDayAfter(windowEnd);
  if (onsets.some(({ began }) => began > windowEnd && began <= last)) return true;
  return last < today ? false : null;
}

/** Counts what followed on the cases, risk by risk, and on all windows. */
export function followedOf(
  risks: readonly OutcomeType[],
  cases: readonly WindowEnd[],
  windows: Iterable<WindowEnd>,
  onsets: ReadonlyMap<string, OnsetsByRisk>,
  today: string,
): Followed[] {
  const all = [...windows];
  const shareOf = (some: readonly WindowEnd[], risk: OutcomeType): Share => {
    const known = some.flatMap(
      ({ project_id, window_end }) => cameAfter(window_end, onsets.get(project_id)?.[risk] ?? [], today) ?? [],
    );
    return { came: known.filter(Boolean).length, of: known.length };
  };
  return risks.map((risk_type) => ({ risk_type, cases: shareOf(cases, risk_type), usual: shareOf(all, risk_type) }));
}
