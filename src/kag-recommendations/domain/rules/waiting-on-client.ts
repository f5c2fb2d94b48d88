import type { Rule } from './rule.js';

/** The client owes an answer, or may soon be lost: follow up. */
export const waitingOnClient: Rule = {
  category: 'waiting_on_client',
  risk: 'client_risk',
  template: 'waiting_on_client_follow_up',
  owner: 'pm',
  dueDays: 1,
  holds: ({ signals }, { p7 }) => signals.waiting_on_client_days >= 2 || p7 >= 0.45,
  urgent: (_situation, { p7 }) => p7 > 0.65,
};
