import { afterEach, describe, expect, it } from '@jest/globals';
import { Latch } from '../support/latch.js';
import { project } from '../support/people.js';
import { syncedApp } from '../support/synced-app.js';
import { until } from '../support/until.js';

const app = syncedApp(['chatwoot'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });
let latch = new Latch();
afterEach(() => latch.open());

const start = async (path: string) =>
  (await app.admin.post(path).set('prefer', 'respond-async')).body.job_run_id as string;
const runOf = async (id: string) => (await app.admin.get(`/jobs/runs/${id}`)).body.run;
const stateOf = async () => (await app.admin.get('/connectors/state')).body.connectors[0];
const count = async () =>
  (await app.server.db.database.query(`SELECT FROM cw_conversations WHERE project_id = $1`, [app.projectId])).length;

/**
 * The vendor answers once the gate is open.
 * @returns whether it was asked
 */
function hold(): () => boolean {
  latch = new Latch();
  let asked = false;
  app.sandbox.faults.add({ match: '/messages', kind: 'latency', until: () => latch.opened, hit: () => (asked = true) });
  return () => asked;
}

describe('a run that is cancelled', () => {
  it('while it is under way stops, writes nothing more, and the next goes on where it was', async () => {
    const asked = hold();
    const id = await start('/connectors/chatwoot/sync');
    await until('the vendor is asked', asked);
    const answer = await app.admin.post(`/jobs/runs/${id}/cancel`);
    expect(answer.status).toBe(200);
    expect(answer.body.run).toMatchObject({ id, status: 'cancelled', error: { code: 'job_cancelled' } });
    // Its worker hears of it although the vendor still says nothing.
    await until('the connector is free', async () => (await stateOf()).status === 'idle');
    latch.open();
    expect(await count()).toBe(0);
    expect(await runOf(id)).toMatchObject({ status: 'cancelled', finished_at: expect.any(String) });
    app.sandbox.faults.clear();
    const next = await app.admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
    expect(next.body.result).toMatchObject({ status: 'ok' });
    expect(await stateOf()).toMatchObject({ status: 'ok', last_error: null });
    expect(await count()).toBe(app.sandbox.world.snapshot().conversations.length);
  });

  it('takes its parts with it', async () => {
    const asked = hold();
    const id = await start('/connectors/sync');
    await until('the vendor is asked', asked);
    await app.admin.post(`/jobs/runs/${id}/cancel`);
    const { runs } = (await app.admin.get('/jobs/runs?job_type=chatwoot_sync')).body;
    expect(runs).toMatchObject([{ parent_run_id: id, status: 'cancelled' }]);
    await until('the connector is free', async () => (await stateOf()).status === 'idle');
  });

  it('is told in the audit, answers the same again, and no more once it has ended otherwise', async () => {
    hold();
    const id = await start('/connectors/chatwoot/sync');
    await app.admin.post(`/jobs/runs/${id}/cancel`);
    const { events } = (await app.admin.get('/audit?action=job_run.cancelled')).body;
    expect(events[0]).toMatchObject({ entity_id: id, actor_name: 'admin', after: { job_type: 'chatwoot_sync' } });
    expect((await app.admin.post(`/jobs/runs/${id}/cancel`)).body.run).toMatchObject({ status: 'cancelled' });
    latch.open();
    app.sandbox.faults.clear();
    const done = await app.admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
    expect((await app.admin.post(`/jobs/runs/${done.body.job_run_id}/cancel`)).status).toBe(409);
  });

  it('is one of the project that was asked about', async () => {
    hold();
    const id = await start('/connectors/chatwoot/sync');
    const other = await project(app.admin);
    expect((await app.admin.post(`/jobs/runs/${id}/cancel?project_id=${other}`)).status).toBe(404);
    await app.admin.post(`/jobs/runs/${id}/cancel`);
  });
});
