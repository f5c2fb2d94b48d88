import type { Rule } from './rule.js';

/** The client asks for more than was agreed: put it into a change request. */
export const scopeCreepChangeRequest: Rule = {
  category: 'scope_creep_change_request',
  risk: 'scope_risk',
  template: 'scope_creep_change_request',
  owner: 'pm',
  dueDays: 2,
  holds: ({ signals }, { p14 }) => signals.scope_creep_rate >= 0.2 || p14 >= 0.5,
  urgent: (_situation, { p7 }) => p7 > 0.6,
};
