import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SnapshotsRepository } from '../../src/kag-snapshots/index.js';
import { snapshotOf } from '../../src/kag-snapshots/domain/snapshot.js';
import { THRESHOLDS } from '../../src/kag-signals/index.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { messageRef, reading } from '../support/readings.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const NO_COUNTS = {
  events_7d: 0,
  events_14d: 0,
  events_30d: 0,
  events_by_source_14d: { chatwoot: 0, linear: 0, attio: 0 },
  open_issues: 0,
  overdue_issues: 0,
  pipeline_amount: 0,
  pipeline_count: 0,
};

describe.each(['KAG_ENABLED', 'KAG_SNAPSHOTS_ENABLED'])('%s=false', (flag) => {
  let server: TestApp;
  let admin: Client;
  let projectId: string;

  beforeAll(async () => {
    server = await startTestApp({ env: { [flag]: 'false', ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
    admin = await server.signIn();
    projectId = await project(admin);
    await admin.post(`/projects/${projectId}/select`);
  });
  afterAll(() => server.close());

  it('turns the work off, says so, and leaves what there is to be read', async () => {
    const evidence = { activity_drop: [messageRef('m')] };
    const snapshot = snapshotOf(reading({ project_id: projectId, evidence }), '2026-02-03', NO_COUNTS, THRESHOLDS);
    await server.db.database.transaction((tx) =>
      server.app.get(SnapshotsRepository, { strict: false }).save(tx, [snapshot]),
    );
    const answer = await admin.post('/kag/snapshots/refresh').set('prefer', 'wait=55');
    expect([answer.status, answer.body.result]).toEqual([200, { skipped: 'feature_disabled', flag }]);
    const { snapshots } = (await admin.get('/kag/snapshots')).body;
    expect(snapshots).toMatchObject([{ snapshot_date: '2026-02-03', evidence_refs: [messageRef('m')] }]);
    expect((await admin.get('/kag/outcomes')).status).toBe(200);
  });
});
