import { describe, expect, it } from '@jest/globals';
import { expectNothing, type OpenScene } from '../scene.js';

/** A project has the part of a source that it is narrowed to, and what leaves that part leaves the project. */
export function scopeCases(open: OpenScene): void {
  describe('a source that is narrowed', () => {
    async function narrowed() {
      const scene = await open();
      const mine = scene.at.create('Ours');
      scene.clock.pass(1);
      const theirs = scene.at.create('Theirs', 'others');
      scene.clock.pass(1);
      const mirror = scene.ours();
      await mirror.sync();
      scene.clock.pass(20);
      return { scene, mirror, mine, theirs };
    }

    it('brings its part only', async () => {
      const { scene, mirror, mine, theirs } = await narrowed();
      scene.expectEqual(mirror, 'ours');
      expect([scene.living(mirror, mine), scene.living(mirror, theirs)]).toEqual([true, false]);
      expectNothing(await mirror.sync());
    });

    it('brings what is new in its part, and nothing else', async () => {
      const { scene, mirror, theirs } = await narrowed();
      scene.at.create('Ours too');
      scene.at.create('Theirs too', 'others');
      scene.at.edit(theirs, 'Edited');
      await mirror.sync();
      scene.expectEqual(mirror, 'ours');
    });

    it('loses what moves out of its part', async () => {
      const { scene, mirror, mine } = await narrowed();
      scene.at.move(mine, 'others');
      await mirror.sync();
      scene.expectEqual(mirror, 'ours');
      expectNothing(await mirror.sync());
    });

    it('gains what moves into its part', async () => {
      const { scene, mirror, theirs } = await narrowed();
      const id = scene.at.move(theirs, 'ours');
      await mirror.sync();
      expect(scene.living(mirror, id)).toBe(true);
      scene.expectEqual(mirror, 'ours');
    });

    it('has what comes back, and tells of its coming once', async () => {
      const { scene, mirror, mine } = await narrowed();
      const away = scene.at.move(mine, 'others');
      await mirror.sync();
      scene.clock.pass(20);
      const back = scene.at.move(away, 'ours');
      await mirror.sync();
      expect(scene.living(mirror, back)).toBe(true);
      scene.expectEqual(mirror, 'ours');
      for (const [type, ref] of scene.at.tells.created(back)) expect(mirror.eventsOf(type, ref)).toHaveLength(1);
    });

    it('takes nothing of the others in by its ref', async () => {
      const { scene, mirror, theirs } = await narrowed();
      const { changes, failures } = await mirror.reread([scene.at.ref(theirs)]);
      expect({ changes, failures }).toEqual({ changes: [], failures: [] });
    });

    it('that is narrowed anew has its new part and no more, at the latest after the comparison', async () => {
      const { scene, mirror, mine, theirs } = await narrowed();
      const narrowedAnew = scene.mirror({ filter: scene.at.filterOf('others') });
      Object.assign(narrowedAnew, { cursor: mirror.cursor, tables: mirror.tables, log: mirror.log });
      await narrowedAnew.sync();
      await narrowedAnew.reconcile();
      expect([scene.living(narrowedAnew, mine), scene.living(narrowedAnew, theirs)]).toEqual([false, true]);
      scene.expectEqual(narrowedAnew, 'others');
      expect(Object.values(await narrowedAnew.reconcile()).flat()).toEqual([]);
      expectNothing(await narrowedAnew.sync());
    });

    it('lists nothing of the others for the comparison', async () => {
      const { scene, mirror } = await narrowed();
      scene.at.create('Theirs too', 'others');
      const healed = await mirror.reconcile();
      expect(Object.values(healed).flat()).toEqual([]);
      scene.expectEqual(mirror, 'ours');
    });
  });
}
