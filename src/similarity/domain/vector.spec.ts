import fc from 'fast-check';
import { measuresOn } from '../../../test/builders/project-runs.js';
import { CHANGE_KEYS, FEATURES, vectorOf, type DayNumbers } from './vector.js';

const calm: DayNumbers = {
  ...measuresOn('2026-03-01', { burn: 0.5, sentiment_level: 0, answer_minutes: 0 }),
  events_7d: 7,
  events_30d: 30,
  pipeline_amount: 0,
};
const named = (...days: Partial<DayNumbers>[]) => {
  const vector = vectorOf(days.map((day) => ({ ...calm, ...day })));
  return Object.fromEntries(FEATURES.map((feature, i) => [feature, vector[i]]).filter(([, value]) => value !== 0));
};

describe('vectorOf', () => {
  it('has 14 places, all 0 for a project at rest', () => {
    expect(FEATURES).toHaveLength(14);
    expect(vectorOf([calm, calm])).toEqual(Array.from({ length: 14 }, () => 0));
  });

  it.each<[string, Partial<DayNumbers>, Record<string, number | null>]>([
    ['waiting', { waiting_days: 3 }, { waiting: 0.5 }],
    ['blockers', { open_blockers: 1, blockers_age: 3 }, { blockers: 0.25, blockers_age: 0.5 }],
    ['stage', { stage_overdue: 1.25 }, { stage: 0.25 }],
    ['answers', { answer_minutes: 360 }, { answers: 0.5 }],
    ['burn near the budget', { burn: 0.9 }, { burn: expect.closeTo(0.5, 12) }],
    ['burn far within the budget', { burn: 0.25 }, {}],
    ['margin', { margin: 0.15 }, { margin: expect.closeTo(0.75, 12) }],
    ['a low mood', { sentiment_level: -0.25, negative_share: 0.5 }, { mood: 0.5, negative: 0.5 }],
    ['a good mood', { sentiment_level: 0.3 }, {}],
    ['scope', { scope_requests_7d: 2 }, { scope: expect.closeTo(0.4, 12) }],
    ['activity', { activity_drop: 0.25 }, { activity: 0.25 }],
    ['a week twice as busy as its month', { events_7d: 14, events_30d: 30 }, { busy: 0.5 }],
    ['the same of a project ten times as large', { events_7d: 140, events_30d: 300 }, { busy: 0.5 }],
    ['what is not known', { margin: null, events_7d: 0, events_30d: 0 }, { margin: null, busy: null }],
  ])('takes in %s', (_, day, expected) => expect(named(day)).toEqual(expected));

  it('takes the mean of the days and the changes from the first to the last', () => {
    expect(
      named(
        { waiting_days: 6, scope_requests_7d: 0 },
        { waiting_days: 0, scope_requests_7d: 5 },
        { waiting_days: 3, scope_requests_7d: 1 },
      ),
    ).toEqual({
      waiting: 0.5,
      scope: expect.closeTo(0.4, 12),
      waiting_change: -0.5,
      scope_change: 0.2,
    });
  });

  it('takes the days alone of which it is known', () =>
    expect(named({ waiting_days: null }, { waiting_days: 3 }, { waiting_days: null })).toEqual({ waiting: 0.5 }));

  it('takes the mean before it clamps: a day off the scale counts as what it is', () => {
    expect(named({ waiting_days: 12 }, { waiting_days: 0 })).toEqual({ waiting: 1, waiting_change: -1 });
    expect(named({ burn: 0.75 }, { burn: 0.25 })).toEqual({});
  });

  it('stays within its bounds for any numbers', () => {
    const any = fc.option(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }));
    const day = fc.record(Object.fromEntries(Object.keys(calm).map((key) => [key, any])));
    fc.assert(
      fc.property(fc.array(day, { minLength: 1, maxLength: 30 }), (days) => {
        const vector = vectorOf(days.map((one) => ({ ...one, events_30d: 9 })) as unknown as DayNumbers[]);
        vector.forEach((value, i) => {
          if (value === null) return;
          expect(value).toBeGreaterThanOrEqual(i < FEATURES.length - CHANGE_KEYS.length ? 0 : -1);
          expect(value).toBeLessThanOrEqual(1);
        });
      }),
    );
  });

  it('needs a day', () => expect(() => vectorOf([])).toThrow('a vector needs a snapshot'));
});
