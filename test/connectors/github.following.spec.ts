import { afterEach, describe, expect, it } from '@jest/globals';
import { githubHarness } from './github-harness.js';
import { TestClock } from './harness.js';
import { expectNothing, Scene } from './scene.js';

/** More than one sync's sweep sees. */
const MANY = 900;

describe('a repository with many issues', () => {
  const scenes: Scene[] = [];
  afterEach(async () => {
    for (const scene of scenes.splice(0)) await scene.close();
  });
  async function synced(count = MANY) {
    const clock = new TestClock();
    const scene = new Scene(await githubHarness.start(clock, {}), clock);
    scenes.push(scene);
    const ids = scene.many(count);
    const mirror = scene.mirror();
    const first = await mirror.sync();
    clock.pass(60);
    return { scene, ids, mirror, first };
  }

  it('is asked for what changed once it was read as a whole', async () => {
    const { scene, ids, mirror, first } = await synced();
    expect(first.requests).toBeGreaterThan(12);
    scene.at.edit(ids[880] ?? '', 'Edited');
    scene.at.create('New');
    for (const news of [2, 0, 0]) {
      const { requests, changes } = await mirror.sync();
      expect(changes).toHaveLength(news);
      expect(requests).toBeLessThanOrEqual(16);
      scene.clock.pass(60);
    }
    scene.expectEqual(mirror);
  });

  it('has what is gone of it, and what changed without a date, found by a few syncs', async () => {
    const { scene, ids, mirror } = await synced();
    const { github } = scene.at.sandbox;
    github.addLabel('acme/site', 'early');
    github.editIssue('acme/site', 700, { labels: ['early'] });
    await mirror.sync();
    scene.clock.pass(60);
    github.renameLabel('acme/site', 'early', 'late');
    for (const nth of [3, 4, 450, 899]) scene.at.vanish(ids[nth] ?? '');
    for (let i = 0; i < 4; i++) {
      scene.clock.pass(60);
      await mirror.sync();
    }
    scene.expectEqual(mirror);
    expectNothing(await mirror.sync());
  });

  it('finds news by the vendor’s clock when ours is ahead of it', async () => {
    const { scene, mirror } = await synced();
    let id = '';
    scene.at.late(55, () => (id = scene.at.create('By a clock behind ours')));
    await mirror.sync();
    expect(scene.living(mirror, id)).toBe(true);
  });

  it('that joins a source is read as a whole', async () => {
    const { scene, mirror } = await synced(450);
    const alone = scene.ours();
    await alone.sync();
    const old = scene.at.create('Old and elsewhere', 'others');
    scene.clock.pass(24 * 60);
    for (let i = 0; i < 450; i++) scene.at.create(`Elsewhere ${i}`, 'others');
    await alone.sync();
    await mirror.sync();
    scene.expectEqual(alone, 'ours');
    alone.of.source = { ...alone.of.source, filter: {} };
    scene.clock.pass(60);
    await alone.sync();
    expect(scene.living(alone, old)).toBe(true);
    scene.expectEqual(alone);
  });
});
