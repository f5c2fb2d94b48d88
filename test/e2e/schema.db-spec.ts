import { glob, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource } from 'typeorm';
import { SOURCE_TABLES } from '../../src/connectors/vendors.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { migrate, pendingMigrations } from '../../src/database/migrate.js';
import { migrations } from '../../src/database/migrations.js';
import { describeOnServer } from '../support/on-a-server.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { until } from '../support/until.js';
import { migrationSource, TEST_PARTITIONS, toHead } from '../support/to-head.js';

const ROOT = join(import.meta.dirname, '../..');

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(async () => {
  // The wall went with the tables.
  await toHead(db.url);
  await db.close();
});

/** Tables, columns, constraints and indexes as the catalogue has them. */
async function fingerprint(): Promise<unknown[]> {
  return db.database.query(
    `SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS what
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
     UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_migrations'
     UNION ALL SELECT 'constraint', conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
     ORDER BY 1, 2`,
  );
}

/** TypeORM with all entities, as long as `work` goes on. */
async function withEntities(work: (source: DataSource) => Promise<void>): Promise<void> {
  const entities: (new () => object)[] = SOURCE_TABLES.map(({ entity }) => entity);
  for await (const file of glob('src/**/*.entity.ts', { cwd: ROOT })) {
    entities.push(
      ...Object.values((await import(join(ROOT, file))) as Record<string, new () => object>).filter(
        (one) => typeof one === 'function',
      ),
    );
  }
  const source = await new DataSource({ ...dataSourceOptions(db.url, 2), entities }).initialize();
  try {
    await work(source);
  } finally {
    await source.destroy();
  }
}

const quoted = (text: string): string[] => [...new Set(text.match(/'[^']*'/g))].sort();

describe('the schema', () => {
  it('is what the entities say: TypeORM finds nothing to change', () =>
    withEntities(async (source) => {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map((query) => query.query)).toEqual([]);
      const tables = await db.database.query<{ name: string }>(
        `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
           AND relkind IN ('r', 'p') AND NOT relispartition AND relname <> 'schema_migrations'`,
      );
      const known = new Set(source.entityMetadatas.map((entity) => entity.tableName));
      expect(tables.map((table) => table.name).filter((name) => !known.has(name))).toEqual([]);
    }));

  // TypeORM knows checks by their names alone.
  it('checks for the values that the entities list, each of them', () =>
    withEntities(async ({ entityMetadatas }) => {
      const rows = await db.database.query<{ name: string; text: string }>(
        `SELECT conname AS name, pg_get_constraintdef(oid) AS text FROM pg_constraint WHERE contype = 'c'`,
      );
      const made = new Map(rows.map(({ name, text }) => [name, quoted(text)]));
      const checks = entityMetadatas.flatMap((entity) => entity.checks);
      const listing = checks.filter(({ expression }) => / IN \(/.test(expression));
      expect(listing.length).toBeGreaterThan(20);
      expect(listing.map(({ name }) => [name, made.get(name)])).toEqual(
        listing.map(({ name, expression }) => [name, quoted(expression)]),
      );
    }));

  it('begins every primary and unique key of a tenant table with project_id, so that it can be distributed by it', async () => {
    const keys = await db.database.query<{ table_name: string; index_name: string; first: string }>(
      `SELECT t.relname AS table_name, i.relname AS index_name, a.attname AS first
       FROM pg_index x
       JOIN pg_class i ON i.oid = x.indexrelid
       JOIN pg_class t ON t.oid = x.indrelid AND t.relnamespace = 'public'::regnamespace
       JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = x.indkey[0]
       WHERE x.indisunique AND EXISTS (
         SELECT FROM pg_attribute p WHERE p.attrelid = t.oid AND p.attname = 'project_id' AND p.attnotnull)`,
    );
    expect(keys.length).toBeGreaterThan(10);
    expect(keys.filter((key) => key.first !== 'project_id')).toEqual([]);
  });

  it('carries project_id in every key between tenant tables, so that no row points into another project', async () => {
    const loose = await db.database.query(
      `SELECT c.conname FROM pg_constraint c
       WHERE c.contype = 'f' AND c.connamespace = 'public'::regnamespace AND c.confrelid <> 'projects'::regclass
         AND EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = c.conrelid AND p.attname = 'project_id' AND p.attnotnull)
         AND EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = c.confrelid AND p.attname = 'project_id' AND p.attnotnull)
         AND NOT EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = c.conrelid AND p.attname = 'project_id' AND p.attnum = ANY (c.conkey))`,
    );
    expect(loose).toEqual([]);
  });

  it('has row-level security under every tenant table, for its owner too and held to a reach', async () => {
    const bare = await db.database.query<{ name: string }>(
      `SELECT t.relname AS name FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relkind IN ('r', 'p')
         AND NOT t.relispartition AND (t.relname = 'projects' OR EXISTS (SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'project_id'))
         AND NOT (t.relrowsecurity AND t.relforcerowsecurity AND EXISTS (
           SELECT FROM pg_policy p WHERE p.polrelid = t.oid AND NOT p.polpermissive AND p.polcmd = '*'
             AND pg_get_expr(p.polqual, p.polrelid) LIKE '%kag.projects%'))`,
    );
    // A token is its person's, whichever project it is good for.
    expect(bare).toEqual([{ name: 'api_tokens' }]);
  });

  it('lets the server’s own role at partitions through their table only, where the wall is', async () => {
    const parts = await db.database.query<{ name: string; open: boolean }>(
      `SELECT t.relname AS name, EXISTS (SELECT FROM aclexplode(t.relacl) a WHERE a.grantee <> t.relowner) AS open
       FROM pg_class t WHERE t.relnamespace = 'public'::regnamespace AND t.relispartition AND t.relkind = 'r'`,
    );
    expect(parts.length).toBeGreaterThan(0);
    expect(parts.filter(({ open }) => open)).toEqual([]);
  });

  it('goes down to nothing and up again to the same', async () => {
    const before = await fingerprint();
    const source = await migrationSource(db.url);
    try {
      for (const _migration of migrations) await source.undoLastMigration();
      const left = await db.database.query(
        `SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'schema_migrations'`,
      );
      expect(left).toEqual([]);
      expect(await pendingMigrations((text) => db.database.query(text))).toHaveLength(migrations.length);
      await source.runMigrations();
    } finally {
      await source.destroy();
    }
    expect(await fingerprint()).toEqual(before);
  });

  it('is migrated once when many processes start together', async () => {
    const source = await migrationSource(db.url);
    await source.undoLastMigration();
    await source.destroy();
    // The embedded database belongs to one process and has one session: there, one after the other.
    const ran = [];
    if (db.embedded) for (let i = 0; i < 3; i++) ran.push(await migrate(db.url, TEST_PARTITIONS));
    else ran.push(...(await Promise.all(Array.from({ length: 20 }, () => migrate(db.url, TEST_PARTITIONS)))));
    expect(ran.flat()).toHaveLength(1);
    expect(await pendingMigrations((text) => db.database.query(text))).toEqual([]);
  });

  it('lists every migration file', async () => {
    const files = (await readdir(join(ROOT, 'migrations'))).filter((file) => file.endsWith('.ts'));
    expect(migrations).toHaveLength(files.length);
    expect(migrations.map((migration) => migration.name.slice(-13))).toEqual(
      files.map((file) => file.slice(0, 13)).sort(),
    );
  });
});

describeOnServer('a migration that meets a lock of others', () => {
  it('lets others work on that table meanwhile, and is done once the lock is free', async () => {
    const source = await migrationSource(db.url);
    await source.undoLastMigration();
    await source.destroy();
    const [holder, other] = [new pg.Client(db.url), new pg.Client(db.url)];
    await Promise.all([holder.connect(), other.connect()]);
    await holder.query('BEGIN; LOCK TABLE kag_event_log IN ROW EXCLUSIVE MODE');
    const done = migrate(db.url, TEST_PARTITIONS);
    await until('the migration waits for the lock', async () => {
      const { rowCount } = await other.query(
        `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'
           AND query LIKE '%ON kag_event_log%FOR EACH ROW%'`,
      );
      return rowCount;
    });
    // It stands behind the migration until that has given up its turn.
    await other.query('BEGIN; LOCK TABLE kag_event_log IN ROW EXCLUSIVE MODE; COMMIT');
    await holder.query('COMMIT');
    expect(await done).toEqual(['PartitionEventLog1763904700000']);
    await Promise.all([holder.end(), other.end()]);
  });
});
