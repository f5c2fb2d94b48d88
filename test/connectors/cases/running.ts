import { describe, expect, it } from '@jest/globals';
import { SharedReads } from '../../../src/connectors/core/shared-reads.js';
import type { OpenScene } from '../scene.js';

/** How a sync gets on with the process around it: it stops when told, says how far it is, and shares what it reads. */
export function runningCases(open: OpenScene): void {
  describe('a sync that runs', () => {
    it('asks nothing when it was stopped before it began', async () => {
      const scene = await open();
      scene.many(2);
      const mirror = scene.mirror({ signal: AbortSignal.abort() });
      await expect(mirror.sync()).rejects.toThrow(/abort/i);
      expect(scene.at.sandbox.requests.total).toBe(0);
    });

    it('stops at once when it is told to, though the vendor is silent', async () => {
      const scene = await open();
      scene.many(2);
      const stop = new AbortController();
      // No deadline ends the requests that the vendor leaves open: only the stop does.
      const mirror = scene.mirror({ signal: stop.signal });
      scene.at.sandbox.faults.add({ match: scene.at.facts.list, kind: 'hang', hit: () => stop.abort() });
      await expect(mirror.sync()).rejects.toThrow(/abort/i);
      expect(mirror.cursor.cursor_ts).toBeNull();
    });

    it('goes on where it was stopped', async () => {
      const scene = await open();
      scene.many(scene.at.facts.pageSize + 10);
      const stop = new AbortController();
      const mirror = scene.mirror({ signal: stop.signal });
      const { requests } = scene.at.sandbox;
      mirror.of.afterAnswer = () => requests.total > 4 && stop.abort();
      await expect(mirror.sync()).rejects.toThrow(/abort/i);
      // Those that were open at that moment, and no more.
      expect(requests.total).toBeLessThanOrEqual(4 + 5);
      delete mirror.of.signal;
      delete mirror.of.afterAnswer;
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('says how far it is', async () => {
      const scene = await open();
      const { length } = scene.many(scene.at.facts.pageSize + 5);
      const { progress } = await scene.mirror().sync();
      expect(Math.max(...progress.map(({ done }) => done))).toBeGreaterThanOrEqual(length);
      for (const { done, total, unit } of progress) {
        expect(Number.isInteger(done) && done >= 0).toBe(true);
        if (total !== null) expect(total).toBeGreaterThanOrEqual(done);
        expect(unit).toMatch(/^[a-z ]+$/);
      }
    });

    it('shares its lists with the account’s other projects', async () => {
      const scene = await open();
      scene.at.populate();
      scene.many(5);
      const shared = new SharedReads();
      const [one, two] = [scene.mirror({ shared }), scene.mirror({ shared })];
      const alone = (await one.sync()).requests;
      const asked = scene.at.sandbox.requests.count(scene.at.facts.sharedRoute);
      expect(asked).toBeGreaterThan(0);
      const { requests } = await two.sync();
      expect(requests).toBeLessThan(alone);
      expect(scene.at.sandbox.requests.count(scene.at.facts.sharedRoute)).toBe(asked);
      scene.expectEqual(one);
      scene.expectEqual(two);
    });

    it('fills batches that one transaction can hold', async () => {
      const scene = await open();
      scene.many(2 * scene.at.facts.pageSize);
      const { batches } = await scene.mirror().sync();
      for (const { rows } of batches) expect(rows.reduce((sum, each) => sum + each.rows.length, 0)).toBeLessThan(5_000);
    });
  });
}
