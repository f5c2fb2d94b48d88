import type { Rule } from './rule.js';

/** The client is likely to buy more, and unlikely to leave: make an offer. */
export const upsellOpportunity: Rule = {
  category: 'upsell_opportunity',
  risk: 'client_risk',
  template: 'upsell_offer_pitch',
  owner: 'account_manager',
  dueDays: 3,
  holds: ({ upsell }, { p30 }) => upsell >= 65 && p30 < 0.75,
  urgent: ({ upsell }) => upsell >= 80,
};
