import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SIGNAL_KEYS, type SignalKey } from '../../kag-signals/domain/signal.js';
import { THRESHOLDS } from '../../kag-signals/domain/thresholds.js';
import { normalisedRisk } from './risk.js';

const risk = (key: SignalKey, value: number) => normalisedRisk(value, THRESHOLDS[key]);

describe('normalisedRisk', () => {
  it.each<[SignalKey, number, number]>([
    ['waiting_on_client_days', 0, 0],
    ['waiting_on_client_days', 1, 0.25],
    ['waiting_on_client_days', 4, 1],
    ['waiting_on_client_days', 40, 1],
    ['response_time_median', 180, 0.25],
    ['blockers_age', 2.5, 0.5],
    ['stage_overdue', 3, 1],
    ['agreement_overdue_count', 1, 0.5],
    ['scope_creep_rate', 0.07, 0.2],
    ['budget_burn_rate', 0.6, 0.5],
    ['budget_burn_rate', 1.5, 1],
    ['margin_risk', 0.1, 0.25],
    ['activity_drop', 0.25, 0.5],
    ['activity_drop', 1, 1],
    ['client_sentiment', 0.4, 0],
    ['client_sentiment', 0, 0],
    ['client_sentiment', -0.2, 0],
    ['client_sentiment', -0.275, 0.5],
    ['client_sentiment', -0.35, 1],
    ['client_sentiment', -1, 1],
  ])('of %s %d is %d', (key, value, expected) => expect(risk(key, value)).toBeCloseTo(expected, 12));

  it('is within 0 and 1, and 1 exactly at the critical value', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SIGNAL_KEYS), fc.double({ noNaN: true, min: -1e9, max: 1e9 }), (key, value) => {
        expect(risk(key, value)).toBeGreaterThanOrEqual(0);
        expect(risk(key, value)).toBeLessThanOrEqual(1);
        expect(risk(key, THRESHOLDS[key].critical)).toBe(1);
      }),
    );
  });
});
