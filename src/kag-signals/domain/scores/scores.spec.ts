import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { EvidenceRef } from '../../../kag-events/index.js';
import { scoresOf } from '../read-state.js';
import { SCORE_TYPES } from '../score.js';
import { SIGNAL_KEYS, type Facts, type SignalKey, type Signals } from '../signal.js';
import { statusOf } from '../thresholds.js';

/** Signals of these values; those left out are unknown. */
const signalsOf = (values: Partial<Record<SignalKey, number | null>>): Signals =>
  Object.fromEntries(
    SIGNAL_KEYS.map((key) => {
      const value = values[key] ?? null;
      const evidence_refs = value === null ? [] : [{ source_table: key, source_pk: '1' }];
      return [key, { known: value !== null, value, status: statusOf(key, value), details: {}, evidence_refs }];
    }),
  ) as unknown as Signals;

/** Usual values, and whatever else a finite number may be; null: unknown. */
const value = fc.oneof(
  fc.double({ min: -1, max: 10, noNaN: true }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(Number.MAX_VALUE, -Number.MAX_VALUE, Number.MIN_VALUE, 0, -0, null),
);
const signals = fc
  .tuple(...SIGNAL_KEYS.map(() => value))
  .map((values) => signalsOf(Object.fromEntries(SIGNAL_KEYS.map((key, n) => [key, values[n] ?? null]))));
const facts = fc.record({
  revenue: value,
  cost: value,
  planned_budget: value,
  scope_changes_7d: fc.nat(),
  needs_14d: fc.nat(),
  needs_evidence: fc.constant<EvidenceRef[]>([]),
});

const CALM = Object.fromEntries(SIGNAL_KEYS.map((key) => [key, 0])) as Record<SignalKey, number>;
/** Values that are a full cause each, by the component that they are one of. */
const FULL: readonly Partial<Record<SignalKey, number>>[] = [
  { blockers_age: 9 },
  { stage_overdue: 9 },
  { waiting_on_client_days: 9 },
  { client_sentiment: -0.9 },
  { budget_burn_rate: 1.4, margin_risk: 1 },
];
const FACTS: Facts = {
  revenue: 50_000,
  cost: 0,
  planned_budget: 0,
  scope_changes_7d: 0,
  needs_14d: 0,
  needs_evidence: [],
};
const healthOf = (values: Partial<Record<SignalKey, number | null>>) =>
  scoresOf(signalsOf(values), FACTS).project_health;

describe('scores', () => {
  it('lie within 0 to 100 and are the sum of their parts, whatever the numbers that they are made of', () => {
    fc.assert(
      fc.property(signals, facts, (of, known) => {
        const scores = scoresOf(of, known);
        expect(Object.keys(scores)).toEqual([...SCORE_TYPES]);
        for (const [type, { known: isKnown, value: score, band, coverage, factors }] of Object.entries(scores)) {
          expect([type, coverage, 0 <= coverage && coverage <= 1]).toEqual([type, coverage, true]);
          expect([type, isKnown, score !== null, band !== null]).toEqual([type, ...Array(3).fill(coverage >= 0.5)]);
          if (score === null) continue;
          expect([type, score, 0 <= score && score <= 100]).toEqual([type, score, true]);
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

  it('show one full cause, and two more, however well all else goes', () => {
    expect(healthOf(CALM)).toMatchObject({ value: 100, band: 'low', coverage: 1 });
    for (const cause of FULL) {
      expect(healthOf({ ...CALM, ...cause })).toMatchObject({ value: 50, band: 'high' });
      for (const other of FULL.filter((one) => one !== cause))
        expect(healthOf({ ...CALM, ...cause, ...other })).toMatchObject({ value: 25, band: 'critical' });
    }
    const worst = scoresOf(signalsOf({ ...CALM, blockers_age: 9, stage_overdue: 9 }), FACTS).risk;
    expect(worst).toMatchObject({ value: 75, band: 'high' });
  });

  it('never get better because something gets worse', () => {
    const key = fc.constantFrom(...SIGNAL_KEYS);
    const amount = fc.double({ min: 0, max: 20, noNaN: true });
    const values = fc.tuple(...SIGNAL_KEYS.map(() => amount));
    fc.assert(
      fc.property(values, key, amount, (given, changed, more) => {
        const worse = (from: number, by: number) => (changed === 'client_sentiment' ? from - by : from + by);
        const before = Object.fromEntries(
          SIGNAL_KEYS.map((one, n) => [one, one === 'client_sentiment' ? -(given[n] ?? 0) / 20 : (given[n] ?? 0)]),
        ) as Record<SignalKey, number>;
        const after = { ...before, [changed]: worse(before[changed], more) };
        expect(healthOf(after).value).toBeLessThanOrEqual((healthOf(before).value ?? 0) + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  it('leave out what is unknown, say how much is known, and say nothing below half of it', () => {
    const talk = {
      waiting_on_client_days: 6,
      waiting_on_us_hours: 0,
      agreement_overdue_count: 0,
      client_sentiment: 0,
      scope_creep_rate: 0,
    };
    const { coverage, ...health } = healthOf(talk);
    expect(health).toMatchObject({ known: true, value: 50 });
    expect(coverage).toBeCloseTo(4.4 / 8, 12);
    expect(health.factors.map(({ key }) => key).sort()).toEqual([
      'agreement',
      'response',
      'scope',
      'sentiment',
      'waiting',
    ]);
    const silent = healthOf({ ...talk, client_sentiment: null, scope_creep_rate: null });
    expect(silent).toMatchObject({ known: false, value: null, band: null, factors: [], evidence_refs: [] });
    expect(silent.coverage).toBeCloseTo(2.6 / 8, 12);
  });

  it('see no upsell before a need is voiced', () => {
    const upsell = (more: Partial<Facts>) => scoresOf(signalsOf(CALM), { ...FACTS, ...more }).upsell_likelihood;
    expect(upsell({ scope_changes_7d: 5 })).toMatchObject({ known: true, value: 0, band: 'low' });
    const voiced = upsell({ needs_14d: 2 });
    // What the client is worth: 50 of revenue, all of margin, activity and health, and half of a mood.
    const worth = 0.3 * 50 + 0.25 * 100 + 0.2 * 100 + 0.15 * 100 + 0.1 * 50;
    expect(voiced.value).toBeCloseTo(0.35 * 70 + 0.4 * worth + 0.25 * 100, 9);
  });

  it('weigh what a client is worth by what is known of it', () => {
    const { client_value: worth } = scoresOf(signalsOf({ ...CALM, activity_drop: null }), FACTS);
    expect(worth.coverage).toBeCloseTo(0.8, 12);
    expect(worth.value).toBeCloseTo((0.3 * 50 + 0.25 * 100 + 0.15 * 100 + 0.1 * 50) / 0.8, 9);
  });
});
