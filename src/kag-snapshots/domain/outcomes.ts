import type { EvidenceRef } from '../../kag-events/index.js';
import type { Reading, ScoreType, SignalKey } from '../../kag-signals/index.js';
import { saysEnding } from './ending-words.js';
import { byRank, firstRefs } from './evidence.js';

/** What can go wrong with a project, in the order of the contract. */
export const OUTCOME_TYPES = ['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'] as const;
export type OutcomeType = (typeof OUTCOME_TYPES)[number];

/** Why an outcome holds: a signal or score that reached its limit, or the stage that a deal came to (without a limit). */
export interface Reason {
  key: SignalKey | ScoreType | 'deal_stage_changed';
  value: number | string;
  limit: number | null;
}

/** A deal that came to another stage. */
export interface StageChange {
  to: string;
  evidence_refs: EvidenceRef[];
}

export interface Outcome {
  outcome_type: OutcomeType;
  /** 4 or 5 of 1 to 5. */
  severity: number;
  reason: Reason[];
  /** Of all that is in `reason`, as many as a signal has. */
  evidence_refs: EvidenceRef[];
}

const MAX_EVIDENCE = 20;
const SERIOUS = 4;
const GRAVE = 5;

interface Rule {
  key: SignalKey | ScoreType;
  is: keyof typeof COMPARE;
  limit: number;
  /** From this value on the outcome is grave. */
  grave?: number;
}

const COMPARE = {
  above: (value: number, limit: number) => value > limit,
  at_least: (value: number, limit: number) => value >= limit,
  at_most: (value: number, limit: number) => value <= limit,
};

const RULES: Readonly<Record<OutcomeType, readonly Rule[]>> = {
  delivery_risk: [
    { key: 'blockers_age', is: 'above', limit: 5 },
    { key: 'stage_overdue', is: 'above', limit: 3 },
    { key: 'risk', is: 'at_least', limit: 75, grave: 85 },
  ],
  finance_risk: [
    { key: 'budget_burn_rate', is: 'at_least', limit: 1.2, grave: 1.3 },
    { key: 'margin_risk', is: 'at_least', limit: 0.4 },
  ],
  client_risk: [
    { key: 'waiting_on_client_days', is: 'at_least', limit: 4, grave: 6 },
    { key: 'client_sentiment', is: 'at_most', limit: -0.4 },
    { key: 'project_health', is: 'at_most', limit: 45 },
  ],
  scope_risk: [{ key: 'scope_creep_rate', is: 'at_least', limit: 0.35, grave: 0.5 }],
};

interface Sign {
  severity: number;
  reason: Reason;
  evidence_refs: EvidenceRef[];
}

/** What went wrong by the reading and by the stages that deals came to on its day; the gravest sign of a type counts. */
export function outcomesOf(reading: Reading, changes: readonly StageChange[]): Outcome[] {
  return OUTCOME_TYPES.flatMap((type) => {
    const signs = RULES[type].flatMap((rule) => signOf(rule, reading));
    if (type === 'client_risk') signs.push(...changes.filter(({ to }) => saysEnding(to)).map(endingSign));
    if (signs.length === 0) return [];
    return {
      outcome_type: type,
      severity: Math.max(...signs.map((sign) => sign.severity)),
      reason: signs.map((sign) => sign.reason),
      evidence_refs: firstRefs(byRank(signs.map((sign) => sign.evidence_refs)), MAX_EVIDENCE),
    };
  });
}

/** What is unknown is no sign. */
function signOf({ key, is, limit, grave = Infinity }: Rule, { signals, scores }: Reading): Sign[] {
  const { value, evidence_refs } = { ...signals, ...scores }[key];
  if (value === null || !COMPARE[is](value, limit)) return [];
  return [{ severity: value >= grave ? GRAVE : SERIOUS, reason: { key, value, limit }, evidence_refs }];
}

const endingSign = ({ to, evidence_refs }: StageChange): Sign => ({
  severity: SERIOUS,
  reason: { key: 'deal_stage_changed', value: to, limit: null },
  evidence_refs,
});
