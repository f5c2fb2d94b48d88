/** In the order of the contract's table. */
export const CATEGORIES = [
  'waiting_on_client',
  'scope_creep_change_request',
  'delivery_risk',
  'finance_risk',
  'upsell_opportunity',
  'winback',
] as const;
export type Category = (typeof CATEGORIES)[number];
export const OWNER_ROLES = ['pm', 'finance_lead', 'account_manager'] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];
export const TEMPLATE_KEYS = [
  'waiting_on_client_follow_up',
  'scope_creep_change_request',
  'delivery_risk_escalation',
  'finance_risk_review',
  'upsell_offer_pitch',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];
