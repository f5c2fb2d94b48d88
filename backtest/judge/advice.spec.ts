import { describe, expect, it } from '@jest/globals';
import { adviceQuality, type AdvisedProject } from './advice.js';

type Spell = readonly [category: string, from: number, to: number];

/** A project of 120 days with recommendations open from a day to another, `to` excluded. */
function project(spells: readonly Spell[], troubles: AdvisedProject['troubles'] = [], ends = 120): AdvisedProject {
  const days = Array.from({ length: 120 }, (_, day) => ({
    open: spells.filter(([, from, to]) => from <= day && day < to).map(([category]) => category),
    begun: spells.filter(([, from]) => from === day).map(([category]) => category),
  }));
  return { days, troubles, ends };
}

const judge = (...projects: AdvisedProject[]) =>
  adviceQuality(projects, (category) => (category === 'offer' ? null : category));
const trouble = (risk: string, begins: number, ends: number) => ({ risk, kind: `${risk} kind`, begins, ends });

describe('the quality of advice', () => {
  it('counts new ones a month of the days for which the project runs', () => {
    expect(
      judge(
        project(
          [
            ['a', 3, 9],
            ['b', 50, 60],
          ],
          [],
          60,
        ),
      ).new_a_month,
    ).toBe(1);
  });

  it.each<[string, AdvisedProject, number]>([
    ['nothing open', project([]), 0],
    ['open half of the time', project([['a', 0, 60]]), 0.5],
    ['trouble far from it', project([['a', 0, 30]], [trouble('a', 60, 119)]), 1],
    ['trouble within 30 days of all that is open', project([['a', 40, 50]], [trouble('b', 45, 50)]), 0],
  ])('calm days with an open one: %s', (_name, given, expected) => expect(judge(given).calm_open).toBe(expected));

  it('sees the same again within 7 days, and flapping within 14', () => {
    const { again, flapping } = judge(
      project([
        ['a', 0, 5],
        ['a', 10, 12],
        ['a', 22, 30],
      ]),
    );
    expect(again).toBeCloseTo(1 / 3, 12);
    expect(flapping).toBeCloseTo((2 / 120) * 100, 12);
  });

  it('holds precision and recall against a random day', () => {
    const found = judge(
      project(
        [
          ['a', 55, 70],
          ['b', 0, 2],
        ],
        [trouble('a', 60, 65)],
      ),
    );
    expect(found.precision).toBe(0.5);
    expect(found.precision_of_chance).toBeCloseTo(35 / 120 / 2, 12);
    expect(found.recall).toBe(1);
    expect(found.recall_of_chance).toBeCloseTo((70 - 53 + 14) / 120, 12);
    expect(found.lateness).toBe(-5);
  });

  it('does not take an offer for a warning', () => {
    const offered = judge(project([['offer', 50, 60]], [trouble('a', 55, 60)]));
    expect(offered.recall).toBe(0);
    expect(offered.precision).toBeNaN();
  });

  it('finds what comes late as late', () => {
    const late = judge(project([['a', 70, 75]], [trouble('a', 60, 80)]));
    expect([late.recall, late.lateness]).toEqual([0, 10]);
    expect(late.by_kind).toEqual([{ kind: 'a kind', troubles: 1, in_time: 0, found: 1 }]);
  });
});
