import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { LeavingStatesRepository } from '../../src/connectors/core/leaving-states.repository.js';
import { SyncStateRepository } from '../../src/connectors/core/sync-state.repository.js';
import { Dispatcher } from '../../src/jobs/dispatcher.js';
import { RemovalKeeper } from '../../src/removal/index.js';
import type { Client } from '../support/client.js';
import { colleague, project, stranger } from '../support/people.js';
import { rowsOf, storeChatwoot } from '../support/stored-project.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { until } from '../support/until.js';

/** Without a worker: what is to be done in the background waits until one is started. */
let server: TestApp;
let admin: Client;
let id: string;

beforeAll(async () => {
  server = await startTestApp();
  admin = await server.signIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  id = await project(admin);
  await admin.post(`/projects/${id}/select`);
  await storeChatwoot(server.db.database, id, '1');
});

const there = () => server.db.database.query('SELECT FROM projects WHERE id = $1', [id]);
const messages = () =>
  server.db.database.query(
    `SELECT FROM pgboss.job WHERE name = 'runs' AND data::text LIKE '%' || $1 || '%' AND state < 'active'`,
    [id],
  );

async function work(): Promise<void> {
  const worker = await startTestApp({ db: server.db, env: { ROLE: 'worker', DISPATCH_INTERVAL_SECONDS: '3600' } });
  await until('the project is gone', async () => (await there()).length === 0);
  await worker.close();
}

describe('a project that is removed', () => {
  it('does not exist for anybody from then on, and nothing of it is stored in the end', async () => {
    const { name } = (await admin.get('/projects')).body.projects.find((one: { id: string }) => one.id === id);
    await admin.put(`/projects/${id}/sources/linear`, { external_id: null, credentials: { api_token: 'token' } });
    await server.app.get(Dispatcher).tick(id);
    expect((await rowsOf(server.db.database, id))['scheduled_jobs']).toBeGreaterThan(5);
    expect(await messages()).not.toEqual([]);
    const other = await project(admin);
    await storeChatwoot(server.db.database, other, '1');
    await server.app.get(Dispatcher).tick(other);
    const before = await rowsOf(server.db.database, other);

    const removed = await admin.delete(`/projects/${id}`);
    expect([removed.status, removed.body.project]).toEqual([200, expect.objectContaining({ id, name })]);
    expect((await admin.get(`/messages?project_id=${id}`)).body.error).toBe('project_not_found');
    expect((await admin.patch(`/projects/${id}`, { name: 'Renamed' })).status).toBe(404);
    expect((await admin.delete(`/projects/${id}`)).status).toBe(404);
    const listed = (await admin.get('/projects')).body;
    expect(listed.projects.map((one: { id: string }) => one.id)).not.toContain(id);
    expect(listed.active_project_id).not.toBe(id);
    expect((await admin.post('/projects', { name })).status).toBe(200);
    const rows = await rowsOf(server.db.database, id);
    expect([rows['project_sources'], rows['scheduled_jobs']]).toEqual([undefined, undefined]);

    await work();
    expect(await rowsOf(server.db.database, id)).toEqual({});
    expect(await messages()).toEqual([]);
    const kept = await rowsOf(server.db.database, other);
    for (const table of ['cw_messages', 'rag_chunks', 'past_case_outcomes', 'scheduled_jobs'])
      expect([table, kept[table]]).toEqual([table, before[table]]);
    const sessions = await server.db.database.query(`SELECT FROM sessions WHERE sess::text LIKE '%' || $1 || '%'`, [
      id,
    ]);
    expect(sessions).toEqual([]);
    const { events } = (await admin.get(`/audit?project_id=${other}&action=project.delete`)).body;
    expect(events[0]).toMatchObject({ entity_id: id, actor_name: 'admin', project_id: null, before: { name } });
  });

  it('is written to by no sync that was under way, and by none that begins', async () => {
    const { database } = server.db;
    const states = server.app.get(SyncStateRepository);
    const run = '00000000-0000-4000-8000-000000000001';
    expect(await states.claim(id, 'chatwoot', run, null)).not.toBeNull();
    await admin.delete(`/projects/${id}`);
    await expect(database.transaction((tx) => states.hold(tx, id, 'chatwoot', run))).rejects.toThrow();
    const cursor = { cursor_ts: null, cursor_id: null, page_cursor: null };
    await expect(database.transaction((tx) => states.advance(tx, id, 'chatwoot', run, cursor))).rejects.toThrow();
    expect(await states.claim(id, 'linear', run, null)).toBeNull();
    await expect(states.assertReadable(id, 'linear', null)).rejects.toThrow('removed');
    await work();
    await expect(storeChatwoot(database, id, '1')).rejects.toThrow('violates foreign key');
  });

  it('is scheduled no more, and removed by a later run where the first one was lost', async () => {
    await admin.delete(`/projects/${id}`);
    await server.db.database.run(`UPDATE job_runs SET status = 'failed', finished_at = now() WHERE project_id = $1`, [
      id,
    ]);
    await server.app.get(Dispatcher).tick(null);
    expect((await rowsOf(server.db.database, id))['scheduled_jobs']).toBeUndefined();
    const keeper = server.app.get(RemovalKeeper);
    await Promise.all([keeper.look(), keeper.look()]);
    const open = await server.db.database.query(
      `SELECT job_type FROM job_runs WHERE project_id = $1 AND status = 'queued'`,
      [id],
    );
    expect(open).toEqual([{ job_type: 'project_removal' }]);
    await work();
    expect(await rowsOf(server.db.database, id)).toEqual({});
  });

  it('may be in the middle of losing a source', async () => {
    await server.db.database.run(
      `UPDATE connector_sync_state SET leaving = 'all', leaving_since = now() WHERE project_id = $1`,
      [id],
    );
    await admin.delete(`/projects/${id}`);
    await work();
    expect(await server.app.get(LeavingStatesRepository).projects()).not.toContain(id);
  });

  it('is removed by admins who reach it, and by no one else', async () => {
    const operator = await colleague(server, 'operator');
    expect((await operator.client.delete(`/projects/${id}`)).status).toBe(403);
    const other = await stranger(server);
    expect((await other.client.delete(`/projects/${id}`)).body.error).toBe('project_not_found');
    expect(await there()).toHaveLength(1);
  });
});

describe('a run in a project that is losing a source', () => {
  it('can be cancelled all the same, and what has to go is begun again', async () => {
    await server.db.database.run(
      `UPDATE connector_sync_state SET leaving = 'all', leaving_since = now() WHERE project_id = $1`,
      [id],
    );
    expect((await admin.get('/messages')).body.error).toBe('data_leaving');
    const begun = await admin.post('/jobs/sources/clear').set('prefer', 'respond-async');
    const cancelled = await admin.post(`/jobs/runs/${begun.body.job_run_id as string}/cancel`);
    expect([cancelled.status, cancelled.body.run?.status]).toEqual([200, 'cancelled']);
    await server.app.get(RemovalKeeper).look();
    expect((await admin.get('/jobs/runs?job_type=sources_clearing&status=queued')).body.runs).toHaveLength(1);
  });
});

describe('a project’s name', () => {
  it('is changed by PATCH, and the audit log has both', async () => {
    const name = `Renamed ${id.slice(0, 8)}`;
    expect((await admin.patch(`/projects/${id}`, { name })).body.project).toMatchObject({ id, name });
    const [event] = (await admin.get(`/audit?project_id=${id}`)).body.events;
    expect(event).toMatchObject({ action: 'project.change', after: { name } });
    expect(event.before.name).not.toBe(name);
  });
});
