import { describe, expect, it } from '@jest/globals';
import type { ListFacts } from '../harness.js';
import type { Scene } from '../scene.js';
import { keysOf, type OpenScene } from '../scene.js';

const closed = ({ match }: ListFacts, status = 403) => ({ match, kind: 'status' as const, status });

/**
 * Everything at the vendor is in, whatever was closed before: after a sync of the lists, and a comparison of the rest.
 */
async function expectCaughtUp(scene: Scene, mirror: ReturnType<Scene['mirror']>): Promise<void> {
  await mirror.sync();
  await mirror.reconcile();
  scene.expectEqual(mirror);
}

/** Each list is read and remembered by itself: what is wrong with one is told of that one, and holds up no other. */
export function streamCases(open: OpenScene, lists: readonly ListFacts[]): void {
  describe.each(lists.map((list) => [list.stream, list] as const))('the list of %s', (stream, list) => {
    it('that is closed from the beginning holds up no other', async () => {
      const scene = await open();
      scene.at.populate();
      scene.many(3);
      scene.at.sandbox.faults.add(closed(list));
      const mirror = scene.mirror();
      await expect(mirror.sync()).rejects.toMatchObject({ kind: 'auth', options: { forbidden: true } });
      expect(mirror.statuses()).toEqual({ ...all(mirror, 'ok'), [stream]: 'failed', ...held(list) });
      expect(mirror.streams.get(stream)?.cursor_ts ?? null).toBeNull();
      scene.at.sandbox.faults.clear();
      await expectCaughtUp(scene, mirror);
      expect(mirror.statuses()).toEqual(all(mirror, 'ok'));
    });

    it('that is closed later is not taken for empty, and goes on from its own cursor', async () => {
      const scene = await open();
      scene.at.populate();
      const [edited = ''] = scene.many(3);
      const mirror = scene.mirror();
      await mirror.sync();
      const { cursor_ts } = mirror.streams.get(stream) ?? {};
      const before = scene.at.facts.tables.map(({ table }) => mirror.living(table).length);
      scene.at.sandbox.faults.add(closed(list));
      for (let i = 0; i < 3; i++) {
        scene.clock.pass(90);
        scene.at.create(`News ${i}`);
        await expect(mirror.sync()).rejects.toMatchObject({ kind: 'auth' });
      }
      scene.at.edit(edited, 'Edited meanwhile');
      const after = scene.at.facts.tables.map(({ table }) => mirror.living(table).length);
      expect(after.every((count, i) => count >= (before[i] ?? 0))).toBe(true);
      expect(mirror.streams.get(stream)?.cursor_ts).toEqual(cursor_ts);
      scene.at.sandbox.faults.clear();
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('that is out is told by its kind, and the next sync heals', async () => {
      const scene = await open();
      scene.at.populate();
      const mirror = scene.mirror();
      scene.at.sandbox.faults.add(closed(list, 500));
      await expect(mirror.sync()).rejects.toMatchObject({ kind: 'vendor_error' });
      expect(mirror.statuses()[stream]).toBe('failed');
      expect(Object.values(mirror.statuses())).toContain('ok');
      scene.at.sandbox.faults.clear();
      await expectCaughtUp(scene, mirror);
    });

    it('goes on where it stopped, whatever became of the others', async () => {
      const scene = await open();
      scene.at.populate();
      scene.many(scene.at.facts.pageSize + 10);
      const straight = scene.mirror();
      await straight.sync();
      scene.at.sandbox.faults.add(closed(list));
      const mirror = scene.mirror();
      // Stopped behind every batch, with one list closed all the while.
      for (let runs = 0; runs < 30; runs++) {
        let batches = 0;
        const through = await mirror
          .sync(() => ++batches < 2)
          .then(
            () => false,
            () => true,
          );
        if (through) break;
      }
      scene.at.sandbox.faults.clear();
      await expectCaughtUp(scene, mirror);
      expect(keysOf(mirror)).toEqual(keysOf(straight));
    });
  });
}

const all = (mirror: ReturnType<Scene['mirror']>, status: string) =>
  Object.fromEntries(mirror.of.connector.streams.map(({ name }) => [name, status]));

/** Lists that can't be read without this one were not tried. */
const held = ({ carries = [] }: ListFacts) => Object.fromEntries(carries.map((name) => [name, undefined]));
