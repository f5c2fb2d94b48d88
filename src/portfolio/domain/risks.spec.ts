import { describe, expect, it } from '@jest/globals';
import type { ListedRisk } from './listed.js';
import { likeliestOf } from './risks.js';

const risk = (risk_type: ListedRisk['risk_type'], p14: number | null, usual: number): ListedRisk => ({
  risk_type,
  status: 'ok',
  p14,
  usual,
});
const there = { ...risk('scope_risk', null, 0.1), status: 'already' } as const;
const unknown = { ...risk('finance_risk', null, 0.1), status: 'not_enough_history' } as const;

describe('the likeliest risk', () => {
  it.each<[string, ListedRisk[], string | null]>([
    ['is the one that is there', [risk('client_risk', 0.9, 0.1), there], 'scope_risk'],
    ['is above the usual', [risk('client_risk', 0.3, 0.3), risk('delivery_risk', 0.2, 0.1)], 'delivery_risk'],
    [
      'is the likeliest above the usual',
      [risk('client_risk', 0.3, 0.2), risk('delivery_risk', 0.4, 0.3)],
      'delivery_risk',
    ],
    [
      'is the likeliest where all are usual',
      [risk('client_risk', 0.1, 0.2), risk('delivery_risk', 0.2, 0.3)],
      'delivery_risk',
    ],
    ['is not one of which nothing is known', [unknown, risk('client_risk', 0, 0.2)], 'client_risk'],
    ['is none where nothing is known', [unknown], null],
    ['is none of none', [], null],
  ])('%s', (_what, risks, type) => expect(likeliestOf(risks)?.risk_type ?? null).toBe(type));
});
