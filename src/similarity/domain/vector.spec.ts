import fc from 'fast-check';
import { FEATURES, vectorOf, type SnapshotNumbers } from './vector.js';

const calm: SnapshotNumbers = {
  day: '2026-03-01',
  waiting: 0,
  blockers: 0,
  stage: 0,
  scope: 0,
  burn: 1,
  margin: 0,
  activity: 0,
  sentiment: 0,
  risk: 0,
  health: 100,
  events_7d: 0,
  pipeline_amount: 0,
};
const named = (...days: Partial<SnapshotNumbers>[]) => {
  const vector = vectorOf(days.map((day) => ({ ...calm, ...day })));
  return Object.fromEntries(FEATURES.map((feature, i) => [feature, vector[i]]).filter(([, value]) => value !== 0));
};

describe('vectorOf', () => {
  it('has 14 places, all 0 for a project at rest', () => {
    expect(FEATURES).toHaveLength(14);
    expect(vectorOf([calm, calm])).toEqual(Array.from({ length: 14 }, () => 0));
  });

  it.each([
    ['waiting', { waiting: 3.5 }, { waiting: 0.5 }],
    ['blockers', { blockers: 1.75 }, { blockers: 0.25 }],
    ['stage', { stage: 1.25 }, { stage: 0.25 }],
    ['scope', { scope: 0.125 }, { scope: 0.25 }],
    ['burn above the plan', { burn: 1.25 }, { burn: 0.5 }],
    ['burn within the plan', { burn: 0.25 }, {}],
    ['margin', { margin: 0.75 }, { margin: 0.75 }],
    ['activity', { activity: 0.25 }, { activity: 0.25 }],
    ['sentiment that fell', { sentiment: -0.1 }, { sentiment: 0.25 }],
    ['sentiment that rose', { sentiment: 0.3 }, {}],
    ['risk', { risk: 25 }, { risk: 0.25 }],
    ['health', { health: 75 }, { health: 0.25 }],
    ['events', { events_7d: 25 }, { events: 0.5 }],
  ])('takes in %s', (_, day, expected) => expect(named(day)).toEqual(expected));

  it('takes the mean of the days and the changes from the first to the last', () => {
    expect(
      named(
        { waiting: 7, risk: 10, scope: 0 },
        { waiting: 0, risk: 90, scope: 0.5 },
        { waiting: 3.5, risk: 20, scope: 0.1 },
      ),
    ).toEqual({
      waiting: 0.5,
      scope: expect.closeTo(0.4, 12),
      risk: expect.closeTo(0.4, 12),
      risk_change: 0.25,
      waiting_change: -0.5,
      scope_change: 0.25,
    });
  });

  it('takes the mean before it clamps: a day off the scale counts as what it is', () => {
    expect(named({ waiting: 14 }, { waiting: 0 })).toEqual({ waiting: 1, waiting_change: -1 });
    expect(named({ burn: 1.5 }, { burn: 0.5 })).toEqual({});
  });

  it('stays within its bounds for any numbers', () => {
    const any = fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 });
    const day = fc.record(Object.fromEntries(Object.keys(calm).map((key) => [key, any])));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (days) => {
        const vector = vectorOf(days as unknown as SnapshotNumbers[]);
        vector.forEach((value, i) => {
          expect(value).toBeGreaterThanOrEqual(i < 11 ? 0 : -1);
          expect(value).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('needs a day', () => expect(() => vectorOf([])).toThrow('a vector needs a snapshot'));
});
