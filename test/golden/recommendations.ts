import {
  ANSWER_THE_CLIENT,
  COST_WITHOUT_PLAN,
  DELIVERY_RISK,
  FINANCE_RISK,
  SCOPE_CREEP_CHANGE_REQUEST,
  THIN_MARGIN,
  UNHAPPY_CLIENT,
  UPSELL_OPPORTUNITY,
  WAITING_ON_CLIENT,
  WINBACK,
} from './recommended.js';
import type { GoldenRecommendation } from './types.js';

/**
 * What is recommended, by the history, in the order of docs/contract/recommendations.md; where one is left out,
 * nothing.
 */
export const RECOMMENDATIONS: Readonly<Record<string, readonly GoldenRecommendation[]>> = {
  'thresholds: every signal is critical': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' },
    { ...UNHAPPY_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'thresholds: every signal is a warning': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' },
    { ...UNHAPPY_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'blockers: blocked twice keeps the first time, blocked again after it was freed does not': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'blockers: four old ones': [{ ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' }],
  'blockers: two, five days exactly: too few to raise the forecast, too young to act': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'blockers: three, five days exactly, raise the forecast': [
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
  ],
  'blockers: what is parked is not waited for': [
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
  ],
  'crisis: no side of the project is well, and the similar ones ended badly': [
    { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...FINANCE_RISK, priority: 5, due_date: '2026-06-03', gate: 'shown' },
  ],
  'evidence: a signal keeps its latest 20': [
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown', evidence_count: 20 },
  ],
  'evidence: what is left of five times twenty-five': [
    { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'no_primary', evidence_count: 20 },
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown', evidence_count: 30 },
  ],
  'response: sixteen hours exactly are a reason to answer': [
    { ...ANSWER_THE_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown', evidence_count: 1 },
  ],
  'finance: cost without a plan and without a price': [
    { ...COST_WITHOUT_PLAN, priority: 4, due_date: '2026-06-03', gate: 'shown' },
  ],
  'finance: a quarter over the plan of one deal, with what was written about its money': [
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown', evidence_count: 4 },
  ],
  'finance: a fifth over the plan of two deals': [
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' },
  ],
  'finance: a tenth over the plan': [{ ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' }],
  'health: 60 exactly is medium concern': [{ ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' }],
  'finance: a margin of a tenth is worth a review': [
    { ...THIN_MARGIN, priority: 4, due_date: '2026-06-03', gate: 'shown', evidence_count: 1 },
  ],
  'health: 40 exactly is high concern, and nothing is there to point at': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'health: 45 exactly is an outcome of client_risk by itself': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'healthy: a happy client with two needs': [
    { ...UPSELL_OPPORTUNITY, priority: 4, due_date: '2026-06-05', gate: 'too_few_refs', evidence_count: 1 },
  ],
  'moment: now and later': [{ ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' }],
  'moment: a deal that is lost today is an outcome of today': [
    { ...WINBACK, priority: 5, due_date: '2026-06-02', gate: 'shown' },
  ],
  'moment: a deal that was lost three days ago is not one of today': [
    { ...WINBACK, priority: 5, due_date: '2026-06-02', gate: 'shown' },
  ],
  'order: at one instant, what arrived last happened last': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'too_few_refs' },
  ],
  'risk: 45 exactly is medium': [{ ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' }],
  'risk: 65 exactly is high': [{ ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' }],
  'risk: 80 exactly is critical, and a severe outcome only from 85': [
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'scope: seven wishes in twenty messages, a chance for an offer that rests on nothing': [
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 5, due_date: '2026-06-02', gate: 'shown' },
  ],
  'sentiment: just short of raising the forecast': [
    { ...UNHAPPY_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'sentiment: just raising the forecast': [
    { ...UNHAPPY_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'sentiment: seven of eight messages at -0.9': [
    { ...UNHAPPY_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'silence: four days exactly are critical, and the silence begins now': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'silence: six days, of which only chunks of text tell': [
    { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'no_primary' },
  ],
  'silence: we write again into it, and it stays the same one': [
    { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'similar: four days without an answer, as of a client that left': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'similar: likely to buy, and too likely to leave': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'similar: projects that went wrong, not badly enough for the highest priority': [
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' },
  ],
  'similar: projects that went as wrong as can be': [
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-03', gate: 'shown' },
  ],
  'stages: three days late exactly raise the forecast, and are no reason to act': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'stages: the latest of several, six days late': [
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
  ],
  'stages: a new date replaces the old one, the end closes it, a new beginning opens it again': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'waiting: three days without an answer': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'waiting: two days exactly are a warning': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'waiting: the last millisecond of the year': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2027-01-01', gate: 'shown' },
  ],
  'waiting: a follow-up on each of seven days does not start it again': [
    { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
};
