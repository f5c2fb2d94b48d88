import { CAUSES, type Cause, type CauseKey } from './cause.js';

const NEVER = Infinity;

/** Every cause, with its levels. Working time counts: a day is one of the project's calendar. */
const CATALOGUE: Readonly<Record<CauseKey, Omit<Cause, 'key'>>> = {
  client_silent: {
    category: 'waiting_on_client',
    levels: [{ measure: 'waiting_days', early: 1, opens: 2, urgent: 5 }],
    signals: ['waiting_on_client_days'],
    basis: 'words',
    template: 'waiting_on_client_follow_up',
    features: ['waiting', 'mean_waiting'],
  },
  question_open: {
    category: 'answer_the_client',
    levels: [{ measure: 'asked_hours', early: NEVER, opens: 16, urgent: 32 }],
    signals: ['waiting_on_us_hours'],
    basis: 'record',
    template: 'client_question_answer',
    features: [],
  },
  scope_requests: {
    category: 'scope_creep_change_request',
    levels: [{ measure: 'scope_requests', early: 2, opens: 3, urgent: 5 }],
    signals: ['scope_creep_rate'],
    basis: 'words',
    template: 'scope_creep_change_request',
    features: ['requests_7d', 'requests_28d', 'days_above_warn'],
  },
  work_blocked: {
    category: 'delivery_risk',
    levels: [{ measure: 'blocked_days', early: 2, opens: 5, urgent: 15 }],
    signals: ['blockers_age'],
    basis: 'record',
    template: 'delivery_risk_escalation',
    features: ['blockers_age', 'open_blockers', 'days_overdue'],
  },
  stage_late: {
    category: 'delivery_risk',
    levels: [{ measure: 'late_days', early: 1, opens: 2.5, urgent: 5 }],
    signals: ['stage_overdue'],
    basis: 'record',
    template: 'delivery_risk_escalation',
    features: ['stage_overdue'],
  },
  over_budget: {
    category: 'finance_risk',
    levels: [{ measure: 'overrun', early: -0.1, opens: 0.1, urgent: 0.3 }],
    signals: ['budget_burn_rate'],
    basis: 'record',
    template: 'finance_risk_review',
    features: ['burn', 'burn_projected'],
  },
  cost_without_plan: {
    category: 'finance_risk',
    levels: [{ measure: 'unplanned_cost', early: NEVER, opens: 0.6, urgent: NEVER }],
    signals: ['budget_burn_rate', 'margin_risk'],
    basis: 'record',
    template: 'finance_plan_request',
    features: [],
  },
  thin_margin: {
    category: 'finance_risk',
    levels: [{ measure: 'margin_shortfall', early: 0.05, opens: 0.15, urgent: 0.35 }],
    signals: ['margin_risk'],
    basis: 'record',
    template: 'finance_margin_review',
    features: ['margin', 'margin_projected'],
  },
  client_unhappy: {
    category: 'unhappy_client',
    levels: [
      { measure: 'low_mood', early: 0.1, opens: 0.18, urgent: 0.5 },
      { measure: 'negative_share', early: 0.2, opens: 0.35, urgent: 0.5 },
    ],
    signals: ['client_sentiment'],
    basis: 'words',
    template: 'unhappy_client_talk',
    features: ['negative_share', 'low_mood'],
  },
  needs_voiced: {
    category: 'upsell_opportunity',
    levels: [
      { measure: 'needs', early: NEVER, opens: 2, urgent: 3 },
      { measure: 'upsell', early: NEVER, opens: 65, urgent: 80 },
    ],
    signals: [],
    basis: 'words',
    template: 'upsell_offer_pitch',
    features: [],
  },
  deal_lost: {
    category: 'winback',
    levels: [{ measure: 'deal_lost', early: NEVER, opens: 1, urgent: 1 }],
    signals: [],
    basis: 'record',
    template: 'winback_talk',
    features: [],
  },
};

/** In their order. */
export const CAUSE_LIST: readonly Cause[] = CAUSES.map((key) => ({ key, ...CATALOGUE[key] }));

export const causeOf = (key: CauseKey): Cause => ({ key, ...CATALOGUE[key] });
