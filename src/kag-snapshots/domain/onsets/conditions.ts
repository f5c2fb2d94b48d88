import type { DayMeasures, DayMeasureKey } from '../day-measures.js';
import type { OutcomeType } from '../outcome-types.js';

/** What a measure has to reach. */
export interface Limit {
  measure: DayMeasureKey;
  is: 'at_least' | 'at_most';
  limit: number;
}

/** A limit that was reached, and what the measure is. */
export type ReachedLimit = Limit & { value: number };

export interface Condition {
  holds: boolean;
  /** One of `SEVERITIES`. */
  severity: number;
  /** Why it holds. */
  because: ReachedLimit[];
}

/** It holds where all limits of one of its alternatives are reached; so does that it is grave. */
export interface Rule {
  holds: readonly (readonly Limit[])[];
  grave: readonly (readonly Limit[])[];
}

/** How severe what holds is, of 1 to 5: in general, and where it is grave. */
export const SEVERITIES = { serious: 4, grave: 5 } as const;

const atLeast = (measure: DayMeasureKey, limit: number): Limit => ({ measure, is: 'at_least', limit });
const atMost = (measure: DayMeasureKey, limit: number): Limit => ({ measure, is: 'at_most', limit });

/** When a risk has come about (docs/contract/onsets.md). */
export const RULES: Readonly<Record<OutcomeType, Rule>> = {
  delivery_risk: {
    holds: [[atLeast('open_blockers', 2), atLeast('blockers_age', 3)], [atLeast('stage_overdue', 3)]],
    grave: [[atLeast('open_blockers', 3), atLeast('blockers_age', 5)], [atLeast('stage_overdue', 5)]],
  },
  finance_risk: {
    holds: [[atLeast('burn', 1.2)], [atMost('margin', 0.2)]],
    grave: [[atLeast('burn', 1.3)], [atMost('margin', 0)]],
  },
  client_risk: {
    holds: [
      [atLeast('waiting_days', 4)],
      // A single angry word is no trouble.
      [atLeast('negative_share', 0.35), atMost('sentiment_level', -0.18), atLeast('negative_messages', 2)],
    ],
    grave: [[atLeast('waiting_days', 6)], [atMost('sentiment_level', -0.35), atLeast('negative_messages', 2)]],
  },
  scope_risk: {
    holds: [[atLeast('scope_requests_7d', 3)]],
    grave: [[atLeast('scope_requests_7d', 5)]],
  },
};

/** Whether a risk's condition holds by a day's measures. What is not known reaches no limit. */
export function conditionOf(risk: OutcomeType, measures: Omit<DayMeasures, 'day'>): Condition {
  const { holds, grave } = RULES[risk];
  const because = holds.flatMap((all) => reachedAll(all, measures) ?? []);
  const isGrave = because.length > 0 && grave.some((all) => reachedAll(all, measures) !== null);
  return { holds: because.length > 0, severity: isGrave ? SEVERITIES.grave : SEVERITIES.serious, because };
}

function reachedAll(limits: readonly Limit[], measures: Omit<DayMeasures, 'day'>): ReachedLimit[] | null {
  const reached = limits.flatMap((one) => {
    const value = measures[one.measure];
    if (value === null) return [];
    return (one.is === 'at_least' ? value >= one.limit : value <= one.limit) ? [{ ...one, value }] : [];
  });
  return reached.length === limits.length ? reached : null;
}
