import type { DayMeasures } from '../day-measures.js';
import type { OutcomeType } from '../outcomes.js';

/** What conditions look at; null: it is not known, and then it does not hold. */
export type ConditionMeasures = Pick<
  DayMeasures,
  | 'blockers_age'
  | 'open_blockers'
  | 'stage_overdue'
  | 'burn'
  | 'margin'
  | 'waiting_days'
  | 'negative_share'
  | 'sentiment_level'
  | 'negative_messages'
  | 'scope_requests_7d'
>;

export interface Condition {
  holds: boolean;
  /** 4, or 5 where it is grave. */
  severity: number;
}

interface Rule {
  holds: (of: Known) => boolean;
  grave: (of: Known) => boolean;
}

type Known = Readonly<Record<keyof ConditionMeasures, number>>;

/** What an unknown measure counts as: the value that is no trouble at all. */
const CALM: Known = {
  blockers_age: 0,
  open_blockers: 0,
  stage_overdue: 0,
  burn: 0,
  margin: 1,
  waiting_days: 0,
  negative_share: 0,
  sentiment_level: 0,
  negative_messages: 0,
  scope_requests_7d: 0,
};

const RULES: Readonly<Record<OutcomeType, Rule>> = {
  delivery_risk: {
    holds: (of) => (of.open_blockers >= 2 && of.blockers_age >= 3) || of.stage_overdue >= 3,
    grave: (of) => (of.open_blockers >= 3 && of.blockers_age >= 5) || of.stage_overdue >= 5,
  },
  finance_risk: {
    holds: (of) => of.burn >= 1.2 || of.margin <= 0.2,
    grave: (of) => of.burn >= 1.3 || of.margin <= 0,
  },
  client_risk: {
    holds: (of) =>
      of.waiting_days >= 4 || (of.negative_share >= 0.5 && of.sentiment_level <= -0.25 && of.negative_messages >= 2),
    grave: (of) => of.waiting_days >= 6 || of.sentiment_level <= -0.5,
  },
  scope_risk: {
    holds: (of) => of.scope_requests_7d >= 3,
    grave: (of) => of.scope_requests_7d >= 5,
  },
};

/** Whether a risk's condition holds by a day's measures. */
export function conditionOf(risk: OutcomeType, measures: ConditionMeasures): Condition {
  const keys = Object.keys(CALM) as (keyof ConditionMeasures)[];
  const known = Object.fromEntries(keys.map((key) => [key, measures[key] ?? CALM[key]])) as unknown as Known;
  return { holds: RULES[risk].holds(known), severity: RULES[risk].grave(known) ? 5 : 4 };
}
