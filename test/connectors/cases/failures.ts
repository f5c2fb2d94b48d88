import { describe, expect, it } from '@jest/globals';
import { CUT_MARK } from '../../../src/connectors/domain/cut-mark.js';
import type { ErrorKind } from '../../../src/connectors/core/sync-error.js';
import { OwnClock } from '../../support/own-clock.js';
import type { FaultRule } from '../../../sandbox/sandbox.js';
import { keysOf, type OpenScene } from '../scene.js';

/** A limit on the size of an answer that these few records keep to, and a fault that does not. */
const SMALL_BYTES = 2 ** 18;

const OUTAGES: [string, Omit<FaultRule, 'match'>, ErrorKind][] = [
  ['an outage', { kind: 'status', status: 500 }, 'vendor_error'],
  ['a gateway without its server', { kind: 'status', status: 503 }, 'vendor_error'],
  ['a limit, with when to come again', { kind: 'rate_limit', retryAfter: 0 }, 'rate_limited'],
  ['a token that is not taken any more', { kind: 'status', status: 401 }, 'auth'],
  ['a token without the right', { kind: 'status', status: 403 }, 'auth'],
  ['a dropped connection', { kind: 'drop' }, 'network'],
  ['silence', { kind: 'hang' }, 'timeout'],
  ['half an answer', { kind: 'cut_json' }, 'bad_payload'],
  ['a page for people', { kind: 'html' }, 'bad_payload'],
  ['an answer to another question', { kind: 'status', status: 200, body: { data: 'nothing' } }, 'bad_payload'],
  ['an answer over any size', { kind: 'huge', bytes: 2 * SMALL_BYTES }, 'bad_payload'],
  ['an address that leads elsewhere', { kind: 'status', status: 302, body: '' }, 'config'],
];

/** Whatever the vendor does wrong: its kind is told, what came before is kept, and nothing is lost or half there. */
export function failureCases(open: OpenScene): void {
  describe('a vendor’s failure:', () => {
    it.each(OUTAGES)('%s stops the sync where it is, and the next one heals', async (_name, fault, kind) => {
      const scene = await open();
      const ids = scene.many(3);
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(20);
      scene.many(2, 'News');
      scene.at.edit(ids[0] ?? '', 'Edited');
      const { cursor } = mirror;
      const clock = new OwnClock();
      mirror.of.clock = clock;
      mirror.of.longestAnswer = SMALL_BYTES;
      const hit = fault.kind === 'hang' ? () => clock.passDeadlines() : () => undefined;
      scene.at.sandbox.faults.add({ match: scene.at.facts.list, ...fault, hit });
      await expect(mirror.sync()).rejects.toMatchObject({ name: 'SyncError', kind });
      expect(mirror.cursor.cursor_ts).toEqual(cursor.cursor_ts);
      scene.at.sandbox.faults.clear();
      await mirror.sync();
      scene.expectEqual(mirror);
    });

    it('in the middle of a first sync keeps what came before it, and tells nothing twice', async () => {
      const scene = await open();
      scene.at.populate();
      scene.many(scene.at.facts.pageSize + 10);
      const { faults, requests } = scene.at.sandbox;
      const straight = scene.mirror();
      await straight.sync();
      // Where a list ends is asked once: readings after the first have fewer requests.
      const asked = (await scene.mirror().sync()).requests;
      for (const share of [0.3, 0.6, 0.9]) {
        requests.reset();
        const mirror = scene.mirror({
          afterAnswer: () => {
            const armed = faults.list().length > 0;
            if (!armed && requests.total >= asked * share) faults.add({ kind: 'status', status: 500 });
          },
        });
        await expect(mirror.sync()).rejects.toMatchObject({ kind: 'vendor_error' });
        expect(mirror.cursor.cursor_ts).toBeNull();
        faults.clear();
        mirror.of.afterAnswer = () => undefined;
        await mirror.sync();
        scene.expectEqual(mirror);
        expect(keysOf(mirror)).toEqual(keysOf(straight));
      }
    });

    it('now and then is not even noticed', async () => {
      const scene = await open();
      scene.at.populate();
      scene.many(10);
      scene.at.sandbox.faults.add({ kind: 'status', status: 503, every: 4 });
      scene.at.sandbox.faults.add({ kind: 'drop', every: 5 });
      const mirror = scene.mirror();
      const { failures } = await mirror.sync();
      expect(failures).toEqual([]);
      scene.expectEqual(mirror);
    });

    it('a wrong token is refused before anything is stored', async () => {
      const scene = await open({
        token: 'right',
        linear: { token: 'right' },
        attio: { token: 'right' },
        github: { token: 'right' },
      });
      scene.many(2);
      const mirror = scene.mirror({ apiToken: 'wrong' });
      await expect(mirror.sync()).rejects.toMatchObject({ kind: 'auth' });
      expect(mirror.tables.size).toBe(0);
      const right = scene.mirror({ apiToken: 'right' });
      await right.sync();
      scene.expectEqual(right);
    });

    it('an account that is not the token’s is refused before anything is stored', async () => {
      const scene = await open();
      scene.many(2);
      const { externalId, kind } = scene.at.facts.elsewhere;
      const mirror = scene.mirror({ externalId });
      await expect(mirror.sync()).rejects.toMatchObject({ kind });
      await expect(mirror.reread([scene.at.ref('1')])).rejects.toMatchObject({ kind });
      expect(mirror.tables.size).toBe(0);
    });

    it('says how long to wait, where the vendor does', async () => {
      const scene = await open();
      scene.many(1);
      scene.at.sandbox.faults.add({ match: scene.at.facts.list, kind: 'rate_limit', retryAfter: 0 });
      await expect(scene.mirror().sync()).rejects.toMatchObject({
        kind: 'rate_limited',
        options: { retryAfterSeconds: expect.any(Number) },
      });
    });
  });

  describe('a record that can’t be read', () => {
    async function spoiled(synced: boolean) {
      const scene = await open();
      const ids = scene.many(5);
      const id = ids[2] ?? '';
      const mirror = scene.mirror();
      if (synced) await mirror.sync();
      scene.clock.pass(20);
      scene.at.edit(id, 'Edited');
      scene.at.sandbox.faults.add(scene.at.spoil(id));
      return { scene, mirror, ids, id, ref: scene.at.ref(id) };
    }

    it('fails alone, with its ref, what is wrong with it, and as it came', async () => {
      const { scene, mirror, ids, id, ref } = await spoiled(false);
      const { batches } = await mirror.sync();
      const failures = batches.flatMap((batch) => batch.failures ?? []);
      expect(new Set(failures.map(({ source_ref }) => source_ref))).toEqual(new Set([ref]));
      for (const { message, payload } of failures) {
        expect(message).toMatch(/\w/);
        expect(JSON.stringify(payload)).toContain(id);
      }
      expect(ids.filter((each) => !scene.living(mirror, each))).toEqual([id]);
      expect(mirror.cursor.cursor_ts).not.toBeNull();
    });

    it('for its length is taken without its end, and says so', async () => {
      const scene = await open();
      const id = scene.at.create('word '.repeat(60_000));
      const others = scene.many(3);
      const mirror = scene.mirror();
      mirror.of.longestAnswer = SMALL_BYTES;
      const { failures } = await mirror.sync();
      expect(failures).toEqual([]);
      expect(JSON.stringify(scene.at.row(mirror, id))).toContain(CUT_MARK);
      expect([id, ...others].every((each) => scene.living(mirror, each))).toBe(true);
    });

    it('for being one of too many in an answer is asked for among fewer, and nothing of it is cut', async () => {
      const scene = await open();
      for (let i = 0; i < scene.at.facts.pageSize + 5; i++) scene.at.create(`${'word '.repeat(1000)}${i}`);
      const mirror = scene.mirror();
      mirror.of.longestAnswer = SMALL_BYTES;
      const { failures } = await mirror.sync();
      expect(failures).toEqual([]);
      scene.expectEqual(mirror);
      expect(JSON.stringify(scene.at.held(mirror))).not.toContain(CUT_MARK);
    });

    it('is healed by reading its ref again', async () => {
      const { scene, mirror, ref } = await spoiled(false);
      await mirror.sync();
      expect(new Set((await mirror.reread([ref])).failures)).toContain(ref);
      scene.at.sandbox.faults.clear();
      expect((await mirror.reread([ref])).failures).toEqual([]);
      scene.expectEqual(mirror);
    });

    it('is not taken for a removed one', async () => {
      const { scene, mirror, id, ref } = await spoiled(true);
      const { failures } = await mirror.sync();
      expect(failures).toContain(ref);
      expect(scene.living(mirror, id)).toBe(true);
      scene.at.sandbox.faults.clear();
      await mirror.reread([ref]);
      scene.expectEqual(mirror);
    });
  });
}
