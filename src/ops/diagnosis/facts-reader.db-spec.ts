import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { everyStatementDuring } from '../../../test/support/statements.js';
import { newProject } from '../../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { SystemClock } from '../../common/clock.js';
import { readConfig } from '../../config/index.js';
import { Database, fromReplica, Replica } from '../../database/index.js';
import { CredentialSeal } from '../../projects/index.js';
import { FactsReader } from './facts-reader.js';

/** What is judged by the primary's time: the server, its processes, and what they were to do by now. */
const OF_THE_PRIMARY = ['schema_migrations', 'pgboss.instance', 'scheduled_jobs s'];

// The same database stands for its standby: what differs is who answers.
let db: TestDatabase;
let replica: Replica;

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 1 });
  replica = new Replica({ url: db.url, connections: 2, maxLagMs: 5000 });
  replica.seen({ follows: true, replayed: 500n, behindMs: 0 });
});
afterAll(async () => {
  await replica.close();
  await db.close();
});

it('asks the primary what is held to its time, and a standby the rest', async () => {
  const config = readConfig({ NODE_ENV: 'test' });
  const database = new Database(db.dataSource, replica);
  const none = () => Promise.resolve(null);
  const reader = new FactsReader(database, config, new CredentialSeal(config), new SystemClock(), none, none);
  const project = { id: await newProject(db), name: 'any' };
  const atPrimary = await everyStatementDuring(() => fromReplica(null, () => reader.read(project, null)));
  const asked = OF_THE_PRIMARY.map((table) => atPrimary.filter((text) => text.includes(`FROM ${table}`)).length);
  expect(asked).toEqual([1, 1, 1]);
  expect(atPrimary.filter((text) => /connector_errors|rag_chunks|kag_event_log/.test(text))).toEqual([]);
  expect([...replica.reads].filter(([, count]) => count > 0)).toEqual([['replica', expect.any(Number)]]);
});
