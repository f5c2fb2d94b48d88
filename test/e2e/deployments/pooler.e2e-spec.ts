import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { doctor, type Check } from '../../../src/ops/index.js';
import { describeThroughPooler, startPooler, type Pooler } from '../../support/pooler.js';
import { openTestDatabase, type TestDatabase } from '../../support/test-database.js';

describeThroughPooler('the doctor', () => {
  let db: TestDatabase;
  let pooler: Pooler;
  beforeAll(async () => {
    db = await openTestDatabase({ poolMax: 1 });
    pooler = await startPooler();
  });
  afterAll(async () => {
    await pooler.stop();
    await db.close();
  });

  async function seen(env: Record<string, string>): Promise<Check | undefined> {
    let text = '';
    await doctor(['--json'], { NODE_ENV: 'test', ...env }, { write: (more) => (text += more), columns: 160 });
    return (JSON.parse(text) as { server: Check[] }).server.find(({ id }) => id === 'pooler');
  }

  it('says that a pooler stands before the database and no way leads past it', async () => {
    expect(await seen({ DATABASE_URL: pooler.through(db.url) })).toMatchObject({
      status: 'warn',
      remedy: [{ set: { DATABASE_DIRECT_URL: '<url>' } }],
    });
  });

  it('is content where one does, and where there is no pooler', async () => {
    const both = { DATABASE_URL: pooler.through(db.url), DATABASE_DIRECT_URL: db.url };
    expect(await seen(both)).toMatchObject({ status: 'ok', remedy: [] });
    expect(await seen({ DATABASE_URL: db.url })).toMatchObject({ status: 'ok', remedy: [] });
  });
});
