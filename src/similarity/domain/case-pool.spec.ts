import fc from 'fast-check';
import { measuresOn } from '../../../test/builders/project-runs.js';
import { plainSimilarity, plainTop } from '../../../test/support/plain-similarity.js';
import { CasePool, type CaseWindow } from './case-pool.js';
import { BUDGET_BANDS, DEAL_STAGES, PROJECT_TYPES } from './context.js';
import { LEVEL_KEYS, CHANGE_KEYS, vectorOf } from './vector.js';

const context = fc.record({
  project_type: fc.constantFrom(...PROJECT_TYPES),
  budget_band: fc.constantFrom(...BUDGET_BANDS, null),
  deal_stage: fc.constantFrom(...DEAL_STAGES),
});
/** Few values and few texts, so that equal scores and shared pairs happen all the time; and any values at all. */
const number = (min: number) =>
  fc.oneof(
    fc.constantFrom(0, 0.5, 1).map((x) => (min < 0 ? x * 2 - 1 : x)),
    fc.constant(null),
    fc.double({ min, max: 1, noNaN: true }),
  );
const vector = fc.tuple(...LEVEL_KEYS.map(() => number(0)), ...CHANGE_KEYS.map(() => number(-1)));
const pairs = fc.uniqueArray(fc.constantFrom('a>a', 'a>b', 'b>a', 'b>c', 'c>c', 'c>a'));
const body = fc.record({ vector, pairs, context });
const windows = fc
  .uniqueArray(fc.record({ project: fc.integer({ min: 1, max: 12 }), day: fc.integer({ min: 1, max: 4 }), body }), {
    minLength: 1,
    maxLength: 40,
    selector: ({ project, day }) => project * 10 + day,
  })
  .map((all) =>
    all.map(({ project, day, body }): CaseWindow => ({
      project_id: String.fromCharCode(96 + project),
      window_end: `2026-03-0${day}`,
      ...body,
    })),
  );
const many = { numRuns: 500 };

const calm = { project_type: 'delivery', budget_band: 'xs', deal_stage: 'discovery' } as const;
const window = (project_id: string, more: Partial<CaseWindow> = {}): CaseWindow => ({
  project_id,
  window_end: '2026-03-01',
  vector: Array.from({ length: 14 }, () => 0),
  pairs: [],
  context: calm,
  ...more,
});
const ids = (pool: CasePool, projectId: string, k = 5) => pool.top(projectId, k).map((one) => one.window.project_id);

describe('CasePool', () => {
  it('finds what comparing with everything finds', () => {
    fc.assert(
      fc.property(windows, fc.integer({ min: 1, max: 12 }), (all, k) => {
        const pool = new CasePool(all);
        for (const projectId of new Set(all.map(({ project_id }) => project_id)))
          expect(pool.top(projectId, k)).toEqual(plainTop(all, projectId, k));
      }),
      many,
    );
  });

  it('finds the same in whatever order the windows come', () => {
    fc.assert(
      fc.property(
        windows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([all, shuffled]) => {
          const projectId = all[0]!.project_id;
          expect(new CasePool(shuffled).top(projectId, 3)).toEqual(new CasePool(all).top(projectId, 3));
        },
      ),
      many,
    );
  });

  it('scores between 0 and 1, and as much one way as the other', () => {
    fc.assert(
      fc.property(body, body, (a, b) => {
        const pool = new CasePool([window('a', a), window('b', b)]);
        const [there, back] = [pool.top('a', 1)[0]!.score, pool.top('b', 1)[0]!.score];
        expect(there).toBe(back);
        expect(there).toBe(plainSimilarity(a, b, [a, b]));
        expect(there).toBeGreaterThanOrEqual(0);
        expect(there).toBeLessThanOrEqual(1);
      }),
      many,
    );
  });

  it.each([
    ['the same in everything', {}, { pairs: ['a>b'] }, 1],
    ['the same without events', { pairs: [] }, { pairs: [] }, 0.9],
    ['two of four pairs', {}, { pairs: ['a>b', 'b>c', 'x>y'] }, 0.8 + 0.1 / 3 + 0.1],
    ['another budget', {}, { pairs: ['a>b'], context: { ...calm, budget_band: 'xl' } }, 1],
    ['another type', {}, { pairs: ['a>b'], context: { ...calm, project_type: 'growth' } }, 0.95],
    ['another stage', {}, { pairs: ['a>b'], context: { ...calm, deal_stage: 'won' } }, 0.95],
    ['one number a whole apart', {}, { pairs: ['a>b'], vector: [1, ...Array.from({ length: 13 }, () => 0)] }, 0.2],
    ['one number that is not known', {}, { pairs: ['a>b'], vector: [null, ...Array.from({ length: 13 }, () => 0)] }, 1],
  ] as const)('scores %s', (_, mine, theirs, score) => {
    const pool = new CasePool([window('a', { pairs: ['a>b'], ...mine } as never), window('b', theirs as never)]);
    expect(pool.top('a', 1)[0]!.score).toBeCloseTo(score, 12);
  });

  it('takes numbers by how far they stand out in the scope', () => {
    const vector = (...values: number[]) => [...values, ...Array.from({ length: 14 - values.length }, () => 0)];
    // Of the first number nearly all have much: it is usual. The second is rare.
    const usual = Array.from({ length: 8 }, (_, n) => window(`u${n}`, { vector: vector(n % 4 === 0 ? 0.5 : 0.9) }));
    const pool = new CasePool([
      ...usual,
      window('a', { vector: vector(0.9, 0.6) }),
      window('b', { vector: vector(0.5, 0.6) }),
      window('c', { vector: vector(0.9, 0) }),
    ]);
    expect(ids(pool, 'a', 1)).toEqual(['b']);
  });

  it('takes the size of no project into account, but what it usually does', () => {
    const calmDays = (events_7d: number, events_30d: number) =>
      vectorOf([{ ...measuresOn('2026-03-01'), events_7d, events_30d, pipeline_amount: 0 }]);
    const pool = new CasePool([
      window('a', { vector: calmDays(14, 30) }),
      window('b', { vector: calmDays(700, 1500) }),
      window('c', { vector: calmDays(14, 60) }),
    ]);
    expect(ids(pool, 'a', 1)).toEqual(['b']);
  });

  it('compares the latest window with all windows of others, never with its own past', () => {
    const near = { vector: Array.from({ length: 14 }, () => 0.5) };
    const pool = new CasePool([
      window('a', { window_end: '2026-02-01', ...near }),
      window('a', { window_end: '2026-03-01' }),
      window('b', { window_end: '2026-02-01' }),
      window('b', { window_end: '2026-03-01', ...near }),
    ]);
    expect(pool.top('a', 5)).toEqual([{ score: 0.8 + 0.1, window: window('b', { window_end: '2026-02-01' }) }]);
  });

  it('takes the later of a project’s equal windows, and equal projects by their ids', () => {
    const pool = new CasePool([
      window('c'),
      window('b', { window_end: '2026-02-01' }),
      window('b', { window_end: '2026-02-08' }),
      window('a'),
      window('d'),
    ]);
    expect(ids(pool, 'd', 2)).toEqual(['a', 'b']);
    expect(pool.top('d', 2)[1]!.window.window_end).toBe('2026-02-08');
  });

  it('has nothing for a project without a window, nor for one that is alone', () => {
    expect(ids(new CasePool([window('a')]), 'b')).toEqual([]);
    expect(ids(new CasePool([window('a'), window('a', { window_end: '2026-02-01' })]), 'a')).toEqual([]);
    expect(new CasePool([]).latestOf('a')).toBeNull();
  });

  it('counts the windows that have a pair', () => {
    const pool = new CasePool([window('a', { pairs: ['a>b'] }), window('b', { pairs: ['a>b', 'b>c'] })]);
    expect([pool.windowsWith('a>b'), pool.windowsWith('b>c'), pool.windowsWith('x>y')]).toEqual([2, 1, 0]);
  });
});
