import type { NormKey } from './norms.js';

export const RISK_TYPES = ['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'] as const;
export type RiskType = (typeof RISK_TYPES)[number];

/** What a floor looks at. */
export interface Conditions {
  blockers_age: number;
  open_blockers: number;
  stage_overdue: number;
  budget_burn_rate: number;
  margin_risk: number;
  waiting_on_client_days: number;
  client_sentiment: number;
  scope_creep_rate: number;
}

export interface Risk {
  /** In the order of the contract's formula. */
  weights: readonly (readonly [NormKey, number])[];
  /** The least that the baseline is while a condition holds. */
  floors: readonly { least: number; when: (conditions: Conditions) => boolean }[];
}

/** How each risk's baseline is made. */
export const RISKS: Readonly<Record<RiskType, Risk>> = {
  delivery_risk: {
    weights: [
      ['blockers', 0.32],
      ['stage', 0.28],
      ['response', 0.12],
      ['activity', 0.1],
      ['risk', 0.18],
    ],
    floors: [
      { least: 0.62, when: (is) => is.blockers_age >= 5 && is.open_blockers >= 3 },
      { least: 0.58, when: (is) => is.stage_overdue >= 3 },
    ],
  },
  finance_risk: {
    weights: [
      ['burn', 0.4],
      ['margin', 0.35],
      ['risk', 0.25],
    ],
    floors: [{ least: 0.62, when: (is) => is.budget_burn_rate >= 1.2 || is.margin_risk >= 0.4 }],
  },
  client_risk: {
    weights: [
      ['waiting', 0.32],
      ['sentiment', 0.24],
      ['response', 0.12],
      ['activity', 0.12],
      ['risk', 0.2],
    ],
    floors: [
      { least: 0.62, when: (is) => is.waiting_on_client_days >= 4 },
      { least: 0.55, when: (is) => is.client_sentiment <= -0.4 },
    ],
  },
  scope_risk: {
    weights: [
      ['scope', 0.48],
      ['stage', 0.18],
      ['waiting', 0.14],
      ['risk', 0.2],
    ],
    floors: [{ least: 0.6, when: (is) => is.scope_creep_rate >= 0.35 }],
  },
};
