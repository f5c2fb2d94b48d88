import fc from 'fast-check';
import { Slots } from './slots.js';

describe('slots', () => {
  it('hold what was added, and nothing else', () =>
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(199)), (added) => {
        const slots = new Slots(200);
        for (const slot of added) slots.add(slot);
        expect(Array.from({ length: 200 }, (_, slot) => slot).filter((slot) => slots.has(slot))).toEqual(
          added.toSorted((a, b) => a - b),
        );
      }),
    ));
});
