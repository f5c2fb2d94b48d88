import { describe, expect, it } from '@jest/globals';
import { expectNothing, type OpenScene } from '../scene.js';

/** What changes at the vendor between two syncs is here after the second. */
export function changeCases(open: OpenScene): void {
  describe('since the last sync', () => {
    async function synced(count = 4) {
      const scene = await open();
      const ids = scene.many(count);
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(20);
      return { scene, mirror, ids, id: ids[1] ?? '' };
    }

    it('a new record comes', async () => {
      const { scene, mirror } = await synced();
      const id = scene.at.create('New');
      await mirror.sync();
      expect(scene.living(mirror, id)).toBe(true);
      scene.expectEqual(mirror);
    });

    it('an edited one is as it is now, and the others are left alone', async () => {
      const { scene, mirror, id } = await synced();
      scene.at.edit(id, 'Edited');
      const { changes } = await mirror.sync();
      scene.expectEqual(mirror);
      const written = changes.filter(({ after }) => after === scene.at.row(mirror, id));
      expect(written).toHaveLength(1);
      expect(written[0]?.before).not.toBeNull();
      expect(changes.length).toBeLessThanOrEqual(3);
    });

    it('an old one is seen to be edited long after', async () => {
      const { scene, mirror, id } = await synced();
      scene.clock.pass(20 * 24 * 60);
      await mirror.sync();
      scene.at.edit(id, 'Edited long after');
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('a removed one is marked, and its row stays', async () => {
      const { scene, mirror, id } = await synced();
      scene.at.remove(id);
      await mirror.sync();
      expect(scene.at.row(mirror, id)?.['deleted_at']).toBeInstanceOf(Date);
      scene.expectEqual(mirror);
      expectNothing(await mirror.sync());
    });

    it('one that is removed and restored is back', async () => {
      const { scene, mirror, id } = await synced();
      scene.at.remove(id);
      await mirror.sync();
      scene.clock.pass(20);
      scene.at.restore(id);
      await mirror.sync();
      expect(scene.living(mirror, id)).toBe(true);
      scene.expectEqual(mirror);
    });

    it('one that came and went is no record of ours', async () => {
      const { scene, mirror } = await synced();
      scene.at.vanish(scene.at.create('Came and went'));
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('one that comes at the cursor’s very moment is not missed', async () => {
      const scene = await open();
      scene.at.create('Before the sync');
      const mirror = scene.mirror();
      await mirror.sync();
      scene.at.create('At its moment');
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('one that shows minutes after its own date is not missed', async () => {
      const scene = await open();
      for (let i = 0; i < scene.at.facts.pageSize + 5; i++) {
        scene.clock.pass(0.03);
        scene.at.create(`On time ${i}`);
      }
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(0.1);
      let id = '';
      scene.at.late(5, () => scene.at.settle((id = scene.at.create('Late'))));
      await mirror.sync();
      expect(scene.living(mirror, id)).toBe(true);
      scene.expectEqual(mirror);
    });

    it('what happens within one step of the vendor’s clock all comes, before the cursor and behind it', async () => {
      const scene = await open();
      const { resolutionMs, pageSize } = scene.at.facts;
      const step = (share: number) => scene.clock.pass(Math.floor(resolutionMs * share) / 60_000);
      scene.clock.pass(1);
      const edited = scene.at.create('Before the sync');
      const mirror = scene.mirror();
      await mirror.sync();
      step(0.3);
      scene.at.edit(edited, 'Edited within the step');
      for (let i = 0; i < pageSize + 5; i++) scene.at.create(`Within the step ${i}`);
      await mirror.sync();
      scene.expectEqual(mirror);
      step(0.3);
      const last = scene.at.create('At its end');
      await mirror.sync();
      expect(scene.living(mirror, last)).toBe(true);
      scene.expectEqual(mirror);
      // A first reading meets more of them than a page shows.
      const fresh = scene.mirror();
      await fresh.sync();
      scene.expectEqual(fresh);
    });

    it('many that share one moment all come', async () => {
      const { scene, mirror, ids } = await synced();
      for (const id of ids) scene.at.edit(id, 'All at once');
      for (let i = 0; i < scene.at.facts.pageSize; i++) scene.at.create(`At the same moment ${i}`);
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('a window that was read before changes nothing', async () => {
      const { scene, mirror, id } = await synced();
      const before = mirror.cursor;
      scene.at.edit(id, 'Edited');
      scene.at.create('New');
      await mirror.sync();
      mirror.cursor = before;
      expectNothing(await mirror.sync());
    });

    it('a first sync over rows that are here changes nothing', async () => {
      const { scene, mirror } = await synced();
      mirror.cursor = { cursor_ts: null, cursor_id: null, page_cursor: null };
      expectNothing(await mirror.sync());
      scene.expectEqual(mirror);
    });

    it('a pause longer than the lookback loses nothing', async () => {
      const scene = await open();
      scene.many(2);
      const mirror = scene.mirror({ lookbackDays: 30 });
      await mirror.sync();
      scene.clock.pass(10 * 24 * 60);
      scene.many(2, 'During the pause');
      scene.clock.pass(50 * 24 * 60);
      await mirror.sync();
      scene.expectEqual(mirror);
    });
  });
}
