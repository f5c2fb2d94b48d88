import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { OUTCOME_TYPES } from '../outcome-types.js';
import { measuresFrom, type DayMeasures } from '../day-measures.js';
import { conditionOf } from './conditions.js';

const UNKNOWN = measuresFrom('2026-02-03');

describe('conditions of onsets', () => {
  it.each(OUTCOME_TYPES)('%s does not hold where nothing is known', (risk) =>
    expect(conditionOf(risk, UNKNOWN)).toEqual({ holds: false, severity: 4, because: [] }),
  );

  it.each<[(typeof OUTCOME_TYPES)[number], Partial<DayMeasures>, boolean]>([
    ['delivery_risk', { open_blockers: 1, blockers_age: 30 }, false],
    ['delivery_risk', { open_blockers: 2, blockers_age: 3 }, true],
    ['delivery_risk', { stage_overdue: 3 }, true],
    ['finance_risk', { burn: 1.19 }, false],
    ['finance_risk', { burn: 1.2 }, true],
    ['finance_risk', { margin: 0.2 }, true],
    ['client_risk', { waiting_days: 3.9 }, false],
    ['client_risk', { waiting_days: 4 }, true],
    ['client_risk', { negative_share: 0.5, sentiment_level: -0.17, negative_messages: 2 }, false],
    ['client_risk', { negative_share: 1, sentiment_level: -0.9, negative_messages: 1 }, false],
    ['client_risk', { negative_share: 0.5, sentiment_level: -0.18, negative_messages: 2 }, true],
    ['scope_risk', { scope_requests_7d: 2 }, false],
    ['scope_risk', { scope_requests_7d: 3 }, true],
  ])('%s with %j: %s', (risk, measures, holds) =>
    expect(conditionOf(risk, { ...UNKNOWN, ...measures }).holds).toBe(holds),
  );

  it('says which limits it reached', () => {
    const measures = { ...UNKNOWN, open_blockers: 3, blockers_age: 5.5, stage_overdue: 2 };
    expect(conditionOf('delivery_risk', measures)).toEqual({
      holds: true,
      severity: 5,
      because: [
        { measure: 'open_blockers', is: 'at_least', limit: 2, value: 3 },
        { measure: 'blockers_age', is: 'at_least', limit: 3, value: 5.5 },
      ],
    });
  });

  it('never ends because something got worse', () => {
    const amount = fc.double({ min: 0, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom(...OUTCOME_TYPES), amount, amount, (risk, value, more) => {
        const at = (all: number): DayMeasures => ({
          ...UNKNOWN,
          blockers_age: all,
          open_blockers: all,
          stage_overdue: all,
          burn: all,
          margin: -all,
          waiting_days: all,
          negative_share: all / 10,
          sentiment_level: -all / 10,
          negative_messages: all,
          scope_requests_7d: all,
        });
        if (conditionOf(risk, at(value)).holds) expect(conditionOf(risk, at(value + more)).holds).toBe(true);
      }),
    );
  });
});
