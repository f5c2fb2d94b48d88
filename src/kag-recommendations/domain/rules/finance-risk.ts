import type { Rule } from './rule.js';

/** The money runs out, or is not earned: review the figures. */
export const financeRisk: Rule = {
  category: 'finance_risk',
  risk: 'finance_risk',
  template: 'finance_risk_review',
  owner: 'finance_lead',
  dueDays: 2,
  holds: ({ signals }, { p7 }) => p7 >= 0.45 || signals.budget_burn_rate >= 1.2,
  urgent: (_situation, { p7 }) => p7 >= 0.7,
};
