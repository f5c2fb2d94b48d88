import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decodeCursor } from './cursor.js';
import { keysetPage, type KeysetPage } from './keyset-page.js';

it('shows every row once, in order, page by page, and ends', () => {
  fc.assert(
    fc.property(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 12 }), (count, limit) => {
      const all = Array.from({ length: count }, (_, id) => ({ id }));
      const shown: number[] = [];
      let cursor: string | null = null;
      do {
        const after: number = cursor === null ? -1 : decodeCursor(cursor, ['number'])[0];
        const found = all.filter(({ id }) => id > after).slice(0, limit + 1);
        const page: KeysetPage<{ id: number }> = keysetPage(found, limit, ({ id }) => [id]);
        expect(page.rows.length).toBeLessThanOrEqual(limit);
        shown.push(...page.rows.map(({ id }) => id));
        cursor = page.next_cursor;
      } while (cursor !== null);
      expect(shown).toEqual(all.map(({ id }) => id));
    }),
  );
});
