import { describe, expect, it } from '@jest/globals';
import type { SyncBatch, ColumnType } from '../../../src/connectors/core/contract.js';
import type { Scene, OpenScene } from '../scene.js';

const FITS: Record<ColumnType, (value: unknown) => boolean> = {
  text: (value) => typeof value === 'string',
  bigint: Number.isSafeInteger,
  integer: (value) => Number.isInteger(value) && Math.abs(value as number) < 2 ** 31,
  boolean: (value) => typeof value === 'boolean',
  timestamptz: (value) => value instanceof Date && !Number.isNaN(value.getTime()),
  'double precision': Number.isFinite,
  jsonb: (value) => JSON.stringify(value) !== undefined,
};

/** What the database will be given: rows of its tables, in an order in which their references hold. */
export function rowCases(open: OpenScene): void {
  describe('rows', () => {
    async function written(): Promise<{ scene: Scene; batches: SyncBatch[] }> {
      const scene = await open();
      scene.at.populate();
      const ids = scene.many(scene.at.facts.pageSize + 5);
      const mirror = scene.mirror();
      const first = await mirror.sync();
      scene.clock.pass(10);
      for (const id of ids.slice(0, 4)) scene.at.edit(id, 'Edited');
      scene.many(4, 'News');
      const second = await mirror.sync();
      return { scene, batches: [...first.batches, ...second.batches] };
    }

    it('have every column of their table and no other, each of its type', async () => {
      const { scene, batches } = await written();
      const seen = new Set<string>();
      for (const { table, rows } of batches.flatMap((batch) => batch.rows)) {
        expect(scene.at.facts.tables).toContain(table);
        seen.add(table.table);
        for (const { values } of rows) {
          expect(Object.keys(values).sort()).toEqual(Object.keys(table.columns).sort());
          const wrong = Object.entries(table.columns).filter(([column, type]) => {
            const value = values[column];
            return value === null ? table.key.includes(column) : !FITS[type](value);
          });
          expect(wrong.map(([column]) => `${table.table}.${column}: ${String(values[column])}`)).toEqual([]);
        }
      }
      expect([...seen].sort()).toEqual(scene.at.facts.tables.map(({ table }) => table).sort());
    });

    it('come after those that they refer to', async () => {
      const { scene, batches } = await written();
      const here = new Map<string, Set<string>>(scene.at.facts.tables.map(({ table }) => [table, new Set()]));
      let references = 0;
      for (const batch of batches) {
        for (const { table, rows } of batch.rows) {
          const ours = scene.at.facts.references.filter((reference) => reference.table === table.table);
          for (const { values } of rows)
            for (const { column, to } of ours) {
              if (values[column] === null) continue;
              references += 1;
              const found = to.some((target) => here.get(target)?.has(String(values[column])));
              expect(`${table.table}.${column} ${found}`).toBe(`${table.table}.${column} true`);
            }
          for (const { values } of rows) here.get(table.table)?.add(String(values[table.key[0] ?? '']));
        }
      }
      expect(references).toBeGreaterThan(0);
    });

    it('stand in a batch once, and a table too', async () => {
      const { batches } = await written();
      for (const batch of batches) {
        const names = batch.rows.map(({ table }) => table.table);
        expect(new Set(names).size).toBe(names.length);
        for (const { table, rows } of batch.rows) {
          const keys = rows.map(({ values }) => table.key.map((column) => values[column]).join(' '));
          expect(new Set(keys).size).toBe(keys.length);
        }
      }
    });
  });
}
