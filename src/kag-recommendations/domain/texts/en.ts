import { dayWords } from './day-words.js';
import { ENGLISH_TEMPLATES } from './en-templates.js';
import { counted } from '../../../common/counted.js';
import { phrased } from './phrased.js';
import type { Texts } from './texts.js';

const workingDays = counted('en', { one: 'working day', many: 'working days' });
const workingHours = counted('en', { one: 'working hour', many: 'working hours' });
const requests = counted('en', { one: 'request', many: 'requests' });
const messages = counted('en', { one: 'message', many: 'messages' });
const blocked = counted('en', { one: 'issue is blocked', many: 'issues are blocked' });
const negative = phrased('en', { one: '{n} of %m is negative', many: '{n} of %m are negative' });
const negativeOfClient = phrased('en', {
  one: '{n} of the client’s %m in three weeks is negative',
  many: '{n} of the client’s %m in three weeks are negative',
});
const needs = counted('en', { one: 'need', many: 'needs' });
const day = (text: string) => dayWords('en', text);

/** 0 is said too; null is not known. */
const known = (n: number | null): n is number => n !== null;
const some = (n: number | null): n is number => n !== null && n > 0;
const mood = (bad: number, all: number) => negative(bad).replace('%m', messages(all));

export const EN: Texts = {
  causes: {
    client_silent: {
      title: ({ waiting_days: n }) =>
        some(n) ? `Follow up: ${workingDays(n)} without an answer` : 'Follow up: the client owes an answer',
      ahead: ({ waiting_days: n }) =>
        some(n) ? `Follow up soon: ${workingDays(n)} without an answer` : 'Follow up soon: the client owes an answer',
      fact: ({ waiting_days: n }) =>
        some(n) ? `The team asked the client and has had no answer for ${workingDays(n)}.` : null,
      why_now: 'The work waits for this answer. If nobody reads the message, a short call may help.',
      expected_impact: 'The client decides, and the work goes on.',
    },
    question_open: {
      title: ({ asked_hours: n }) =>
        some(n) ? `Answer the client: a question is ${workingHours(n)} old` : 'Answer the client: a question is open',
      ahead: () => 'Answer the client: a question is open',
      fact: ({ asked_hours: n }) =>
        some(n) ? `The client asked something and has had no answer for ${workingHours(n)}.` : null,
      why_now: 'The client waits for the team. Even a word on when the answer comes is better than none.',
      expected_impact: 'The client has an answer, or knows when it comes.',
    },
    scope_requests: {
      title: ({ scope_requests: n }) =>
        some(n) ? `Write a change request for ${requests(n)} out of scope` : 'Agree on the scope again',
      ahead: ({ scope_requests: n }) =>
        some(n) ? `Watch the scope: ${requests(n)} out of it in a week` : 'Watch the scope',
      fact: ({ scope_requests: n, client_messages: m }) => {
        if (!some(n)) return null;
        return some(m)
          ? `${requests(n)} out of scope in ${messages(m)} of the client in the last week.`
          : `${requests(n)} out of scope in the last week.`;
      },
      why_now: 'What is done without being agreed is hard to charge later, and it delays what was agreed.',
      expected_impact: 'Extra work is agreed and paid, or put off.',
    },
    work_blocked: {
      title: ({ open_blockers: n }) => (some(n) ? `Escalate: ${blocked(n)}` : 'Escalate: work is blocked'),
      ahead: ({ open_blockers: n }) => (some(n) ? `Look into it: ${blocked(n)}` : 'Look into what is blocked'),
      fact: ({ open_blockers: n, blockers_days: age }) => {
        if (!some(n)) return null;
        if (!some(age)) return `${blocked(n)}.`;
        return n === 1
          ? `${blocked(n)}, for ${workingDays(age)}.`
          : `${blocked(n)}, for ${workingDays(age)} on average.`;
      },
      why_now: 'What is blocked does not move by itself: each issue needs an owner and a date.',
      expected_impact: 'Blocked work gets an owner and a date, and the plan holds or is moved in time.',
    },
    stage_late: {
      title: ({ late_days: n }) =>
        some(n) ? `Escalate: a stage is ${workingDays(n)} overdue` : 'Escalate: a stage is overdue',
      ahead: ({ late_days: n }) => (some(n) ? `Look ahead: a stage is ${workingDays(n)} overdue` : 'Look at the plan'),
      fact: ({ late_days: n }) => (some(n) ? `A stage is ${workingDays(n)} overdue.` : null),
      why_now: 'The client plans by the date that was agreed. A new one is easier to accept before they ask.',
      expected_impact: 'The stage is closed, or has a date that everybody knows.',
    },
    over_budget: {
      title: ({ burn_percent: n }) =>
        known(n) && n > 100 ? `Review the money: ${n} % of a deal’s budget is spent` : 'Review the budget of a deal',
      ahead: ({ burn_percent: n }) =>
        some(n) ? `Look at the budget: ${n} % of a deal’s plan is spent` : 'Look at the budget of a deal',
      fact: ({ burn_percent: n }) => (some(n) ? `Cost stands at ${n} % of the deal’s planned budget.` : null),
      why_now: 'What the work costs can still be cut, agreed or charged now; after the last invoice it can’t.',
      expected_impact: 'Cost is brought back to plan, or the budget is agreed again.',
    },
    cost_without_plan: {
      title: () => 'Plan the cost: money is spent without a budget',
      ahead: () => 'Plan the cost: money is spent without a budget',
      fact: () => 'There is cost, and no deal has a planned budget.',
      why_now: 'Without a plan nothing shows whether the cost is too high.',
      expected_impact: 'The deal has a budget, and cost can be held against it.',
    },
    thin_margin: {
      title: ({ margin_percent: n }) => {
        if (!known(n)) return 'Review the margin of a deal';
        if (n > 0) return `Review the margin: ${n} % of a deal is left`;
        return n === 0 ? 'Review the margin: a deal earns nothing' : 'Review the margin: a deal loses money';
      },
      ahead: ({ margin_percent: n }) =>
        some(n) ? `Look at the margin: ${n} % of a deal is left` : 'Look at the margin of a deal',
      fact: ({ margin_percent: n }) => {
        if (!known(n)) return null;
        if (n < 0) return `Cost is ${-n} % above what the deal brings in.`;
        return n === 0
          ? 'Cost is as high as what the deal brings in.'
          : `After cost, ${n} % of what the deal brings in is left.`;
      },
      why_now: 'Each further hour costs margin; price and effort can still be changed.',
      expected_impact: 'The deal earns what it should, or the team knows why it does not.',
    },
    client_unhappy: {
      title: ({ negative_messages: n, mood_messages: all }) =>
        some(n) && some(all) ? `Talk to the client: ${mood(n, all)}` : 'Talk to the client: the mood is low',
      ahead: ({ negative_messages: n, mood_messages: all }) =>
        some(n) && some(all) ? `Ask the client how it goes: ${mood(n, all)}` : 'Ask the client how it goes',
      fact: ({ negative_messages: n, mood_messages: all }) =>
        some(n) && some(all) ? `${negativeOfClient(n).replace('%m', messages(all))}.` : null,
      why_now: 'A complaint that is taken up in person weighs less than one that is only answered.',
      expected_impact: 'The client says what is wrong, and sees that it is taken up.',
    },
    needs_voiced: {
      title: ({ needs: n }) =>
        some(n) ? `Make an offer: the client voiced ${needs(n)}` : 'Make an offer for what the client needs',
      ahead: () => 'Make an offer for what the client needs',
      fact: ({ needs: n, upsell }) => {
        if (!some(n)) return null;
        const voiced = `In the last two weeks the client voiced ${needs(n)}`;
        return some(upsell) ? `${voiced}; the score for a sale is ${upsell} of 100.` : `${voiced}.`;
      },
      why_now: 'A wish that was said aloud is answered best while it is fresh.',
      expected_impact: 'A new piece of work with a client who trusts the team.',
    },
    deal_lost: {
      title: ({ lost_deal: deal }) =>
        deal?.name ? `Win the client back: “${deal.name}” is lost` : 'Win the client back: a deal is lost',
      ahead: () => 'Win the client back: a deal is lost',
      fact: ({ lost_deal: deal }) =>
        deal && `${deal.name ? `“${deal.name}”` : 'A deal'} moved to “${deal.stage}” on ${day(deal.on)}.`,
      why_now: 'Ask for the reasons first, and offer what would change them: a pitch won’t.',
      expected_impact: 'The client comes back, or the team knows why it lost the deal.',
    },
  },
  there_since: {
    delivery_risk: (since) => `Delivery has been in trouble since ${day(since)}.`,
    finance_risk: (since) => `The money has been in trouble since ${day(since)}.`,
    client_risk: (since) => `There has been trouble with the client since ${day(since)}.`,
    scope_risk: (since) => `The scope has been out of hand since ${day(since)}.`,
  },
  chance: {
    delivery_risk: (p, usual) => `Trouble with delivery within two weeks: ${p} %; ${usual} % is usual.`,
    finance_risk: (p, usual) => `Trouble with the money within two weeks: ${p} %; ${usual} % is usual.`,
    client_risk: (p, usual) => `Trouble with the client within two weeks: ${p} %; ${usual} % is usual.`,
    scope_risk: (p, usual) => `Trouble with the scope within two weeks: ${p} %; ${usual} % is usual.`,
  },
  reopened: {
    worse: 'It got worse after it had been put aside.',
    snooze_over: 'The time for which it was put aside is over.',
  },
  templates: ENGLISH_TEMPLATES,
};
