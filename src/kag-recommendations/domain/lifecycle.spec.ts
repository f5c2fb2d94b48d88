import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayMove, MOVES, STATUSES, type Status } from './lifecycle.js';

/** Spec 13, from row to column: y where a person may. */
const TABLE: Record<Status, string> = {
  //              new acknowledged done dismissed expired
  new: '          -   y            y    y         -',
  acknowledged: ' -   -            y    y         -',
  done: '         -   y            -    -         -',
  dismissed: '    -   y            -    -         -',
  expired: '      -   y            -    -         -',
};

describe('the lifecycle', () => {
  it.each(STATUSES)('from %s allows what the contract does', (from) => {
    const allowed = TABLE[from].trim().split(/\s+/);
    expect(STATUSES.map((to) => (mayMove(from, to) ? 'y' : '-'))).toEqual(allowed);
  });

  it('never leads anybody back to new or to expired, and never into a dead end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATUSES),
        fc.array(fc.constantFrom(...STATUSES), { maxLength: 30 }),
        (start, wishes) => {
          let status: Status = start;
          for (const wish of wishes) {
            const before: Status = status;
            if (mayMove(status, wish)) status = wish;
            expect(STATUSES).toContain(status);
            if (status !== before) expect(['acknowledged', 'done', 'dismissed']).toContain(status);
            expect(MOVES[status].length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
