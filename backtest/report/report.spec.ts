import { beforeAll, describe, expect, it } from '@jest/globals';
import { compare } from '../compare/compare.js';
import { type Summary, summaryOf } from '../compare/summary.js';
import { STRONG } from '../worlds/parameters.js';
import { worldOf } from '../worlds/world.js';
import { adviceGoals, goalsOf } from './goals.js';
import { markdownOf } from './markdown.js';
import { reliabilityPlot } from './plots/reliability.js';
import { skillPlot } from './plots/skill.js';
import { goalRow } from './tables.js';

let summary: Summary;
beforeAll(() => {
  summary = summaryOf([compare(worldOf({ ...STRONG, name: 'test', seed: 'report', projects: 5, days: 120 }))]);
});

/** The summary with what was said of the model in all cells changed. */
const modelled = (change: Partial<Summary['scores'][number]>): Summary => ({
  ...summary,
  scores: summary.scores.map((one) => (one.forecaster === 'hazard-v1' ? { ...one, ...change } : one)),
});
const met = (of: Summary, what: RegExp) => goalsOf(of).find((goal) => what.test(goal.what))?.met;

describe('the goals', () => {
  it.each<[string, RegExp, Partial<Summary['scores'][number]>, boolean]>([
    ['a calibration error at the limit', /^calibration/, { ece: 0.05 }, true],
    ['a calibration error beyond it', /^calibration/, { ece: 0.051 }, false],
    ['a Brier score of 1', /^Brier against/, { brier: 1 }, false],
    ['a Brier score of 0', /^Brier against/, { brier: 0 }, true],
    ['an onset Brier score beyond the limit', /^Brier on onsets/, { brier: 0.126 }, false],
    [
      'cells below the base rate beyond their interval',
      /beyond their/,
      { skill: { value: -1, low: -2, high: -0.1 } },
      false,
    ],
    ['cells within their interval', /beyond their/, { skill: { value: -0.1, low: -0.2, high: 0 } }, true],
    ['enough skill', /finance$/, { skill: { value: 0.15, low: 0, high: 1 } }, true],
    ['too little skill in finance', /finance$/, { skill: { value: 0.14, low: 0, high: 1 } }, false],
    ['too little skill in delivery', /delivery$/, { skill: { value: 0.02, low: 0, high: 1 } }, false],
  ])('%s', (_name, what, change, expected) => expect(met(modelled(change), what)).toBe(expected));

  it('are told apart by words', () => {
    const goal = { what: 'a', base: '', rules: '', model: '', wanted: '≤ 1', met: false };
    expect([goal, { ...goal, met: true }, { ...goal, wanted: '' }].map((one) => goalRow(one).at(-1))).toEqual([
      'NO',
      'yes',
      '',
    ]);
    expect(adviceGoals(summary).map(({ what }) => what)).toContain('new recommendations a project-month');
  });
});

describe('the report', () => {
  it('has every cell, and the same bytes for the same summary', () => {
    const page = markdownOf({ all: summary, strong: summary, weak: summary });
    expect(page).toBe(markdownOf({ all: summary, strong: summary, weak: summary }));
    expect(page.match(/\| hazard-v1 \| \d+ \|/g)).toHaveLength(48);
    expect(page).not.toMatch(/undefined|\[object/);
  });

  it('has plots without numbers that are none', () => {
    for (const plot of [reliabilityPlot(summary), skillPlot(summary)]) {
      expect(plot).toMatch(/^<svg /);
      expect(plot).not.toMatch(/NaN|Infinity|undefined/);
    }
  });
});
