import { afterEach, describe, expect, it } from '@jest/globals';
import type { FaultRule } from '../../sandbox/sandbox.js';
import { attioHarness } from './attio-harness.js';
import { chatwootHarness } from './chatwoot-harness.js';
import { githubHarness } from './github-harness.js';
import { TestClock, type VendorHarness } from './harness.js';
import { Scene } from './scene.js';

/** Vendors that show each record by itself, and where. */
const VENDORS: [string, VendorHarness, (ref: string) => string][] = [
  ['Chatwoot', chatwootHarness, (ref) => `/conversations/${ref.split(/[:/]/)[1]}(/|$)`],
  ['Attio', attioHarness, (ref) => `/notes/${ref.split(':')[1]}$`],
  ['GitHub', githubHarness, (ref) => `/issues/${ref.split('#')[1]}$`],
];
const RECORDS = 8;
/** Neighbours, and of those that fail in a row the last one that could be asked for too. */
const FAULTS: [string, Omit<FaultRule, 'match'>, number[], string][] = [
  ['an error', { kind: 'status', status: 500 }, [0, 1, 2, 7], 'vendor_error'],
  ['a broken connection', { kind: 'drop' }, [0, 1, 2, 3], 'network'],
];
/** What shows single records, of whichever kind. */
const ANY = /\/records\/[\w-]+$|\/conversations\/|\/issues\/\d+$/;

describe.each(VENDORS)('records that %s answers', (_vendor, harness, place) => {
  const open: Scene[] = [];
  afterEach(() => Promise.all(open.splice(0).map((scene) => scene.close())));

  async function changed() {
    const clock = new TestClock();
    const scene = new Scene(await harness.start(clock, {}), clock);
    open.push(scene);
    const ids = scene.many(RECORDS);
    const mirror = scene.mirror();
    await mirror.sync();
    clock.pass(20);
    for (const id of ids) scene.at.edit(id, 'Edited');
    return { scene, mirror, refs: ids.map((id) => scene.at.ref(id)), faults: scene.at.sandbox.faults };
  }

  it.each(FAULTS)('with %s fail alone and are healed by their refs', async (_name, fault, places) => {
    const { scene, mirror, refs, faults } = await changed();
    const bad = places.map((nth) => refs[nth] ?? '');
    faults.add({ match: new RegExp(bad.map(place).join('|')), ...fault });
    expect((await mirror.reread(refs)).failures).toEqual(bad);
    faults.clear();
    expect((await mirror.reread(bad)).failures).toEqual([]);
    scene.expectEqual(mirror);
  });

  it.each(FAULTS)('with %s, all of them, are an outage', async (_name, fault, _places, kind) => {
    const { mirror, refs, faults } = await changed();
    faults.add({ match: new RegExp(`${refs.map(place).join('|')}|${ANY.source}`), ...fault });
    await expect(mirror.reread(refs)).rejects.toMatchObject({ kind });
  });

  it('with a broken connection, be it a single one, are an outage where no other is answered', async () => {
    const { mirror, refs, faults } = await changed();
    faults.add({ match: new RegExp(`${refs.map(place).join('|')}|${ANY.source}`), kind: 'drop' });
    await expect(mirror.reread(refs.slice(0, 1))).rejects.toMatchObject({ kind: 'network' });
  });
});
