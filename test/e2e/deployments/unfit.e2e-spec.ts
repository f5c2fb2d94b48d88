import { afterEach, expect, it } from '@jest/globals';
import { bringToHead } from '../../../src/bring-to-head.js';
import { assertUsable } from '../../../src/database/index.js';
import { doctor, type Check } from '../../../src/ops/index.js';
import { describeOnServer, SERVER } from '../../support/on-a-server.js';
import { makeDatabase, type OwnDatabase } from '../../support/other-databases.js';

describeOnServer('a database that does not fit', () => {
  let own: OwnDatabase;
  afterEach(() => own.drop());

  it('is refused at the start where it can’t keep every character, and the doctor says so', async () => {
    own = await makeDatabase(SERVER, `ENCODING LATIN1 LOCALE 'C'`);
    const refusal = /keeps text as LATIN1; the server needs UTF8.*CREATE DATABASE .* ENCODING 'UTF8'/s;
    await expect(bringToHead(own.url)).rejects.toThrow(refusal);
    await expect(assertUsable(own.url)).rejects.toThrow(refusal);
    let text = '';
    const env = { NODE_ENV: 'test', DATABASE_URL: own.url };
    await doctor(['--json'], env, { write: (more) => (text += more), columns: 160 });
    expect(text).toContain('The database keeps text as LATIN1');
  });

  it('is refused before any migration where pgvector is out of sight, and migrated once it is on the path', async () => {
    own = await makeDatabase(SERVER);
    await own.asSuperuser('CREATE SCHEMA extensions; CREATE EXTENSION vector SCHEMA extensions');
    await expect(bringToHead(own.url)).rejects.toThrow(
      /pgvector is in the schema extensions.*ALTER ROLE .* SET search_path = "\$user", public, extensions/s,
    );
    expect(await own.asSuperuser(`SELECT FROM pg_tables WHERE schemaname = 'public'`)).toEqual([]);
    await own.alter('SET search_path = "$user", public, extensions');
    expect(await bringToHead(own.url)).toContain('the tables of the queue');
  });

  it('works without the wall between projects, and the doctor says what raises it', async () => {
    own = await makeDatabase(SERVER);
    const login = await own.role();
    await own.asSuperuser(
      `CREATE EXTENSION vector; CREATE EXTENSION btree_gin; GRANT ALL ON SCHEMA public TO ${login.name};
       CREATE SCHEMA pgboss AUTHORIZATION ${login.name}`,
    );
    await bringToHead(login.url);
    const seen = await wallSeen(login.url);
    expect(seen).toMatchObject({ status: 'warn', observed: expect.stringContaining('there is no role') });
    const statements = seen.remedy.map(({ run }) => /^psql "\$DATABASE_URL" -c '(.*)'$/.exec(run ?? '')?.[1]);
    expect([statements.length, statements.pop(), seen.remedy.at(-1)?.run]).toEqual([3, undefined, 'npm run migrate']);
    for (const statement of statements) await own.asSuperuser(statement!);
    await bringToHead(login.url);
    expect(await wallSeen(login.url)).toMatchObject({ status: 'ok', remedy: [] });
  });

  async function wallSeen(url: string): Promise<Check> {
    let text = '';
    await doctor(
      ['--json'],
      { NODE_ENV: 'test', DATABASE_URL: url },
      { write: (more) => (text += more), columns: 160 },
    );
    return (JSON.parse(text) as { server: Check[] }).server.find(({ id }) => id === 'project_wall')!;
  }
});
