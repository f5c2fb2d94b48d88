import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { CreateGithub1763903600000 } from '../../migrations/1763903600000-create-github.js';
import { SOURCE_TABLES } from '../../src/connectors/vendors.js';
import { migrations, type Migration } from '../../src/database/migrations.js';
import { contentsOf, differences, emptyColumns, schemaOf, type Contents } from '../support/database-contents.js';
import { fillDatabase } from '../support/filled-database.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { migrationSource, toHead } from '../support/to-head.js';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import { startSandbox } from '../../sandbox/sandbox.js';
import { EMPTY_COLUMNS } from './empty-columns.js';

/** The newest first: each is gone back over once those after it are undone. */
const STEPS = migrations.map((migration, index) => ({ name: migration.name, known: index + 1 })).reverse();

let db: TestDatabase;
let fresh: unknown[];
/** Where the step before has left the database. */
let schema: unknown[];
let contents: Contents;

beforeAll(async () => {
  db = await openTestDatabase();
  fresh = await schemaOf(db.database);
  const sandbox = await startSandbox({ agency: STORY_DAYS });
  try {
    await fillDatabase(db, sandbox);
  } finally {
    await sandbox.close();
  }
  [schema, contents] = [fresh, await contentsOf(db.database)];
});
afterAll(async () => {
  // The wall went with the tables.
  await toHead(db.url);
  await db.close();
});

/** The database as the code finds it that knows so many migrations and no later ones. */
async function knowing<T>(count: number, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await migrationSource(db.url, count);
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const tableOf = (what: string) => what.split('.')[0]!;
const isIn = (where: Contents, what: string) => {
  const [table = '', column] = what.split('.');
  return column === undefined ? where.has(table) : where.get(table)?.columns[column] !== undefined;
};

describe('a database in use', () => {
  it('has something in every table', () => {
    expect([...contents].filter(([, { rows }]) => rows === 0).map(([table]) => table)).toEqual([]);
  });

  it('has something in every column but those that are known, vendors’ records apart', async () => {
    const records: readonly string[] = SOURCE_TABLES.map(({ table }) => table);
    const empty = await emptyColumns(db.database);
    const own = empty.filter((name) => !records.includes(tableOf(name)));
    expect(own.sort()).toEqual([...EMPTY_COLUMNS].sort());
  });

  it.each(STEPS)('goes down and up by $name, and loses what that says and nothing else', async ({ name, known }) => {
    const seen = await knowing(known, async (source) => {
      const { loses = [] } = source.migrations.at(-1) as Migration;
      await source.undoLastMigration();
      const ran = await source.runMigrations();
      const again = { schema: await schemaOf(db.database), contents: await contentsOf(db.database) };
      await source.undoLastMigration();
      const below = { schema: await schemaOf(db.database), contents: await contentsOf(db.database) };
      return { loses, ran: ran.map((each) => each.name), below, again };
    });
    const before = { schema, contents };
    // Before anything is expected: the next step goes on from here.
    ({ schema, contents } = seen.below);
    expect(seen.ran).toEqual([name]);
    expect(seen.again.schema).toEqual(before.schema);
    // What a migration makes goes with it, and so does all that is in it.
    const made = [...before.contents.keys()].filter((table) => !contents.has(table));
    const lost = differences(before.contents, seen.again.contents).filter((what) => !made.includes(tableOf(what)));
    expect(lost.filter((what) => !seen.loses.includes(what) && !seen.loses.includes(tableOf(what)))).toEqual([]);
    expect(seen.loses.filter((what) => !isIn(before.contents, what))).toEqual([]);
  });

  it('is gone at the end of the way down, and as a new one after the way up', async () => {
    expect([...contents.keys()]).toEqual([]);
    await knowing(migrations.length, (source) => source.runMigrations());
    expect(await schemaOf(db.database)).toEqual(fresh);
  });
});

it('widens the check of the event log without reading the log through', async () => {
  const asked: string[] = [];
  await new CreateGithub1763903600000().up({ query: async (text: string) => void asked.push(text) } as never);
  expect(asked.filter((text) => /kag_event_log ADD CONSTRAINT/.test(text))).toEqual([
    expect.stringMatching(/ NOT VALID$/),
  ]);
});
