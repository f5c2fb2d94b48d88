import { describe, expect, it } from '@jest/globals';
import { expectNothing, type OpenScene } from '../scene.js';

/** What search gets: the words as they are now, and word of those that are gone. */
export function textCases(open: OpenScene): void {
  describe('texts', () => {
    async function said(text: string) {
      const scene = await open();
      const id = scene.at.create(text);
      const mirror = scene.mirror();
      const first = await mirror.sync();
      scene.clock.pass(10);
      return { scene, mirror, id, first };
    }

    it('of a new record are what it says, with where and when', async () => {
      const { scene, mirror, id, first } = await said('What it says');
      expect(scene.textOf(first, id)).toBe(scene.at.spoken('What it says'));
      const text = first.texts.find(({ source_id }) => source_id === scene.at.textId(id));
      expect(text?.source_url).toMatch(/^https?:\/\//);
      expect(text?.occurred_at.getTime()).toBeLessThanOrEqual(scene.clock.now());
      expect(text?.occurred_at.getTime()).toBeGreaterThan(scene.clock.now() - 3_600_000);
      expect(first.texts.filter(({ source_id }) => source_id === text?.source_id)).toHaveLength(1);
      expectNothing(await mirror.sync());
    });

    it('of an edited one are what it says now', async () => {
      const { scene, mirror, id } = await said('What it says');
      scene.at.edit(id, 'What it says now');
      expect(scene.textOf(await mirror.sync(), id)).toBe(scene.at.spoken('What it says now'));
    });

    it('of a removed one are gone', async () => {
      const { scene, mirror, id } = await said('What it says');
      scene.at.remove(id);
      expect(scene.textOf(await mirror.sync(), id)).toBeNull();
    });

    it('of one that vanished are gone when that is seen', async () => {
      const { scene, mirror, id } = await said('What it says');
      scene.at.vanish(id);
      expect(scene.textOf(await mirror.reread([scene.at.ref(id)]), id)).toBeNull();
    });

    it('of a restored one are back', async () => {
      const { scene, mirror, id } = await said('What it says');
      scene.at.remove(id);
      await mirror.sync();
      scene.clock.pass(10);
      scene.at.restore(id);
      expect(scene.textOf(await mirror.sync(), id)).toBe(scene.at.spoken('What it says'));
    });

    it.each([
      ['with a NUL', 'a\u0000b'],
      ['with half a surrogate pair', 'a\ud800b'],
      ['of emoji', '👩‍👩‍👧‍👦 🇺🇦'],
      ['from right to left', 'שלום \u202eעולם\u202c مرحبا'],
      ['with marks that combine', 'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L'],
      ['of many lines', 'one\r\ntwo\n\n\tthree'],
      ['like SQL and JSON', `'); DROP TABLE projects; -- {"a": [1]}`],
      ['of 200 000 characters', 'длинный текст '.repeat(14_286).trim()],
    ])('%s come as they are', async (_name, text) => {
      const { scene, mirror, id, first } = await said(text);
      scene.expectEqual(mirror);
      expect(scene.textOf(first, id)).toBe(scene.at.spoken(text));
      expectNothing(await mirror.sync());
    });

    it.each(['', ' \n '])('of nothing (%j) are nothing to search for', async (nothing) => {
      const { scene, mirror, id } = await said('Something');
      scene.at.edit(id, nothing);
      expect(scene.textOf(await mirror.sync(), id)).toBe(scene.at.spoken(nothing));
      expectNothing(await mirror.sync());
    });
  });
}
