import { expect } from '@jest/globals';
import type { Database } from '../../src/database/index.js';
import { until } from './until.js';

/** What two mirrors of one source must have in common. */
export interface Compared {
  tables: readonly string[];
  /** Columns that are as they were when the row was read, whatever has happened to others since. */
  ignored: readonly string[];
  /** What the source's texts in search are. */
  texts: 'message' | 'issue' | 'note';
}

/** All that a project has of a source, row by row and in order, and what search has of it. */
export async function mirroredRows(database: Database, projectId: string, compared: Compared): Promise<string[]> {
  const own = ['project_id', 'created_at', 'updated_at', ...compared.ignored];
  const parts = compared.tables.map(
    (table) =>
      `SELECT '${table} ' || (to_jsonb(t) - $2::text[])::text AS row FROM ${table} t WHERE project_id = $1 AND deleted_at IS NULL`,
  );
  const chunks = `SELECT 'rag_chunks ' || concat_ws(' ', source_id, chunk_index, text_hash) FROM rag_chunks
    WHERE project_id = $1 AND source_kind = $3 AND deleted_at IS NULL`;
  const found = await database.query<{ row: string }>([...parts, chunks].join(' UNION ALL '), [
    projectId,
    own,
    compared.texts,
  ]);
  return found.map(({ row }) => row).sort();
}

/** Fails with the rows that only one of the two has. */
export function expectSame(have: readonly string[], wanted: readonly string[]): void {
  expect(differences(have, wanted)).toEqual({ missing: [], unwanted: [] });
}

/**
 * Waits until `look` gives the wanted rows.
 * @throws what differs in the end
 */
export async function becomes(look: () => Promise<string[]>, wanted: readonly string[]): Promise<void> {
  let have: string[] = [];
  const equal = async () => {
    have = await look();
    const { missing, unwanted } = differences(have, wanted);
    return missing.length + unwanted.length === 0;
  };
  await until('the rows are there', equal).catch(() => expectSame(have, wanted));
}

function differences(have: readonly string[], wanted: readonly string[]) {
  const [has, wants] = [new Set(have), new Set(wanted)];
  return { missing: wanted.filter((row) => !has.has(row)), unwanted: have.filter((row) => !wants.has(row)) };
}
