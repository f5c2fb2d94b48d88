import { describe, expect, it } from '@jest/globals';
import { SyncError } from '../../../src/connectors/core/sync-error.js';
import { expectNothing, type OpenScene } from '../scene.js';

/** Single records by their refs, for the error queue, webhooks and the comparison. */
export function rereadCases(open: OpenScene): void {
  describe('reading refs again', () => {
    async function synced() {
      const scene = await open();
      const ids = scene.many(6);
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(20);
      const refs = ids.map((id) => scene.at.ref(id));
      return { scene, mirror, ids, refs, id: ids[1] ?? '', ref: refs[1] ?? '' };
    }

    it('brings what changed', async () => {
      const { scene, mirror, id, ref } = await synced();
      scene.at.edit(id, 'Edited');
      const { failures } = await mirror.reread([ref]);
      expect(failures).toEqual([]);
      scene.expectEqual(mirror);
    });

    it('brings a record that we lack', async () => {
      const { scene, mirror } = await synced();
      const id = scene.at.create('New');
      await mirror.reread([scene.at.ref(id)]);
      expect(scene.living(mirror, id)).toBe(true);
    });

    it('marks one that is gone', async () => {
      const { scene, mirror, id, ref } = await synced();
      scene.at.vanish(id);
      const { failures } = await mirror.reread([ref]);
      expect(failures).toEqual([]);
      expect(scene.at.row(mirror, id)?.['deleted_at']).toBeInstanceOf(Date);
      scene.expectEqual(mirror);
      expectNothing(await mirror.reread([ref]));
    });

    it.each([
      ['a page for people', '<html><body>404 Not Found</body></html>'],
      ['no words', ''],
      ['the words of a gateway', { message: 'no Route matched with those values' }],
    ])('does not take one for gone by a 404 with %s', async (_name, body) => {
      const { scene, mirror, id, ref } = await synced();
      const { match = '' } = scene.at.spoil(id);
      for (const status of [404, 410]) {
        scene.at.sandbox.faults.add({ match, kind: 'status', status, body });
        await mirror.reread([ref]).catch((error: unknown) => expect(error).toBeInstanceOf(SyncError));
        scene.at.sandbox.faults.clear();
        expect(scene.living(mirror, id)).toBe(true);
      }
      expectNothing(await mirror.reread([ref]));
    });

    it('reads several, and each of them once', async () => {
      const { scene, mirror, ids, ref, refs } = await synced();
      for (const id of ids) scene.at.edit(id, 'Edited');
      const { changes } = await mirror.reread([...refs, ...refs]);
      expect(new Set(changes.map(({ after }) => after)).size).toBe(changes.length);
      scene.expectEqual(mirror);
      const once = await mirror.reread([ref]);
      expect((await mirror.reread([ref, ref, ref])).requests).toBe(once.requests);
    });

    it('leaves the cursor as it is', async () => {
      const { scene, mirror, id, refs } = await synced();
      scene.at.edit(id, 'Edited');
      const { batches } = await mirror.reread(refs);
      expect(batches.length).toBeGreaterThan(0);
      for (const { cursor } of batches) expect(cursor).toEqual(mirror.cursor);
    });

    it('leaves the cursor of a first sync under way as it is', async () => {
      const scene = await open();
      const [id = ''] = scene.many(scene.at.facts.pageSize + 10);
      const mirror = scene.mirror();
      await mirror.sync(() => false);
      const { batches } = await mirror.reread([scene.at.ref(id)]);
      for (const { cursor } of batches) expect(cursor).toEqual(mirror.cursor);
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('of nothing new changes nothing', async () => {
      const { mirror, refs } = await synced();
      expectNothing(await mirror.reread(refs));
    });

    it('keeps a ref that names nothing as a failure, and reads the others', async () => {
      const { scene, mirror, id, ref } = await synced();
      scene.at.edit(id, 'Edited');
      const { failures } = await mirror.reread(['planet:9', ref]);
      expect(failures).toEqual(['planet:9']);
      scene.expectEqual(mirror);
    });

    it('of none reads none', async () => {
      const { mirror } = await synced();
      expectNothing(await mirror.reread([]));
    });

    it('during an outage is the outage’s failure', async () => {
      const { scene, mirror, refs } = await synced();
      scene.at.sandbox.faults.add({ kind: 'status', status: 503 });
      await expect(mirror.reread(refs)).rejects.toMatchObject({ kind: 'vendor_error' });
      scene.at.sandbox.faults.clear();
      scene.expectEqual(mirror);
    });

    it('before a sync that shows the same tells nothing in it', async () => {
      const { scene, mirror, id, ref } = await synced();
      scene.at.edit(id, 'Edited');
      await mirror.reread([ref]);
      const { events, texts } = await mirror.sync();
      expect({ events, texts }).toEqual({ events: [], texts: [] });
    });
  });
}
