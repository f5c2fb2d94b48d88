import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { killWorker } from '../../scenarios/kill-worker.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

it('leaves the tables equal to the source when the worker is killed in the middle of a first sync', async () => {
  const said: string[] = [];
  const outcome = await killWorker({
    databaseUrl: db.url,
    kills: 3,
    // Pages of conversations that are a batch each: more than the three that are stored before the last worker begins.
    conversations: 100,
    // Before anything is stored, after the second batch, and after one.
    batches: (kills) => [0, 2, 1][kills]!,
    hurry: true,
    quiet: true,
    say: (line) => said.push(line),
  });
  expect(outcome).toMatchObject({ kills: 3, attempts: 4, differences: [] });
  expect(said).toHaveLength(3);
});
