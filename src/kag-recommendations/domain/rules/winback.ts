import type { Rule } from './rule.js';

/** The client may leave as others in its place have done: win them back before. */
export const winback: Rule = {
  category: 'winback',
  risk: 'client_risk',
  template: 'upsell_offer_pitch',
  owner: 'account_manager',
  dueDays: 1,
  holds: ({ clients_left }, { p14 }) => clients_left && p14 >= 0.65,
  urgent: () => true,
};
