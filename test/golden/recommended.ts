// What is the same in every recommendation of a category.
const one = <C extends string, O extends string>(category: C, owner_role: O, template_key: string) => ({
  category,
  owner_role,
  template_key,
});

export const WAITING_ON_CLIENT = one('waiting_on_client', 'pm', 'waiting_on_client_follow_up');
export const ANSWER_THE_CLIENT = one('answer_the_client', 'pm', 'client_question_answer');
export const SCOPE_CREEP_CHANGE_REQUEST = one('scope_creep_change_request', 'pm', 'scope_creep_change_request');
export const DELIVERY_RISK = one('delivery_risk', 'pm', 'delivery_risk_escalation');
export const FINANCE_RISK = one('finance_risk', 'finance_lead', 'finance_risk_review');
export const COST_WITHOUT_PLAN = one('finance_risk', 'finance_lead', 'finance_plan_request');
export const THIN_MARGIN = one('finance_risk', 'finance_lead', 'finance_margin_review');
export const UNHAPPY_CLIENT = one('unhappy_client', 'account_manager', 'unhappy_client_talk');
export const UPSELL_OPPORTUNITY = one('upsell_opportunity', 'account_manager', 'upsell_offer_pitch');
export const WINBACK = one('winback', 'account_manager', 'winback_talk');
