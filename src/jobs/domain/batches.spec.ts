import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { batchesOf } from './batches.js';

const run = (job_type: string, trigger = 'schedule') => ({ job_type, trigger });
const most = (type: string) => (type === 'alone' ? 1 : 3);
const sizes = (runs: ReturnType<typeof run>[]) => batchesOf(runs, most).map((batch) => batch.length);

describe('batchesOf', () => {
  it.each([
    ['nothing', [], []],
    ['a job of single projects', [run('alone'), run('alone')], [1, 1]],
    ['fewer than fit', [run('many'), run('many')], [2]],
    ['more than fit', Array.from({ length: 7 }, () => run('many')), [3, 3, 1]],
    ['two types in turn', [run('many'), run('other'), run('many'), run('other')], [2, 2]],
    ['two triggers, which wait with priorities of their own', [run('many'), run('many', 'follow_up')], [1, 1]],
  ])('of %s', (_name, runs, expected) => {
    expect(sizes(runs)).toEqual(expected);
  });

  it('holds every run once, with its like, in full batches but for the last of a kind', () => {
    const kinds = fc.record({
      job_type: fc.constantFrom('alone', 'many', 'other'),
      trigger: fc.constantFrom('schedule', 'follow_up'),
    });
    fc.assert(
      fc.property(fc.array(kinds, { maxLength: 60 }), (runs) => {
        const batches = batchesOf(runs, most);
        expect(new Set(batches.flat())).toEqual(new Set(runs));
        expect(batches.flat()).toHaveLength(runs.length);
        const last = new Map<string, number>();
        for (const batch of batches) {
          const [{ job_type, trigger }] = batch;
          expect(batch.every((one) => one.job_type === job_type && one.trigger === trigger)).toBe(true);
          expect(last.get(`${job_type} ${trigger}`) ?? most(job_type)).toBe(most(job_type));
          last.set(`${job_type} ${trigger}`, batch.length);
        }
      }),
    );
  });
});
