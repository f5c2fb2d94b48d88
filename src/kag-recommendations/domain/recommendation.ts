/** In the order of the contract's table (spec 13). */
export const CATEGORIES = [
  'waiting_on_client',
  'scope_creep_change_request',
  'delivery_risk',
  'finance_risk',
  'upsell_opportunity',
  'winback',
] as const;
export type Category = (typeof CATEGORIES)[number];
export type OwnerRole = 'pm' | 'finance_lead' | 'account_manager';
export type TemplateKey =
  | 'waiting_on_client_follow_up'
  | 'scope_creep_change_request'
  | 'delivery_risk_escalation'
  | 'finance_risk_review'
  | 'upsell_offer_pitch';
