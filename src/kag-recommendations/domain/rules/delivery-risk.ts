import type { Rule } from './rule.js';

/** The work is stuck: escalate. */
export const deliveryRisk: Rule = {
  category: 'delivery_risk',
  risk: 'delivery_risk',
  template: 'delivery_risk_escalation',
  owner: 'pm',
  dueDays: 1,
  holds: ({ signals }, { p7 }) => p7 >= 0.45 || signals.blockers_age > 5,
  urgent: (_situation, { p7 }) => p7 >= 0.7,
};
