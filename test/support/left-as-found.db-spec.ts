import { afterAll, beforeAll, expect, it } from '@jest/globals';
import pg from 'pg';
import { expectLeftAsFound, shapeOf } from './left-as-found.js';
import { openTestDatabase, type TestDatabase } from './test-database.js';
import { toHead } from './to-head.js';

let db: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  db = await openTestDatabase();
  client = new pg.Client({ connectionString: db.url });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await toHead(db.url);
  await db.close();
});

it('tells of a table that was made again without its wall, and is content once that is back', async () => {
  const found = await shapeOf(client);
  expectLeftAsFound(found, found);
  await client.query('ALTER TABLE rag_chunks DISABLE ROW LEVEL SECURITY');
  const left = await shapeOf(client);
  expect(() => expectLeftAsFound(found, left)).toThrow(/otherwise than it found it.*\n.*rag_chunks/);
  await toHead(db.url);
  expectLeftAsFound(found, await shapeOf(client));
});
