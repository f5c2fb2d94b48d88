import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { messageRef, reading } from '../../../test/support/readings.js';
import { SCORE_TYPES } from '../../kag-signals/domain/score.js';
import { SIGNAL_KEYS } from '../../kag-signals/domain/signal.js';
import { forecastsOf } from './rules-v1.js';
import { RISK_TYPES } from './risks.js';

/** Usual values, and whatever else a finite number may be. */
const value = fc.oneof(
  fc.double({ min: -1, max: 10, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 0, -0),
);
const readings = fc
  .record({
    signals: fc.tuple(...SIGNAL_KEYS.map(() => value)),
    scores: fc.tuple(...SCORE_TYPES.map(() => fc.double({ min: 0, max: 100, noNaN: true }))),
    refs: fc.tuple(...SIGNAL_KEYS.map(() => fc.nat({ max: 20 }))),
    open_blockers: fc.nat({ max: 9 }),
  })
  .map(({ signals, scores, refs, open_blockers }) =>
    reading({
      values: Object.fromEntries([
        ...SIGNAL_KEYS.map((key, n) => [key, signals[n] ?? 0]),
        ...SCORE_TYPES.map((type, n) => [type, scores[n] ?? 0]),
      ]) as Record<string, number>,
      evidence: Object.fromEntries(
        SIGNAL_KEYS.map((key, n) => [key, Array.from({ length: refs[n] ?? 0 }, (_, at) => messageRef(`${n}-${at}`))]),
      ),
      open_blockers,
    }),
  );
const cases = fc.array(
  fc.record({
    similarity_score: fc.double({ min: 0, max: 1, noNaN: true }),
    outcomes_seen: fc.array(
      fc.record({ outcome_type: fc.constantFrom(...RISK_TYPES), severity: fc.integer({ min: 1, max: 5 }) }),
      { maxLength: 8 },
    ),
  }),
  { maxLength: 5 },
);

describe('forecasts', () => {
  it('are chances, the greater the longer the time, whatever the numbers that they are made of', () => {
    fc.assert(
      fc.property(readings, cases, (read, similar) => {
        for (const forecast of Object.values(forecastsOf(read, similar))) {
          const { p7, p14, p30, confidence, expected_time_to_risk_days: days, top_drivers, evidence_refs } = forecast;
          // As a chain, so that not a number is out of place, too.
          expect([p7, p14, p30, 0 <= p7 && p7 <= p14 && p14 <= p30 && p30 <= 1]).toEqual([p7, p14, p30, true]);
          expect([confidence, 0.35 <= confidence && confidence <= 1]).toEqual([confidence, true]);
          expect([days, 2 <= days && days <= 60]).toEqual([days, true]);
          expect(top_drivers.length).toBeLessThanOrEqual(4);
          for (const { norm } of top_drivers) expect([norm, 0 < norm && norm <= 1]).toEqual([norm, true]);
          expect(evidence_refs.length).toBeLessThanOrEqual(40);
          expect(forecast.publishable).toBe(evidence_refs.length > 0);
        }
      }),
      { numRuns: 500 },
    );
  });
});
