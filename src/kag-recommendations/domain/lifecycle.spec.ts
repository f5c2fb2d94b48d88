import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mayMove, MOVES, movesFrom, STATUSES, type Status } from './lifecycle.js';

/** From row to column: y where a person may. */
const TABLE: Record<Status, string> = {
  //              new acknowledged snoozed done dismissed expired
  new: '          -   y            y       y    y         -',
  acknowledged: ' -   -            y       y    y         -',
  snoozed: '      -   y            -       y    y         -',
  done: '         -   y            -       -    -         -',
  dismissed: '    -   y            -       -    -         -',
  expired: '      -   y            -       -    -         -',
};

describe('the lifecycle', () => {
  it.each(STATUSES)('from %s allows what people may do', (from) => {
    const allowed = TABLE[from].trim().split(/\s+/);
    expect(STATUSES.map((to) => (mayMove(from, to) ? 'y' : '-'))).toEqual(allowed);
  });

  it('lets nobody snooze what has nothing to come back for', () => {
    for (const from of STATUSES) expect(movesFrom(from, true)).toEqual(MOVES[from].filter((to) => to !== 'snoozed'));
  });

  it('never leads anybody back to new or to expired, and never into a dead end', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STATUSES),
        fc.array(fc.constantFrom(...STATUSES), { maxLength: 30 }),
        fc.boolean(),
        (start, wishes, over) => {
          let status: Status = start;
          for (const wish of wishes) {
            const before: Status = status;
            if (mayMove(status, wish, over)) status = wish;
            expect(STATUSES).toContain(status);
            if (status !== before) expect(['acknowledged', 'snoozed', 'done', 'dismissed']).toContain(status);
            expect(movesFrom(status, over).length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});
