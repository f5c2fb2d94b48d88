import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { describeOnServer, SERVER } from '../../support/on-a-server.js';
import { makeDatabase, openOwnDatabase, type OwnDatabase } from '../../support/other-databases.js';
import { project } from '../../support/people.js';
import { startTestApp } from '../../support/test-app.js';
import type { TestDatabase } from '../../support/test-database.js';
import { TestJobs, TestJobsModule } from '../../support/test-jobs.js';

describeOnServer('a process', () => {
  let own: OwnDatabase;
  let db: TestDatabase;
  let role: { name: string; url: string };
  beforeAll(async () => {
    own = await makeDatabase(SERVER);
    db = await openOwnDatabase(own);
    role = await own.role();
    await own.asSuperuser(`GRANT pg_read_all_data, pg_write_all_data TO ${role.name}`);
  });
  afterAll(() => db.close());

  const connections = async () => {
    const counted = await own.asSuperuser(
      `SELECT count(*)::int AS number FROM pg_stat_activity WHERE usename = '${role.name}'`,
    );
    return (counted as { number: number }[])[0]?.number ?? 0;
  };

  it.each([2, 3, 4, 9])('does all its work with %i connections where that is DATABASE_POOL_MAX', async (max) => {
    const server = await startTestApp({
      db: { ...db, url: role.url },
      modules: [TestJobsModule],
      env: { ROLE: 'all', DATABASE_POOL_MAX: String(max), DISPATCH_INTERVAL_SECONDS: '3600' },
    });
    try {
      server.app.get(TestJobs).release();
      const admin = await server.signIn();
      await admin.post(`/projects/${await project(admin)}/select`);
      const seen = await Promise.all(
        Array.from({ length: 12 }, async (_, i) => {
          const asked = i % 2 ? admin.get('/projects') : admin.post('/test-jobs/parent').set('prefer', 'wait=55');
          return [(await asked).status, await connections()] as const;
        }),
      );
      expect(seen.map(([status]) => status)).toEqual(seen.map(() => 200));
      const most = Math.max(...seen.map(([, number]) => number));
      expect(most).toBeLessThanOrEqual(max);
      // The queue has one at the least, and one that listens comes on top.
      expect(most).toBeGreaterThanOrEqual(max >= 4 ? 3 : 2);
    } finally {
      await server.close();
    }
  });
});
