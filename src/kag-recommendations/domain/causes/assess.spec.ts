import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CATEGORIES, RULES } from '../recommendation.js';
import { type Chance, MEASURES, type MeasureKey, type Situation } from '../situation.js';
import { assess } from './assess.js';
import { CAUSE_LIST, causeOf } from './catalogue.js';
import type { CauseKey } from './cause.js';

const situation = (
  measures: Partial<Record<MeasureKey, number | null>>,
  more: Partial<Omit<Situation, 'measures'>> = {},
): Situation => ({
  measures: Object.fromEntries(MEASURES.map((key) => [key, measures[key] ?? null])) as Situation['measures'],
  chances: {},
  there_since: {},
  ended: false,
  ...more,
});
const found = (given: Situation) => assess(given).map(({ category, strength }) => [category, strength]);
const chance = (p14: number, ...raised_by: string[]): Chance => ({ p14, usual: 0.05, threshold: 0.2, raised_by });

describe('what holds', () => {
  it.each<[name: string, measures: Partial<Record<MeasureKey, number>>, expected: unknown[]]>([
    ['nothing is known', {}, []],
    ['a silent client', { waiting_days: 2 }, [['waiting_on_client', 1]]],
    ['a client that is silent for less', { waiting_days: 1.1 }, []],
    ['enough to stay open', { waiting_days: 1.2 }, [['waiting_on_client', 0.6]]],
    ['a question that is open', { asked_hours: 16 }, [['answer_the_client', 1]]],
    ['requests out of scope', { scope_requests: 3 }, [['scope_creep_change_request', 1]]],
    ['one blocked for five days', { blocked_days: 5 }, [['delivery_risk', 1]]],
    ['a late stage', { late_days: 5 }, [['delivery_risk', 2]]],
    ['blocked and late: one to do', { blocked_days: 10, late_days: 5 }, [['delivery_risk', 2]]],
    ['a budget that is spent', { overrun: 0 }, []],
    ['a budget that is overrun', { overrun: 0.1 }, [['finance_risk', 1]]],
    ['cost without a plan', { unplanned_cost: 0.6 }, [['finance_risk', 1]]],
    ['a thin margin', { margin_shortfall: 0.15 }, [['finance_risk', 1]]],
    ['a low mood of few messages', { low_mood: 0.9, negative_share: 0.1 }, []],
    ['an unhappy client', { low_mood: 0.36, negative_share: 0.35 }, [['unhappy_client', 1]]],
    ['one need', { needs: 1, upsell: 90 }, []],
    ['needs of a client who buys little', { needs: 3, upsell: 30 }, []],
    ['needs', { needs: 2, upsell: 65 }, [['upsell_opportunity', 1]]],
    ['needs in trouble', { needs: 2, upsell: 65, late_days: 3 }, [['delivery_risk', 1.2]]],
    ['a lost deal', { deal_lost: 1 }, [['winback', 1]]],
    [
      'a lost deal of a silent, unhappy client',
      { deal_lost: 1, waiting_days: 9, low_mood: 1, negative_share: 1 },
      [['winback', 1]],
    ],
  ])('%s', (_name, measures, expected) => expect(found(situation(measures))).toEqual(expected));

  it.each<[name: string, measures: Partial<Record<MeasureKey, number>>, given: Chance, expected: unknown[]]>([
    ['likely, by what is on its way', { late_days: 1 }, chance(0.2, 'stage_overdue'), [['delivery_risk', 1]]],
    ['likely, but nothing is on its way', { late_days: 0.5 }, chance(0.4, 'stage_overdue'), []],
    ['likely by something else', { late_days: 1 }, chance(0.4, 'blockers_age', 'stage_overdue'), []],
    [
      'likely by what no cause speaks of, then by this',
      { late_days: 1 },
      chance(0.2, 'own_onsets', 'stage_overdue'),
      [['delivery_risk', 1]],
    ],
    ['not likely enough', { late_days: 1 }, chance(0.11, 'stage_overdue'), []],
    ['there already', { late_days: 5 }, chance(0.9, 'stage_overdue'), [['delivery_risk', 2]]],
  ])('a forecast: %s', (_name, measures, delivery_risk, expected) =>
    expect(found(situation(measures, { chances: { delivery_risk } }))).toEqual(expected),
  );

  it('says whether it is there, or likely to come', () => {
    const of = (late_days: number) =>
      assess(situation({ late_days }, { chances: { delivery_risk: chance(0.3, 'stage_overdue') } }))[0]?.holding;
    expect(of(1)).toEqual([{ cause: 'stage_late', strength: 0.3 / 0.2, reason: 'forecast' }]);
    expect(of(2.5)).toEqual([{ cause: 'stage_late', strength: 1, reason: 'condition' }]);
  });

  it('is urgent by its measures alone', () => {
    const urgent = (late_days: number) => assess(situation({ late_days }))[0]?.urgent;
    expect([urgent(4.9), urgent(5)]).toEqual([false, true]);
  });

  it('is nothing once the project is over', () =>
    expect(assess(situation({ deal_lost: 1, late_days: 9 }, { ended: true }))).toEqual([]));
});

describe('causes', () => {
  const measures = fc.record(
    Object.fromEntries(MEASURES.map((key) => [key, fc.option(fc.double({ min: 0, max: 100, noNaN: true }))])),
  ) as unknown as fc.Arbitrary<Situation['measures']>;

  it('hold no less when anything of theirs gets worse', () => {
    fc.assert(
      fc.property(
        measures,
        fc.constantFrom(...CAUSE_LIST),
        fc.double({ min: 0, max: 50, noNaN: true }),
        (of, cause, more) => {
          const only = Object.fromEntries(cause.levels.map(({ measure }) => [measure, of[measure]]));
          const worse = Object.fromEntries(
            cause.levels.map(({ measure }) => [measure, of[measure] === null ? null : of[measure] + more]),
          );
          const strength = (given: object) => assess(situation(given))[0]?.strength ?? 0;
          expect(strength(worse)).toBeGreaterThanOrEqual(strength(only));
        },
      ),
    );
  });

  it('never have two categories ask for the same: each belongs to one, and what yields is not there', () => {
    fc.assert(
      fc.property(measures, (of) => {
        const all = assess(situation(of));
        const causes = all.flatMap(({ holding }) => holding.map(({ cause }) => cause));
        expect(new Set(causes).size).toBe(causes.length);
        const there = all.map(({ category }) => category);
        for (const { category, holding, strength } of all) {
          expect(holding.every(({ cause }) => causeOf(cause).category === category)).toBe(true);
          expect(strength).toBe(Math.max(...holding.map((one) => one.strength)));
          expect(RULES[category].yields_to.filter((other) => there.includes(other))).toEqual([]);
        }
        expect(there).toEqual(CATEGORIES.filter((category) => there.includes(category)));
      }),
    );
  });

  it.each(CAUSE_LIST.map((cause) => [cause.key, cause] as [CauseKey, (typeof CAUSE_LIST)[number]]))(
    '%s matters early, then opens, then is urgent',
    (_key, { levels }) => {
      for (const { early, opens, urgent } of levels) {
        expect(opens).toBeGreaterThan(0);
        expect(urgent).toBeGreaterThanOrEqual(opens);
        if (Number.isFinite(early)) expect(early).toBeLessThan(opens);
      }
    },
  );
});
