import { DataSource } from 'typeorm';
import { dataSourceOptions } from './data-source-options.js';
import { assertUtf8 } from './encoding.js';
import { assertPgvector, hasPgvector } from './pgvector-version.js';
import { migrations } from './migrations.js';
import { onceUnlocked } from './once-unlocked.js';
import { DEFAULT_PARTITIONS, installWith } from './partitions/index.js';
import { NO_DEADLINES } from './server-client.js';
import { inTurn } from './turn.js';

/** Any fixed number: all servers that start on one database take turns on it. */
const MIGRATION_LOCK = 0x6b_61_67;
/** All later statements on a table wait behind one that waits for its lock: a migration waits shortly, and again. */
const LOCK_MS = 3_000;
const AGAIN_MS = 2_000;

/**
 * Brings the schema to head and returns the names of the migrations that ran. Any number of processes may call it at
 * once: one works, and the others find nothing left to do.
 * @param partitions of large tables, where they are made now
 */
export async function migrate(url: string, partitions = DEFAULT_PARTITIONS): Promise<string[]> {
  return inTurn(url, MIGRATION_LOCK, async () => {
    // A migration takes as long as it has rows to change.
    const deadlines = { ...NO_DEADLINES, lock: LOCK_MS };
    const dataSource = await new DataSource({ ...dataSourceOptions(url, 1, deadlines), migrations }).initialize();
    try {
      const query = (text: string): Promise<unknown[]> => dataSource.query(text);
      await assertUtf8(query);
      // Where it is there, the statement would still ask for the right to write.
      if (!(await hasPgvector(query))) await dataSource.query('CREATE EXTENSION IF NOT EXISTS vector');
      await assertPgvector(query);
      const before = await pendingMigrations(query);
      installWith(dataSource, partitions);
      // What a migration did before it was locked out stays done.
      await onceUnlocked(() => dataSource.runMigrations(), AGAIN_MS);
      const left = new Set(await pendingMigrations(query));
      return before.filter((name) => !left.has(name));
    } finally {
      await dataSource.destroy();
    }
  });
}

/** Names of the migrations that the code has and the database lacks, in order; all of them on an empty database. */
export async function pendingMigrations(query: (text: string) => Promise<unknown[]>): Promise<string[]> {
  return pendingAfter(await ranMigrations(query));
}

/** Names of the migrations that ran; none on an empty database. */
export async function ranMigrations(query: (text: string) => Promise<unknown[]>): Promise<string[]> {
  const [table] = (await query(`SELECT to_regclass('schema_migrations') IS NOT NULL AS there`)) as { there: boolean }[];
  const ran = table?.there ? ((await query('SELECT name FROM schema_migrations')) as { name: string }[]) : [];
  return ran.map((row) => row.name);
}

/** Names of the migrations that the code has and that are not among those that ran, in order. */
export function pendingAfter(ran: readonly string[]): string[] {
  const names = new Set(ran);
  return migrations.map((migration) => migration.name).filter((name) => !names.has(name));
}
