import { counted } from '../../../common/counted.js';
import type { Texts } from './texts.js';

const days = counted('en', { one: 'day', many: 'days' });
const workingDays = counted('en', { one: 'working day', many: 'working days' });
const requests = counted('en', { one: 'request', many: 'requests' });
const messages = counted('en', { one: 'message', many: 'messages' });
const issues = counted('en', { one: 'issue is', many: 'issues are' });
const needs = counted('en', { one: 'need', many: 'needs' });

export const EN: Texts = {
  categories: {
    waiting_on_client: {
      title: ({ waiting_days: n }) =>
        n > 0 ? `Follow up: ${workingDays(n)} without an answer` : 'Get in touch with the client',
      rationale: ({ waiting_days: n, p7 }) =>
        n > 0
          ? `The team asked the client and has had no answer for ${workingDays(n)}. The chance of trouble with the client within a week is ${p7} %.`
          : `The chance of trouble with the client within a week is ${p7} %.`,
      why_now: ({ p14 }) =>
        `Left alone, the chance grows to ${p14} % within two weeks, and the work waits for decisions.`,
      expected_impact: 'The client decides, and the work goes on.',
    },
    scope_creep_change_request: {
      title: ({ scope_changes: n }) =>
        n > 0 ? `Write a change request for ${requests(n)} out of scope` : 'Agree on the scope anew',
      rationale: ({ scope_changes, client_messages, p14 }) =>
        `${requests(scope_changes)} out of scope in ${messages(client_messages)} of the last week. The chance that the scope gets out of hand within two weeks is ${p14} %.`,
      why_now: () => 'What is done without being agreed is hard to charge later, and it delays what was agreed.',
      expected_impact: 'Extra work is agreed and paid, or put off.',
    },
    delivery_risk: {
      title: ({ open_blockers: n }) => (n > 0 ? `Escalate: ${issues(n)} blocked` : 'Escalate: delivery is at risk'),
      rationale: ({ open_blockers, blockers_days, overdue_days, p7 }) =>
        [
          ...(open_blockers > 0 ? [`${issues(open_blockers)} blocked, for ${days(blockers_days)} on average.`] : []),
          ...(overdue_days > 0 ? [`A stage is ${days(overdue_days)} overdue.`] : []),
          `The chance that delivery fails within a week is ${p7} %.`,
        ].join(' '),
      why_now: ({ p14 }) =>
        `Each day that nothing moves costs a day of the deadline; within two weeks the chance is ${p14} %.`,
      expected_impact: 'Blockers get an owner and a date, and the plan holds or is moved in time.',
    },
    finance_risk: {
      title: ({ burn_percent: n }) =>
        n > 100 ? `Review the money: ${n} % of a deal’s budget is spent` : 'Review the budget and the margin',
      rationale: ({ burn_percent, p7 }) =>
        [
          ...(burn_percent > 0 ? [`Cost stands at ${burn_percent} % of a deal’s planned budget.`] : []),
          `The chance of a financial loss within a week is ${p7} %.`,
        ].join(' '),
      why_now: ({ p30 }) => `Within a month the chance is ${p30} %; what is not planned now is lost.`,
      expected_impact: 'Cost is brought back to plan, or the budget is agreed anew.',
    },
    upsell_opportunity: {
      title: ({ needs: n }) =>
        n > 0 ? `Make an offer: the client voiced ${needs(n)}` : 'Make an offer: the client is ready for more',
      rationale: ({ upsell, needs: n }) =>
        `The likelihood of a sale stands at ${upsell} of 100${n > 0 ? `, with ${needs(n)} voiced in the last week` : ''}.`,
      why_now: () => 'A wish that was said aloud is answered best while it is fresh.',
      expected_impact: 'A new piece of work with a client who trusts the team.',
    },
    winback: {
      title: () => 'Win the client back before they leave',
      rationale: ({ p14 }) =>
        `The chance of losing the client within two weeks is ${p14} %, and clients in similar cases did leave.`,
      why_now: () => 'A talk helps while the client still hesitates.',
      expected_impact: 'The client stays, or says what would make them stay.',
    },
  },
  templates: {
    waiting_on_client_follow_up:
      'Hello! We asked you something a few days ago and need your answer to go on. Is there anything we can clear up? If it is easier, we can talk for ten minutes today or tomorrow.',
    scope_creep_change_request:
      'Hello! Some of your latest wishes go beyond what we agreed. We would like to do them well, so we will send you a short change request with effort, price and dates. Please tell us which of them matter most to you.',
    delivery_risk_escalation:
      'Hello! Some of the work is blocked at the moment, and this may move the date. Here is what is stuck, what we need for each point and from whom, and the date we can keep. Can we settle the open points together today?',
    finance_risk_review:
      'Hello! We have compared the project’s cost with its budget and see a difference that we should talk about. We suggest a short call to go through the figures and agree how to proceed.',
    upsell_offer_pitch:
      'Hello! You told us what you would like to reach next. We have thought about how we could help and would gladly show you a proposal with steps, price and dates. When would a short call suit you?',
  },
};
