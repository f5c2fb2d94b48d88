import { describe, expect, it } from '@jest/globals';
import { expectNothing, type OpenScene } from '../scene.js';

/** Lists of any length are read to their end, once, and never more of them than is new. */
export function pagingCases(open: OpenScene): void {
  describe('a list of', () => {
    it.each<[string, (size: number) => number]>([
      ['one record', () => 1],
      ['a page but one', (size) => size - 1],
      ['exactly a page', (size) => size],
      ['a page and one', (size) => size + 1],
      ['exactly two pages', (size) => 2 * size],
      ['three pages and one', (size) => 3 * size + 1],
    ])('%s is read to its end', async (_name, count) => {
      const scene = await open();
      const ids = scene.many(count(scene.at.facts.pageSize));
      const mirror = scene.mirror();
      await mirror.sync();
      scene.expectEqual(mirror);
      expect(ids.every((id) => scene.living(mirror, id))).toBe(true);
      expectNothing(await mirror.sync());
    });

    it('more news than a page is followed to its end', async () => {
      const scene = await open();
      scene.many(3);
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(30);
      scene.many(scene.at.facts.pageSize + 10, 'News');
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('repeated rows brings each once', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 5);
      scene.at.sandbox.faults.add({ kind: 'repeat_rows' });
      const mirror = scene.mirror();
      const { events } = await mirror.sync();
      scene.expectEqual(mirror);
      expect(new Set(events.map(({ dedupe_key }) => dedupe_key)).size).toBe(events.length);
    });

    it('fewer records at once than it is asked for is read to its end', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 5);
      scene.at.shorten(7);
      const mirror = scene.mirror();
      await mirror.sync();
      scene.expectEqual(mirror);
      scene.clock.pass(30);
      scene.many(20, 'News');
      await mirror.sync();
      scene.expectEqual(mirror);
      expect(Object.values(await mirror.reconcile()).flat()).toEqual([]);
    });

    it('the same page again and again is noticed', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 10);
      let first: unknown;
      scene.at.sandbox.faults.add({
        match: scene.at.facts.list,
        kind: 'edit',
        edit(reply) {
          first ??= structuredClone(reply.body);
          reply.body = structuredClone(first);
        },
      });
      await expect(scene.mirror().sync()).rejects.toMatchObject({
        kind: 'bad_payload',
        message: expect.stringContaining('repeats itself'),
      });
    });

    it('shuffled rows is read all the same', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 5);
      scene.at.sandbox.faults.add({ kind: 'reorder_rows' });
      const mirror = scene.mirror();
      await mirror.sync();
      scene.at.sandbox.faults.clear();
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('nothing new costs a handful of requests', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 10);
      const mirror = scene.mirror();
      await mirror.sync();
      for (let i = 0; i < 2; i++) {
        scene.clock.pass(30);
        const { requests, batches } = await mirror.sync();
        expect(requests).toBeGreaterThan(0);
        expect(requests).toBeLessThanOrEqual(scene.at.facts.unchangedRequests);
        expect(batches).toHaveLength(1);
      }
    });
  });
}
