import { describe, it } from '@jest/globals';
import type { OpenScene } from '../scene.js';

/** Syncs within which a list of a few pages has been looked through as a whole. */
const SYNCS = 12;
const HALF_A_DAY = 720;

/** What no date tells of is found by looking through lists, some pages in each sync. */
export function sweepCases(open: OpenScene): void {
  describe('a list of several pages', () => {
    it('is looked through again, as a whole or in parts, until what vanished from it is gone', async () => {
      const scene = await open();
      const ids = scene.many(2 * scene.at.facts.pageSize + 3);
      const mirror = scene.mirror();
      await mirror.sync();
      for (const id of [ids.at(0), ids[scene.at.facts.pageSize], ids.at(-1)]) scene.at.vanish(id ?? '');
      for (let i = 0; i < SYNCS; i++) {
        scene.clock.pass(HALF_A_DAY);
        await mirror.sync();
      }
      if (scene.at.facts.vanishedFoundBy === 'comparison') await mirror.reconcile();
      scene.expectEqual(mirror);
    });
  });
}
