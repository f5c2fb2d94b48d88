import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EvidenceRef } from '../../../kag-events/index.js';
import { scoresOf } from '../read-state.js';
import { SCORE_TYPES } from '../score.js';
import { SIGNAL_KEYS, type Signals } from '../signal.js';

/** Usual values, and whatever else a finite number may be. */
const value = fc.oneof(
  fc.double({ min: -1, max: 10, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 0, -0),
);
const signals = fc
  .tuple(...SIGNAL_KEYS.map(() => value))
  .map(
    (values) =>
      Object.fromEntries(
        SIGNAL_KEYS.map((key, n) => [key, { value: values[n], status: 'ok', details: {}, evidence_refs: [] }]),
      ) as unknown as Signals,
  );
const facts = fc.record({
  sentiment_ewma: fc.double({ min: -1, max: 1, noNaN: true }),
  revenue: value,
  cost: value,
  planned_budget: value,
  scope_changes_7d: fc.nat(),
  needs_7d: fc.nat(),
  needs_evidence: fc.constant<EvidenceRef[]>([]),
});

describe('scores', () => {
  it('lie within 0 to 100 and are the sum of their parts, whatever the numbers that they are made of', () => {
    fc.assert(
      fc.property(signals, facts, (of, known) => {
        const scores = scoresOf(of, known);
        expect(Object.keys(scores)).toEqual([...SCORE_TYPES]);
        for (const [type, { value: score, factors }] of Object.entries(scores)) {
          expect([type, score, score !== null && 0 <= score && score <= 100]).toEqual([type, score, true]);
          for (const { key, value: part, weight, contribution } of factors) {
            expect([key, part, 0 <= part && part <= 100]).toEqual([key, part, true]);
            expect([key, contribution]).toEqual([key, weight * part]);
          }
          const base = type === 'project_health' ? 100 : 0;
          expect(score).toBeCloseTo(
            factors.reduce((sum, { contribution }) => sum + contribution, base),
            9,
          );
        }
      }),
      { numRuns: 500 },
    );
  });
});
