import { describe, expect, it } from '@jest/globals';
import type { Mirror } from '../../support/mirror.js';
import { expectNothing, keysOf, type OpenScene } from '../scene.js';

/** After a crash behind any batch the next run goes on to the same end, and tells nothing twice. */
export function crashCases(open: OpenScene): void {
  describe('after a crash behind any batch', () => {
    it('a first sync goes on to the same rows and events', async () => {
      const scene = await open();
      scene.at.populate();
      scene.many(scene.at.facts.pageSize + 10);
      const mirror = scene.mirror();
      const crashed: Mirror[] = [];
      await mirror.sync(() => void crashed.push(mirror.copy()));
      expect(crashed.length).toBeGreaterThan(1);
      for (const each of crashed) {
        await each.sync();
        scene.expectEqual(each);
        expect(keysOf(each)).toEqual(keysOf(mirror));
        expect(each.cursor.page_cursor).toBeNull();
      }
    });

    it('a later sync goes on to the same rows and events', async () => {
      const scene = await open();
      const ids = scene.many(scene.at.facts.pageSize + 10);
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(30);
      for (const id of ids) scene.at.edit(id, 'Edited');
      for (const id of ids.slice(0, 5)) scene.at.remove(id);
      scene.many(20, 'News');
      const crashed: Mirror[] = [mirror.copy()];
      await mirror.sync(() => void crashed.push(mirror.copy()));
      for (const each of crashed) {
        await each.sync();
        scene.expectEqual(each);
        expect(keysOf(each)).toEqual(keysOf(mirror));
      }
    });

    it('and another behind every batch of the next runs, it gets there', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 10);
      const mirror = scene.mirror();
      for (let runs = 0; runs < 40 && mirror.cursor.cursor_ts === null; runs++) await mirror.sync(() => false);
      expect(mirror.cursor.cursor_ts).not.toBeNull();
      await mirror.sync();
      scene.expectEqual(mirror);
      expectNothing(await mirror.sync());
    });

    it('and a pause of days, it goes on and misses nothing', async () => {
      const scene = await open();
      const [first = ''] = scene.many(scene.at.facts.pageSize + 10);
      const mirror = scene.mirror();
      await mirror.sync(() => false);
      scene.clock.pass(3 * 24 * 60);
      scene.at.edit(first, 'Edited meanwhile');
      scene.at.create('Meanwhile');
      await mirror.sync();
      scene.expectEqual(mirror);
    });
  });
}
