/** Messages that a recommendation suggests to send; one for each thing to say. */
export const TEMPLATE_KEYS = [
  'waiting_on_client_follow_up',
  'client_question_answer',
  'scope_creep_change_request',
  'delivery_risk_escalation',
  'finance_risk_review',
  'finance_plan_request',
  'finance_margin_review',
  'unhappy_client_talk',
  'upsell_offer_pitch',
  'winback_talk',
] as const;
export type TemplateKey = (typeof TEMPLATE_KEYS)[number];
