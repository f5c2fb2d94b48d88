import type { Texts } from './texts.js';

/** Messages to send, in English. They say nothing that has to be known from figures. */
export const ENGLISH_TEMPLATES: Texts['templates'] = {
  waiting_on_client_follow_up:
    'Hello! We asked you something and need your answer to go on. Is there anything we can clear up? If it is easier, we can talk for ten minutes today or tomorrow.',
  client_question_answer:
    'Hello! You asked us something, and we have not answered yet: sorry for that. Here is what we can say today, and when the rest follows. If it is urgent, please call us at any time.',
  scope_creep_change_request:
    'Hello! Some of your latest wishes go beyond what we agreed. We would like to do them well, so we will send you a short change request with effort, price and dates. Please tell us which of them matter most to you.',
  delivery_risk_escalation:
    'Hello! Some of the work is stuck at the moment, and this may move the date. Here is what is stuck, what we need for each point and from whom, and the date that we can keep. Can we settle the open points together today?',
  finance_risk_review:
    'Hello! We have compared the project’s cost with its budget and see a difference that we should talk about. We suggest a short call to go through the figures and agree how to proceed.',
  finance_plan_request:
    'Hello team! There is cost on this deal and no planned budget yet. Please enter the budget that we work by, or tell me who knows it, so that we see in time where we stand.',
  finance_margin_review:
    'Hello team! Little is left of this deal after cost. Please let us go through hours, price and what is still to be done this week, and decide what we change: effort, scope or price.',
  unhappy_client_talk:
    'Hello! I have read your last messages, and I see that things have not gone as you expect. I would like to hear it from you in person. When may I call you today or tomorrow? I will come with what we can change at once.',
  upsell_offer_pitch:
    'Hello! You told us what you would like to reach next. We have thought about how we could help and would gladly show you a proposal with steps, price and dates. When would a short call suit you?',
  winback_talk:
    'Hello! We are sorry that we are not going on together. We would like to understand what was missing, and to do better where we can. May I call you for fifteen minutes this week? I have nothing to sell, only questions, and an honest offer if you want one.',
};
