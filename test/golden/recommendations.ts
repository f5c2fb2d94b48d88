import {
  DELIVERY_RISK,
  FINANCE_RISK,
  SCOPE_CREEP_CHANGE_REQUEST,
  UPSELL_OPPORTUNITY,
  WAITING_ON_CLIENT,
  WINBACK,
} from './recommended.js';
import type { GoldenRecommendation } from './types.js';

/** What is recommended, by the history, in the order of the contract's table; where one is left out, nothing. */
export const RECOMMENDATIONS: Readonly<Record<string, readonly GoldenRecommendation[]>> = {
  'thresholds: every signal is critical': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 5, due_date: '2026-06-02', gate: 'too_few_refs' },
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' },
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-02', gate: 'shown' },
  ],
  'thresholds: every signal is a warning': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 4, due_date: '2026-06-02', gate: 'too_few_refs' },
  ],
  'blockers: four old ones': [{ ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' }],
  'blockers: three, five days exactly, raise the forecast': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'blockers: what is parked is not waited for': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'crisis: no side of the project is well, and the similar ones ended badly': [
    { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 5, due_date: '2026-06-02', gate: 'shown' },
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...FINANCE_RISK, priority: 5, due_date: '2026-06-02', gate: 'too_few_refs' },
    { ...WINBACK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
  ],
  'evidence: a signal keeps its latest 20': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown', evidence_count: 20 },
  ],
  'evidence: what is left of five times twenty-five': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'no_primary', evidence_count: 20 },
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 5, due_date: '2026-06-02', gate: 'shown', evidence_count: 30 },
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown', evidence_count: 30 },
  ],
  'finance: a thin margin, and a gate that asks for better evidence': [
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-02', gate: 'low_quality' },
  ],
  'finance: a quarter over the plan of one deal, with what was written about its money': [
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-02', gate: 'shown', evidence_count: 4 },
  ],
  'finance: a fifth over the plan of two deals': [
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-02', gate: 'shown' },
  ],
  'healthy: a happy client with two needs': [
    { ...UPSELL_OPPORTUNITY, priority: 5, due_date: '2026-06-03', gate: 'shown' },
  ],
  'healthy: one need, and a day and a half without an answer': [
    { ...UPSELL_OPPORTUNITY, priority: 4, due_date: '2026-06-03', gate: 'shown' },
  ],
  'moment: now and later': [{ ...SCOPE_CREEP_CHANGE_REQUEST, priority: 4, due_date: '2026-06-02', gate: 'shown' }],
  'order: at one instant, what arrived last happened last': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'scope: one wish in five messages': [
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 4, due_date: '2026-06-02', gate: 'shown' },
  ],
  'scope: seven wishes in twenty messages, a chance for an offer that rests on nothing': [
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 4, due_date: '2026-06-02', gate: 'shown' },
  ],
  'scope: a wish without any message': [
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 4, due_date: '2026-06-02', gate: 'too_few_refs' },
  ],
  'silence: four days exactly are critical, and the silence begins now': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'shown' },
  ],
  'silence: six days, of which only chunks of text tell': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'no_primary' },
  ],
  'silence: we write again into it, and it stays the same one': [
    { ...WAITING_ON_CLIENT, priority: 4, due_date: '2026-06-01', gate: 'too_few_refs' },
  ],
  'similar: four days without an answer, as of a client that left': [
    { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...WINBACK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
  ],
  'similar: likely to buy, and too likely to leave': [
    { ...WAITING_ON_CLIENT, priority: 5, due_date: '2026-06-01', gate: 'shown' },
  ],
  'similar: projects that went wrong, not badly enough for the highest priority': [
    { ...DELIVERY_RISK, priority: 4, due_date: '2026-06-01', gate: 'shown' },
    { ...FINANCE_RISK, priority: 4, due_date: '2026-06-02', gate: 'shown' },
  ],
  'similar: projects that went as wrong as can be': [
    { ...SCOPE_CREEP_CHANGE_REQUEST, priority: 5, due_date: '2026-06-02', gate: 'shown' },
    { ...DELIVERY_RISK, priority: 5, due_date: '2026-06-01', gate: 'shown' },
    { ...FINANCE_RISK, priority: 5, due_date: '2026-06-02', gate: 'shown' },
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
};
