import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { walkOffsets } from './walk-offsets.js';

const upTo = (count: number) => Array.from({ length: count }, (_, row) => row);
let lists = 0;

interface Served {
  readonly rows: number[];
  /** How many rows of a page are shown at most, request by request. */
  readonly cuts?: readonly number[];
  readonly limit: number;
  /** Happens behind each answer. */
  readonly then?: (rows: number[]) => void;
}

/** A list of numbers that is read by offsets. */
function listOf({ rows, cuts = [], limit, then }: Served) {
  const asked: number[] = [];
  const read = async (offset: number) => {
    const most = Math.min(limit, cuts[asked.length % cuts.length] ?? limit);
    asked.push(offset);
    const page = rows.slice(offset, offset + most);
    then?.(rows);
    return { rows: page, limit, sentAt: 1 };
  };
  return { list: { key: `list ${(lists += 1)}`, name: 'The list', read, idOf: String }, asked };
}

/** What a walk shows, and whether it says that this is all. */
async function walked(list: Parameters<typeof walkOffsets>[0]) {
  const walk = walkOffsets(list);
  const rows: unknown[] = [];
  for (;;) {
    const step = await walk.next();
    if (step.done) return { rows, whole: step.value };
    rows.push(...step.value.rows);
  }
}

const size = fc.integer({ min: 1, max: 40 });

describe('a walk by offsets', () => {
  it('shows every row once, however the vendor cuts its pages', async () => {
    const served = fc.record({ count: fc.nat({ max: 200 }), limit: size, cuts: fc.array(size) });
    await fc.assert(
      fc.asyncProperty(served, async ({ count, ...how }) => {
        const { list, asked } = listOf({ rows: upTo(count), ...how });
        expect(await walked(list)).toEqual({ rows: upTo(count), whole: true });
        // Each page shows a new row at least, and what lies behind one is asked for once for each shorter cut.
        expect(asked.length).toBeLessThanOrEqual(count + how.limit + 2);
      }),
    );
  });

  it('shows every row that stays, whichever are removed between two requests', async () => {
    const limit = fc.integer({ min: 10, max: 40 });
    const removals = fc.array(fc.option(fc.nat()), { maxLength: 15 });
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 200 }), limit, removals, async (count, limit, places) => {
        const rows = upTo(count);
        const left = places.values();
        const then = () => {
          const place = left.next().value ?? null;
          if (place !== null && rows.length > 0) rows.splice(place % rows.length, 1);
        };
        const shown = new Set((await walked(listOf({ rows, limit, then }).list)).rows);
        expect(rows.filter((row) => !shown.has(row))).toEqual([]);
      }),
    );
  });

  it('asks for what lies behind a list once, until there is more of it', async () => {
    const rows = upTo(70);
    const { list, asked } = listOf({ rows, limit: 50 });
    for (const offsets of [
      [0, 47, 70],
      [0, 47],
      [0, 47],
    ]) {
      asked.length = 0;
      await walked(list);
      expect(asked).toEqual(offsets);
    }
    rows.push(70);
    asked.length = 0;
    expect((await walked(list)).rows).toEqual(rows);
    expect(asked).toEqual([0, 47, 71]);
  });
});
