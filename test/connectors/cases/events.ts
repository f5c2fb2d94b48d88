import { describe, expect, it } from '@jest/globals';
import type { NewEvent } from '../../../src/kag-events/index.js';
import type { SourceText } from '../../../src/search/index.js';
import type { Mirror } from '../../support/mirror.js';
import { keysOf, type OpenScene } from '../scene.js';

const typesOf = (events: NewEvent[]) => events.map(({ event_type, source_ref }) => [event_type, source_ref]);

/** The log of what happened: each thing once, whole, and the same from the same change. */
export function eventCases(open: OpenScene): void {
  describe('events', () => {
    it('tell of a new record', async () => {
      const scene = await open();
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(10);
      const id = scene.at.create('New');
      const expected = scene.at.tells.created(id);
      expect(typesOf((await mirror.sync()).events)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
    });

    it('tell of a change', async () => {
      const scene = await open();
      const id = scene.at.telling();
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(10);
      const expected = scene.at.tells.changed(id);
      expect(typesOf((await mirror.sync()).events)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
    });

    it('tell of a removal what the vendor’s are told of it', async () => {
      const scene = await open();
      const id = scene.at.telling();
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(10);
      const expected = scene.at.tells.removed(id);
      expect(typesOf((await mirror.sync()).events)).toEqual(expected);
    });

    it('tell each thing once, whatever is read again', async () => {
      const scene = await open();
      scene.at.populate();
      const ids = scene.many(5);
      const mirror = scene.mirror();
      await mirror.sync();
      const keys = keysOf(mirror);
      expect(keys.length).toBeGreaterThan(0);
      await mirror.reread(ids.map((id) => scene.at.ref(id)));
      await mirror.reconcile();
      mirror.cursor = { cursor_ts: null, cursor_id: null, page_cursor: null };
      await mirror.sync();
      expect(keysOf(mirror)).toEqual(keys);
    });

    it('do not tell a record’s coming again when it is back', async () => {
      const scene = await open();
      const [id = ''] = scene.many(2);
      const mirror = scene.mirror();
      await mirror.sync();
      const [[type, ref] = ['', '']] = scene.at.tells.created(id);
      scene.clock.pass(10);
      scene.at.remove(id);
      await mirror.sync();
      scene.clock.pass(10);
      scene.at.restore(id);
      await mirror.sync();
      expect(mirror.eventsOf(type, ref)).toHaveLength(1);
    });

    it('are the same from the same change, and leave it as it is', async () => {
      const scene = await open();
      scene.at.populate();
      scene.at.telling();
      const mirror = scene.mirror();
      const { changes, texts } = await mirror.sync();
      const { connector, source } = mirror.of;
      const keys: string[] = [];
      const said: SourceText[] = [];
      for (const change of changes) {
        const again = connector.events(frozen(change), source);
        expect(again).toEqual(again.map(({ dedupe_key }) => mirror.log.get(dedupe_key)));
        keys.push(...again.map(({ dedupe_key }) => dedupe_key));
        said.push(...connector.texts(change, source));
      }
      expect(keys.sort()).toEqual(keysOf(mirror));
      expect(said).toEqual(texts);
    });

    it('are whole: who, when, where, and by what key', async () => {
      const { mirror, scene } = await history();
      for (const event of mirror.log.values()) {
        expect(event.event_type).toMatch(/^[a-z_]+$/);
        expect(['client', 'team', 'system']).toContain(event.actor);
        expect(event.source).toBe(mirror.of.connector.name);
        expect(event.source_ref).toMatch(/./);
        expect(event.dedupe_key).toMatch(/^[a-z_]+:./);
        expect(event.dedupe_key.length).toBeLessThan(300);
        expect(event.occurred_at.getTime()).toBeGreaterThan(Date.UTC(2000));
        // Some vendors give every change a moment of its own.
        expect(event.occurred_at.getTime()).toBeLessThanOrEqual(scene.clock.now() + 1_000);
        expect(JSON.parse(JSON.stringify(event.payload))).toEqual(event.payload);
      }
    });

    it('rest on evidence that is here, each row named once', async () => {
      const { mirror } = await history();
      for (const { evidence } of mirror.log.values()) {
        expect(evidence.length).toBeGreaterThan(0);
        const rows = evidence.map(({ source_table, source_pk }) => `${source_table} ${source_pk}`);
        expect(new Set(rows).size).toBe(rows.length);
        for (const { source_table, source_pk } of evidence)
          expect(mirror.tables.get(source_table)?.has(source_pk)).toBe(true);
      }
    });

    async function history(): Promise<{ scene: Awaited<ReturnType<OpenScene>>; mirror: Mirror }> {
      const scene = await open();
      scene.at.populate();
      const [changed, removed] = [scene.at.telling(), scene.at.telling()];
      const mirror = scene.mirror();
      await mirror.sync();
      scene.clock.pass(10);
      scene.at.tells.changed(changed);
      scene.at.tells.removed(removed);
      await mirror.sync();
      expect(mirror.log.size).toBeGreaterThan(1);
      return { scene, mirror };
    }
  });
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  for (const inner of Object.values(value)) frozen(inner);
  return Object.freeze(value);
}
