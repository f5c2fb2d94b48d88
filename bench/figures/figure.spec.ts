import { describe, expect, it } from '@jest/globals';
import { PART_NAMES } from '../usage.js';
import { DECLARED, type Declared, type FigureId } from './declared.js';
import { figure } from './figure.js';

const declared = Object.entries<Declared>(DECLARED);
const upTo = (count: number) => Array.from({ length: count }, (_, at) => at + 1);

describe('what is declared', () => {
  it('belongs to a part, and every part has a figure', () => {
    expect(new Set(declared.map(([id]) => id.split('.')[0]))).toEqual(new Set(PART_NAMES));
  });

  it('names each figure once', () => {
    const names = declared.map(([, { group, name }]) => `${group}: ${name}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it.each(declared)('%s has a floor where a goal is a multiple of one', (_id, { floor, goals = [] }) => {
    expect(goals.filter(({ of }) => of === 'floor' && floor === undefined)).toEqual([]);
  });

  it.each(declared)('%s has goals in the direction that is good', (_id, { better = 'less', goals = [] }) => {
    expect(goals.map(({ bound }) => bound)).toEqual(goals.map(() => (better === 'more' ? 'least' : 'most')));
  });
});

describe('figure', () => {
  it('is judged beside its floor', () => {
    expect(figure('portfolio.answer', [30, 15, 15], { floor: [10, 10, 10] })).toMatchObject({
      id: 'portfolio.answer',
      n: 3,
      median: 15,
      floor: { name: 'its five statements, bare', median: 10, max: 10 },
      told_by: 'p95',
      ratio: 3,
      goals: [{ goal: 'p95 ≤ 1.5 × floor', met: false }],
    });
  });

  it('fills its name with what it is of', () => {
    expect(figure('metrics.query', [1], { of: ['false', 'kag_projects'] })).toMatchObject({
      id: 'metrics.query/false/kag_projects',
      group: '/metrics, METRICS_PER_PROJECT=false',
      name: 'query of kag_projects',
    });
  });

  it('without a goal is told by its 95th percentile, or by its median where there is none', () => {
    expect(figure('start.empty', upTo(40)).told_by).toBe('p95');
    expect(figure('start.empty', upTo(39)).told_by).toBe('median');
  });

  it.each<[string, FigureId, number[], Parameters<typeof figure>[2], string]>([
    ['without samples', 'start.empty', [], {}, 'start.empty: nothing was measured'],
    ['without its floor', 'portfolio.answer', [1], {}, 'its floor was not measured'],
    ['with a floor of its own', 'start.empty', [1], { floor: [1] }, 'a floor was measured that is not declared'],
    ['of nothing', 'metrics.query', [1], { of: ['true'] }, 'nothing fills {1}'],
  ])('is refused %s', (_what, id, samples, beside, message) => {
    expect(() => figure(id, samples, beside)).toThrow(message);
  });
});
