import { describe, expect, it } from '@jest/globals';
import { expectNothing, type OpenScene } from '../scene.js';

/** The daily comparison: all ids, and both directions healed by reading what differs. */
export function comparisonCases(open: OpenScene): void {
  describe('the comparison', () => {
    async function synced() {
      const scene = await open();
      scene.at.populate();
      const ids = scene.many(scene.at.facts.pageSize + 5);
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(20);
      return { scene, mirror, ids, id: ids[1] ?? '' };
    }

    it('lists every id, in the version that we have, under the ref that reads it', async () => {
      const { mirror } = await synced();
      const { connector, source } = mirror.of;
      expect(connector.reconcilables.length).toBeGreaterThan(0);
      for (const resource of connector.reconcilables) {
        const listed = [];
        for await (const page of resource.list(mirror.context())) listed.push(...page);
        const [key = ''] = resource.table.key;
        const ours = mirror.listed(resource);
        expect(new Set(listed.map((one) => one.key))).toEqual(new Set(ours.map((row) => String(row[key]))));
        const versions = new Map(listed.map((one) => [one.key, one.version]));
        for (const row of ours) {
          const version = resource.versionColumn === null ? null : String(row[resource.versionColumn]);
          expect(versions.get(String(row[key]))).toBe(version);
        }
        for (const one of listed) expect(one.ref).toBe(resource.refOf(one.key, source));
      }
    });

    it('finds nothing to heal after a sync', async () => {
      const { mirror } = await synced();
      expect(Object.values(await mirror.reconcile()).flat()).toEqual([]);
    });

    it('heals what is missing here', async () => {
      const { scene, mirror, id } = await synced();
      scene.at.forget(mirror, id);
      expect(Object.values(await mirror.reconcile()).flat()).toHaveLength(1);
      scene.expectEqual(mirror);
    });

    it('heals what is gone there', async () => {
      const { scene, mirror, id } = await synced();
      scene.at.vanish(id);
      expect(Object.values(await mirror.reconcile()).flat().length).toBeGreaterThan(0);
      expect(scene.living(mirror, id)).toBe(false);
      scene.expectEqual(mirror);
    });

    it('heals what is stale here', async () => {
      const { scene, mirror, id } = await synced();
      scene.at.edit(id, 'Edited');
      expect(Object.values(await mirror.reconcile()).flat()).toHaveLength(1);
      scene.expectEqual(mirror);
    });

    it('heals everything at once, once, and leaves nothing for the next', async () => {
      const { scene, mirror, ids } = await synced();
      scene.at.forget(mirror, ids[3] ?? '');
      scene.at.edit(ids[4] ?? '', 'Edited');
      scene.at.vanish(ids[5] ?? '');
      await mirror.reconcile();
      scene.expectEqual(mirror);
      expect(Object.values(await mirror.reconcile()).flat()).toEqual([]);
      const { events, texts } = await mirror.sync();
      expect({ events, texts }).toEqual({ events: [], texts: [] });
    });

    it('takes nothing for gone that an outage kept from the list', async () => {
      const { scene, mirror, ids } = await synced();
      for (const id of ids.slice(0, 3)) scene.at.vanish(id);
      scene.at.sandbox.faults.add({ kind: 'status', status: 503 });
      await expect(mirror.reconcile()).rejects.toMatchObject({ kind: 'vendor_error' });
      scene.at.sandbox.faults.clear();
      expect(ids.every((id) => scene.living(mirror, id))).toBe(true);
      await mirror.reconcile();
      scene.expectEqual(mirror);
      expectNothing(await mirror.sync());
    });
  });
}
