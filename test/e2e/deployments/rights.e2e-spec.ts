import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { bringToHead } from '../../../src/bring-to-head.js';
import { databaseFailure, migrate, openDatabase } from '../../../src/database/index.js';
import { describeOnServer, SERVER } from '../../support/on-a-server.js';
import { makeDatabase, type OwnDatabase } from '../../support/other-databases.js';
import { project } from '../../support/people.js';
import { startTestApp } from '../../support/test-app.js';
import { TestJobs, TestJobsModule } from '../../support/test-jobs.js';

/** As docs/deployment.md has them. */
const SERVES = (role: string) => `
  GRANT USAGE ON SCHEMA public, pgboss TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, pgboss TO ${role};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, pgboss TO ${role};
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA pgboss TO ${role}`;

describeOnServer('a role with few rights', () => {
  let own: OwnDatabase;
  beforeEach(async () => {
    own = await makeDatabase(SERVER);
  });
  afterEach(() => own.drop());

  const refused = async (url: string) => {
    const error: unknown = await bringToHead(url).catch((thrown: unknown) => thrown);
    return databaseFailure(error, url)?.message;
  };
  const name = () => new URL(own.url).pathname.slice(1);

  it('serves what the owner has migrated, and changes no table', async () => {
    await bringToHead(own.url);
    expect(await bringToHead(own.url)).toEqual([]);
    const role = await own.role();
    await own.asSuperuser(SERVES(role.name));
    const owner = await openDatabase(own.url);
    const db = { url: role.url, embedded: false, database: owner.database } as never;
    const server = await startTestApp({
      db,
      modules: [TestJobsModule],
      env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' },
    });
    try {
      server.app.get(TestJobs).release();
      const admin = await server.signIn();
      await admin.post(`/projects/${await project(admin)}/select`);
      expect((await admin.post('/test-jobs/parent').set('prefer', 'wait=55')).status).toBe(200);
      const ready = await server.visitor().get('/health/ready');
      expect([ready.status, ready.body.error]).toEqual([200, {}]);
    } finally {
      await server.close();
      await owner.close();
    }
  });

  it('is told to migrate where it would have to make the queue’s tables as it starts', async () => {
    await migrate(own.url);
    const role = await own.role();
    await own.asSuperuser(`GRANT pg_read_all_data, pg_write_all_data TO ${role.name}`);
    await expect(startTestApp({ db: { url: role.url, embedded: false } as never })).rejects.toThrow(
      /The database lacks the tables of the queue\. Run npm run migrate/,
    );
  });

  it('is told which right it lacks to make an extension, and who gives it', async () => {
    const role = await own.role();
    await own.asSuperuser(`GRANT ALL ON SCHEMA public TO ${role.name}`);
    expect(await refused(role.url)).toMatch(
      /refuses the role .* a right: .*extension "vector".*CREATE EXTENSION vector;/s,
    );
  });

  it('is told which right it lacks to make the queue’s schema, and migrates where that is its own', async () => {
    const role = await own.role();
    await own.asSuperuser(
      `CREATE EXTENSION vector; CREATE EXTENSION btree_gin; GRANT ALL ON SCHEMA public TO ${role.name}`,
    );
    expect(await refused(role.url)).toContain(`GRANT CREATE ON DATABASE "${name()}" TO "${role.name}"`);
    await own.asSuperuser(`CREATE SCHEMA pgboss AUTHORIZATION ${role.name}`);
    expect(await bringToHead(role.url)).toEqual(['the tables of the queue']);
    expect(await bringToHead(role.url)).toEqual([]);
  });
});
