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
const FAULTS: [string, Omit<FaultRule, 'match'>, string][] = [
  ['an error', { kind: 'status', status: 500 }, 'vendor_error'],
  ['a broken connection', { kind: 'drop' }, 'network'],
];

describe.each(VENDORS)('records that %s answers', (_vendor, harness, place) => {
  const open: Scene[] = [];
  afterEach(() => Promise.all(open.splice(0).map((scene) => scene.close())));

  async function spoiled(many: number, fault: Omit<FaultRule, 'match'>) {
    const clock = new TestClock();
    const scene = new Scene(await harness.start(clock, {}), clock);
    open.push(scene);
    const ids = scene.many(8);
    const mirror = scene.mirror();
    await mirror.sync();
    clock.pass(20);
    for (const id of ids) scene.at.edit(id, 'Edited');
    const refs = ids.map((id) => scene.at.ref(id));
    const match = new RegExp(refs.slice(0, many).map(place).join('|'));
    scene.at.sandbox.faults.add({ match, ...fault });
    return { scene, mirror, refs };
  }

  it.each(FAULTS)('with %s, neighbours, fail alone and are healed by their refs', async (_name, fault) => {
    const { scene, mirror, refs } = await spoiled(4, fault);
    expect((await mirror.reread(refs)).failures).toEqual(refs.slice(0, 4));
    scene.at.sandbox.faults.clear();
    expect((await mirror.reread(refs.slice(0, 4))).failures).toEqual([]);
    scene.expectEqual(mirror);
  });

  it.each(FAULTS)('with %s, all of them, are an outage', async (_name, fault, kind) => {
    const { scene, mirror, refs } = await spoiled(8, fault);
    scene.at.sandbox.faults.add({ match: /\/records\/[\w-]+$|\/conversations\/|\/issues\/\d+$/, ...fault });
    await expect(mirror.reread(refs)).rejects.toMatchObject({ kind });
  });
});
