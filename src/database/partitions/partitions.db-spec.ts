import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { DataSource, type QueryRunner } from 'typeorm';
import { PartitionEventLog1763904700000 } from '../../../migrations/1763904700000-partition-event-log.js';
import { schemaOf } from '../../../test/support/database-contents.js';
import { expectLeftAsFound, shapeOf } from '../../../test/support/left-as-found.js';
import { describeOnServer } from '../../../test/support/on-a-server.js';
import { openTestDatabase, withClient, type TestDatabase } from '../../../test/support/test-database.js';
import { TEST_PARTITIONS } from '../../../test/support/to-head.js';
import { until } from '../../../test/support/until.js';
import { dataSourceOptions } from '../data-source-options.js';
import { NO_DEADLINES } from '../server-client.js';
import { installWith, partitionTable, uniteTable } from './index.js';

const CHUNK = `INSERT INTO rag_chunks (project_id, id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at)`;

let db: TestDatabase;
let projects: string[];

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

beforeEach(async () => {
  await db.database.run('DELETE FROM projects');
  const scope = await db.database.query<{ id: string }>(
    `INSERT INTO account_scopes (key, name) VALUES (md5(random()::text), 'A') RETURNING id`,
  );
  const made = await db.database.query<{ id: string }>(
    `INSERT INTO projects (account_scope_id, name) SELECT $1, 'P' || n FROM generate_series(1, 20) n RETURNING id`,
    [scope[0]!.id],
  );
  projects = made.map(({ id }) => id);
});

/** A session of a migration's. */
async function migrating<T>(work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const deadlines = { ...NO_DEADLINES, lock: 3_000 };
  const source = await new DataSource(dataSourceOptions(db.url, 1, deadlines)).initialize();
  try {
    return await work(source.createQueryRunner());
  } finally {
    await source.destroy();
  }
}

const unite = () =>
  migrating(async (runner) => {
    await runner.startTransaction();
    await uniteTable(runner, 'rag_chunks');
    await runner.commitTransaction();
  });
const partition = (partitions = TEST_PARTITIONS) =>
  migrating((runner) => partitionTable(runner, 'rag_chunks', partitions));

const fill = (each: number) =>
  db.database.run(
    `${CHUNK} SELECT p, gen_random_uuid(), 'message', n, 0, 'text ' || n, md5(n::text), '', now()
     FROM unnest($1::uuid[]) p, generate_series(1, $2::int) n`,
    [projects, each],
  );
const contents = async () => {
  const [row] = await db.database.query<{ rows: number; digest: string }>(
    `SELECT count(*)::int AS rows, md5(string_agg(md5(c::text), ',' ORDER BY project_id, id)) AS digest FROM rag_chunks c`,
  );
  return row;
};
/** How many partitions have rows of each project, and how many there are. */
const spread = async () => {
  const [row] = await db.database.query<{ most: number; parts: number }>(
    `SELECT (SELECT max(n)::int FROM (SELECT count(DISTINCT tableoid) AS n FROM rag_chunks GROUP BY project_id) AS each) AS most,
       (SELECT count(*)::int FROM pg_inherits WHERE inhparent = 'rag_chunks'::regclass) AS parts`,
  );
  return row;
};

describe('a table in partitions', () => {
  it('has all that it had as one table, and is one again the same way', async () => {
    await fill(30);
    const before = {
      contents: await contents(),
      schema: await schemaOf(db.database),
      shape: await withClient(db.url, shapeOf),
    };
    await unite();
    expect(await contents()).toEqual(before.contents);
    expect(await spread()).toEqual({ most: 1, parts: 0 });
    await partition();
    expect(await contents()).toEqual(before.contents);
    expect(await schemaOf(db.database)).toEqual(before.schema);
    expectLeftAsFound(before.shape, await withClient(db.url, shapeOf));
  });

  it('keeps a project’s rows in one of as many as are asked for, and stays so', async () => {
    await fill(3);
    await unite();
    await partition(7);
    expect(await spread()).toEqual({ most: 1, parts: 7 });
    await partition(3);
    expect(await spread()).toEqual({ most: 1, parts: 7 });
    await unite();
    await partition();
    expect(await spread()).toEqual({ most: 1, parts: TEST_PARTITIONS });
  });

  it('removes the rows of a project that goes, and takes none of one that is not there', async () => {
    await fill(3);
    await db.database.run('DELETE FROM projects WHERE id = $1', [projects[0]]);
    expect(await contents()).toMatchObject({ rows: 57 });
    const orphan = db.database.run(`${CHUNK} VALUES ($1, gen_random_uuid(), 'message', 'a', 0, '', '', '', now())`, [
      projects[0],
    ]);
    await expect(orphan).rejects.toMatchObject({ code: '23503' });
  });
});

it('counts events on from where they were, whichever has gone meanwhile', async () => {
  const newId = async () => {
    const [row] = await db.database.query<{ id: string }>(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, dedupe_key)
       VALUES ($1, 'message_sent', now(), 'client', 'chatwoot', gen_random_uuid()::text) RETURNING id`,
      [projects[0]],
    );
    return Number(row!.id);
  };
  const first = await newId();
  await db.database.run('DELETE FROM kag_event_log');
  const migration = new PartitionEventLog1763904700000();
  await migrating(async (runner) => {
    await runner.startTransaction();
    await migration.down(runner);
    await runner.commitTransaction();
  });
  expect(await newId()).toBe(first + 1);
  await db.database.run('DELETE FROM kag_event_log');
  await migrating(async (runner) => {
    installWith(runner.connection, TEST_PARTITIONS);
    await migration.up(runner);
  });
  expect(await newId()).toBe(first + 2);
  await expect(db.database.run(`UPDATE kag_event_log SET actor = 'team'`)).rejects.toThrow('append-only');
});

describeOnServer('a table that is split while it is written to', () => {
  const ROWS_OF_EACH = 400;

  beforeEach(async () => {
    await unite();
    await fill(ROWS_OF_EACH);
  });
  afterAll(() => partition());

  /** Whether the copy has so many rows. */
  const copied = (rows: number) =>
    until(`${rows} rows are copied`, async () => {
      const [there] = await db.database.query<{ there: boolean }>(
        `SELECT to_regclass('next_rag_chunks') IS NOT NULL AS there`,
      );
      if (!there?.there) return false;
      const [row] = await db.database.query<{ rows: number }>('SELECT count(*)::int AS rows FROM next_rag_chunks');
      return row!.rows >= rows;
    });

  it('ends with every change that was made meanwhile, whoever made it', async () => {
    const writers = [0, 1, 2].map((number) => new Writer(number));
    const writing = writers.map((writer) => writer.write());
    await until('all have begun', () => writers.every(({ done }) => done > 0));
    await partition();
    await until('all go on', () => writers.every((writer) => writer.done > writer.stop()));
    await Promise.all(writing);
    const stored = await db.database.query<{ id: string; text: string }>(
      `SELECT id, text FROM rag_chunks WHERE source_id LIKE 'writer%'`,
    );
    const expected = writers.flatMap(({ rows }) => [...rows].map(([id, text]) => `${id} ${text}`));
    expect(stored.map(({ id, text }) => `${id} ${text}`).sort()).toEqual(expected.sort());
    const kept = writers.reduce((sum, { taken }) => sum - taken, projects.length * ROWS_OF_EACH);
    expect(await contents()).toMatchObject({ rows: kept + expected.length });
    expect(await spread()).toEqual({ most: 1, parts: TEST_PARTITIONS });
  });

  it('goes on where a crash has ended it', async () => {
    const before = await contents();
    await withClient(db.url, async (holder) => {
      // The last row is held, so that the copying stands still short of it.
      await holder.query(`BEGIN; SELECT FROM rag_chunks ORDER BY project_id DESC, id DESC LIMIT 1 FOR UPDATE`);
      const split = partition();
      await Promise.race([copied(5_000), split]);
      await until('the session has ended', async () => {
        const ended = await db.database.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()
             AND query LIKE '%FROM rag_chunks%FOR KEY SHARE%' AND pid <> pg_backend_pid()`,
        );
        return ended.length > 0;
      });
      await expect(split).rejects.toThrow();
      await holder.query('ROLLBACK');
    });
    expect(await spread()).toMatchObject({ parts: 0 });
    await partition();
    expect(await contents()).toEqual(before);
    expect(await spread()).toEqual({ most: 1, parts: TEST_PARTITIONS });
  });

  it('waits for whoever holds rows, and lets all others work on', async () => {
    await withClient(db.url, async (holder) => {
      await holder.query(`BEGIN; SELECT FROM rag_chunks ORDER BY project_id DESC, id DESC LIMIT 1 FOR UPDATE`);
      const split = partition();
      await Promise.race([copied(5_000), split]);
      await db.database.run(`UPDATE rag_chunks SET text = 'meanwhile' WHERE source_id = '7'`);
      await holder.query('COMMIT');
      await split;
    });
    const rows = await db.database.query(`SELECT FROM rag_chunks WHERE text = 'meanwhile'`);
    expect(rows).toHaveLength(projects.length);
  });
});

/** Inserts, changes and deletes rows by turns until it is told to stop, and knows what has to be there then. */
class Writer {
  readonly rows = new Map<string, string>();
  done = 0;
  /** Rows of others that it has deleted. */
  taken = 0;
  private until = Infinity;

  constructor(private readonly number: number) {}

  /** Lets it end after one more turn; returns how many it had done. */
  stop(): number {
    if (this.until === Infinity) this.until = this.done + 1;
    return this.until - 1;
  }

  async write(): Promise<void> {
    const client = new pg.Client(db.url);
    await client.connect();
    try {
      while (this.done < this.until) {
        await this.turn(client);
        this.done += 1;
      }
    } finally {
      await client.end();
    }
  }

  private async turn(client: pg.Client): Promise<void> {
    const project = projects[(this.done * 7 + this.number) % projects.length];
    const { rows } = await client.query<{ id: string; text: string }>(
      `${CHUNK} VALUES ($1, gen_random_uuid(), 'message', $2, 0, 'new', '', '', now()) RETURNING id, text`,
      [project, `writer ${this.number} ${this.done}`],
    );
    for (const { id, text } of rows) this.rows.set(id, text);
    const [changed, gone] = [...this.rows.keys()].filter((_, at) => (at + this.done) % 5 === 0);
    if (changed) {
      await client.query(`UPDATE rag_chunks SET text = $2 WHERE id = $1`, [changed, `changed ${this.done}`]);
      this.rows.set(changed, `changed ${this.done}`);
    }
    if (gone) {
      await client.query(`DELETE FROM rag_chunks WHERE id = $1`, [gone]);
      this.rows.delete(gone);
    }
    const { rowCount } = await client.query(
      `DELETE FROM rag_chunks WHERE project_id = $1 AND source_id = $2 AND source_id NOT LIKE 'writer%'`,
      [project, String((this.done % 300) + 1)],
    );
    this.taken += rowCount ?? 0;
  }
}
