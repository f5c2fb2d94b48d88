import { describe, expect, it } from '@jest/globals';
import type { Scene, OpenScene } from '../scene.js';

/** Lists move while they are read: a record is between two pages when it is asked for. */
export function movementCases(open: OpenScene): void {
  describe('while pages are read,', () => {
    type Stir = (scene: Scene, ids: string[], nth: number) => void;

    it.each<[string, Stir]>([
      ['a record that is edited', ({ at }, ids, nth) => at.edit(ids[nth] ?? '', `Edited ${nth}`)],
      ['one that comes', ({ at }, _ids, nth) => void at.create(`Late ${nth}`)],
      ['one that is removed', ({ at }, ids, nth) => at.remove(ids[nth] ?? '')],
      [
        'one that is edited at the list’s other end',
        ({ at }, ids, nth) => at.edit(ids.at(-1 - nth) ?? '', `Edited ${nth}`),
      ],
      [
        'whatever else',
        ({ at }, ids, nth) => {
          at.create(`Late ${nth}`);
          at.remove(ids[2 * nth] ?? '');
          at.edit(ids.at(-1 - nth) ?? '', 'Edited');
        },
      ],
    ])('%s is not missed', async (_name, stir) => {
      const scene = await open();
      const ids = scene.many(scene.at.facts.pageSize + 10);
      let nth = 0;
      const mirror = scene.mirror({
        afterAnswer: () => {
          scene.clock.pass(0.02);
          if (nth < 8) stir(scene, ids, nth++);
        },
      });
      await mirror.sync();
      expect(nth).toBe(8);
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('one that vanishes takes no other along, and is found by the comparison', async () => {
      const scene = await open();
      const ids = scene.many(scene.at.facts.pageSize + 10);
      const victims = ids.slice(0, 6);
      const left = new Set(victims);
      const mirror = scene.mirror({
        afterAnswer: () => {
          const [victim] = left;
          if (victim === undefined) return;
          left.delete(victim);
          scene.at.vanish(victim);
        },
      });
      await mirror.sync();
      expect(ids.filter((id) => !victims.includes(id) && !scene.living(mirror, id))).toEqual([]);
      await mirror.reconcile();
      scene.expectEqual(mirror);
    });
  });
}
