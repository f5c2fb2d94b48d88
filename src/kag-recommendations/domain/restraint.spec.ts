import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { MAX_RAISED, raisedBy } from './restraint.js';

const TODAY = '2026-03-31';

describe('what false alarms raise', () => {
  it.each<[name: string, alarms: string[], expected: number]>([
    ['none', [], 1],
    ['one today', [TODAY], 1.25],
    ['one of 60 days ago counts half', ['2026-01-30'], 1.125],
    ['two today', [TODAY, TODAY], 1.5],
    ['many', Array.from({ length: 9 }, () => TODAY), MAX_RAISED],
  ])('%s', (_name, alarms, expected) => expect(raisedBy(alarms, TODAY)).toBeCloseTo(expected, 9));

  it('fades, and never asks for less than usual', () => {
    const days = fc.array(
      fc.integer({ min: 0, max: 500 }).map((ago) => new Date(Date.parse(TODAY) - ago * 86_400_000)),
    );
    fc.assert(
      fc.property(days, (alarms) => {
        const on = alarms.map((day) => day.toISOString().slice(0, 10));
        const [now, later] = [raisedBy(on, TODAY), raisedBy(on, '2026-09-30')];
        expect([1 <= later, later <= now, now <= MAX_RAISED]).toEqual([true, true, true]);
      }),
    );
  });
});
