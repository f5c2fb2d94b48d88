import { describe, expect, it } from '@jest/globals';
import { expectNothing, type OpenScene } from '../scene.js';

const DAY = 24 * 60;

/** A sync brings what there is, says how far that is, and a second one has nothing to do. */
export function syncCases(open: OpenScene): void {
  describe('a sync', () => {
    it('brings what the vendor has', async () => {
      const scene = await open();
      scene.at.populate();
      const mirror = scene.mirror();
      const { failures, changes } = await mirror.sync();
      scene.expectEqual(mirror);
      expect(failures).toEqual([]);
      expect(changes.length).toBeGreaterThan(0);
    });

    it('that is repeated writes nothing and tells nothing', async () => {
      const scene = await open();
      scene.at.populate();
      const mirror = scene.mirror();
      await mirror.sync();
      expectNothing(await mirror.sync());
      scene.clock.pass(30);
      expectNothing(await mirror.sync());
    });

    it('ends with a cursor that says until when, and that no walk is under way', async () => {
      const scene = await open();
      scene.at.populate();
      const mirror = scene.mirror();
      const { batches } = await mirror.sync();
      expect(batches.at(-1)?.cursor.page_cursor).toBeNull();
      expect(mirror.cursor.page_cursor).toBeNull();
      expect(mirror.cursor.cursor_ts).toBeInstanceOf(Date);
      expect(mirror.cursor.cursor_ts?.getTime()).toBeLessThanOrEqual(scene.clock.now());
    });

    it('says until when only once it is through', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 5);
      const { batches } = await scene.mirror().sync();
      expect(batches.length).toBeGreaterThan(1);
      expect(batches.slice(0, -1).map(({ cursor }) => cursor.cursor_ts)).toEqual(batches.slice(0, -1).map(() => null));
      expect(batches.slice(0, -1).every(({ cursor }) => cursor.page_cursor !== null)).toBe(true);
    });

    it('never puts the cursor back', async () => {
      const scene = await open();
      const mirror = scene.mirror();
      const times: number[] = [];
      for (const text of ['one', null, 'two', null]) {
        if (text !== null) scene.at.create(text);
        await mirror.sync();
        times.push(mirror.cursor.cursor_ts?.getTime() ?? 0);
        scene.clock.pass(20);
      }
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeGreaterThan(0);
    });

    it('has a cursor that is plain JSON, batch by batch', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 5);
      const { batches } = await scene.mirror().sync();
      for (const { cursor } of batches) {
        expect(JSON.parse(JSON.stringify(cursor.page_cursor))).toEqual(cursor.page_cursor);
        expect(['string', 'object']).toContain(typeof cursor.cursor_id);
      }
    });

    it('takes an account without records, and the first one later', async () => {
      const scene = await open();
      const mirror = scene.mirror();
      await mirror.sync();
      expect(mirror.cursor.cursor_ts).not.toBeNull();
      scene.clock.pass(2 * 60);
      scene.at.create('The first');
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('keeps to the lookback, and takes what stirs again', async () => {
      const scene = await open();
      const old = scene.at.create('Of long ago');
      scene.at.settle(old);
      scene.clock.pass(40 * DAY);
      const recent = scene.at.create('Of today');
      const mirror = scene.mirror({ lookbackDays: 30 });
      await mirror.sync();
      expect(scene.living(mirror, recent)).toBe(true);
      expect(scene.living(mirror, old)).toBe(scene.at.facts.takesOldRecords);
      scene.clock.pass(5);
      scene.at.revive(old);
      await mirror.sync();
      expect(scene.living(mirror, old)).toBe(true);
      scene.expectEqual(mirror);
    });

    it('counts what it fetched', async () => {
      const scene = await open();
      scene.many(3);
      const { batches } = await scene.mirror().sync();
      expect(batches.reduce((sum, { fetched }) => sum + fetched, 0)).toBeGreaterThanOrEqual(3);
    });

    it('gives two mirrors of one account the same rows, however they came to them', async () => {
      const scene = await open();
      scene.at.populate();
      const [edited = '', removed = ''] = scene.many(4);
      const followed = scene.mirror();
      await followed.sync();
      scene.clock.pass(15);
      scene.at.edit(edited, 'Edited');
      scene.at.remove(removed);
      scene.many(2, 'Later');
      await followed.sync();
      const fresh = scene.mirror();
      await fresh.sync();
      expect(scene.at.held(fresh)).toEqual(scene.at.held(followed));
      for (const { table } of scene.at.facts.tables)
        expect(plain(fresh.living(table))).toEqual(plain(followed.living(table)));
    });
  });
}

/** Rows without the mirror's own times, in one order. */
const plain = (rows: Record<string, unknown>[]): string[] =>
  rows
    .map(({ created_at: _created, updated_at: _updated, ...row }) => JSON.stringify(row, Object.keys(row).sort()))
    .sort();
