import { describe, expect, it } from '@jest/globals';
import { acting } from '../../support/acting.js';
import { syncedApp } from '../../support/synced-app.js';

const app = syncedApp(['linear'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });
const acts = acting(app);

const made = () => app.sandbox.linear.snapshot().issues.filter(({ title }) => title === 'Call the client');
/** Issues of this test alone: what earlier ones made stays at the vendor. */
const counting = () => {
  const before = made().length;
  return () => made().length - before;
};

describe('issues in Linear', () => {
  it('are drafted from a recommendation, sent as they were edited, and told with where they are', async () => {
    await acts.sync('linear');
    const [issue] = await acts.rows<{ id: string; team_id: string }>(
      'SELECT id, team_id FROM linear_issues_raw WHERE project_id = $1 ORDER BY id LIMIT 1',
    );
    const ref = { source_table: 'linear_issues_raw', source_pk: issue!.id, url: 'https://linear.app/a/issue/A-1' };
    const recommendation_id = await acts.advised([ref]);
    const draft = await acts.preview('linear_issue', { recommendation_id });
    expect(draft).toMatchObject({ locale: 'en', needs: 'operator', allowed: true, lacking: null });
    expect(draft['title']).toMatch(/^Follow up: 4 working days/);
    expect(draft['text']).toContain('https://linear.app/a/issue/A-1');
    // The team of the issue that it rests on comes first.
    expect(draft['targets'][0].id).toBe(issue!.team_id);
    expect(await acts.rows('SELECT id FROM actions WHERE project_id = $1')).toEqual([]);

    const count = counting();
    const answer = await acts.create('linear_issue', { recommendation_id, target: issue!.team_id });
    expect([answer.status, answer.body.action.status]).toEqual([200, 'queued']);
    const done = await acts.become(answer.body.action.id as string, 'done');
    expect(done).toMatchObject({ attempts: 1, last_error: null, recommendation_id, may_retry: false, outcome: null });
    expect(done['url']).toMatch(/^https:\/\/linear\.app\/.+\/issue\//);
    expect(count()).toBe(1);
    expect(made().at(-1)).toMatchObject({ id: done['id'], teamId: issue!.team_id });
  });

  it('show their state once a sync has brought it', async () => {
    await acts.sync('linear');
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    await acts.become(id, 'done');
    expect((await acts.one(id))['outcome']).toBeNull();
    app.sandbox.linear.moveToState(id, 'started');
    await acts.sync('linear');
    expect((await acts.one(id))['outcome']).toMatchObject({ state_type: 'started', gone: false, answered_at: null });
    const listed = await app.admin.get(`/actions?project_id=${app.projectId}&kind=linear_issue`).expect(200);
    expect(listed.body.actions[0].outcome.state_type).toBe('started');
  });

  it('are made once where the answer is lost: the vendor is asked for them first', async () => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ kind: 'drop', match: 'issueCreate', times: 1, after: true });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    const lost = await acts.tried(id, 1);
    expect(lost).toMatchObject({ status: 'queued', error_kind: 'network', may_cancel: false });
    expect(count()).toBe(1);
    await acts.deliver();
    expect(await acts.one(id)).toMatchObject({ status: 'done', attempts: 2, last_error: null });
    expect(count()).toBe(1);
  });

  it.each([
    ['500 after it was made', { kind: 'status', status: 500, after: true } as const, 'vendor_error'],
    ['errors beside HTTP 200 after it was made', { kind: 'status', status: 200, after: true } as const, 'vendor_error'],
    ['an answer that is cut', { kind: 'cut_json' } as const, 'bad_payload'],
  ])('are made once with %s', async (_what, fault, error_kind) => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ ...fault, match: 'issueCreate', times: 1 });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    expect(await acts.tried(id, 1)).toMatchObject({ status: 'queued', error_kind });
    await acts.deliver();
    expect(await acts.one(id)).toMatchObject({ status: 'done', attempts: 2 });
    expect(count()).toBe(1);
  });

  it('are made after a request that never arrived', async () => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ kind: 'drop', match: 'issueCreate', times: 1 });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    await acts.tried(id, 1);
    expect(count()).toBe(0);
    await acts.deliver();
    expect([(await acts.one(id))['status'], count()]).toEqual(['done', 1]);
  });

  it('wait where the vendor has had enough, and can be cancelled meanwhile', async () => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ kind: 'rate_limit', match: 'issueCreate', times: 1, retryAfter: 600 });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    const limited = await acts.tried(id, 1);
    expect(limited).toMatchObject({ status: 'queued', error_kind: 'rate_limited', may_cancel: true });
    const cancelled = await app.admin.post(`/actions/${id}/cancel?project_id=${app.projectId}`).expect(200);
    expect(cancelled.body.action).toMatchObject({ status: 'cancelled', may_cancel: false, may_retry: false });
    await app.admin.post(`/actions/${id}/cancel?project_id=${app.projectId}`).expect(409);
    await acts.deliver();
    expect([(await acts.one(id))['status'], count()]).toEqual(['cancelled', 0]);
  });

  it.each([401, 403, 400])('fail where the vendor answers %i, until a person has them tried again', async (status) => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ kind: 'status', status, match: 'issueCreate', times: 1 });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    const failed = await acts.become(id, 'failed');
    expect(failed).toMatchObject({ attempts: 1, may_retry: true, may_cancel: false, next_try_at: null });
    expect(failed['last_error']).toEqual(expect.any(String));
    await acts.deliver();
    expect(count()).toBe(0);
    await app.admin.post(`/actions/${id}/retry?project_id=${app.projectId}`).expect(200);
    expect(await acts.become(id, 'done')).toMatchObject({ attempts: 1, last_error: null });
    expect(count()).toBe(1);
    await app.admin.post(`/actions/${id}/retry?project_id=${app.projectId}`).expect(409);
  });

  it('are of unknown fate where an answer is lost and the vendor does not tell, and a person decides', async () => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ kind: 'drop', match: 'issueCreate', times: 1, after: true });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    await acts.tried(id, 1);
    app.sandbox.faults.add({ kind: 'status', status: 401, times: 1 });
    await acts.deliver();
    expect(await acts.one(id)).toMatchObject({
      status: 'unsure',
      error_kind: 'auth',
      may_retry: true,
      next_try_at: null,
    });
    await app.admin.post(`/actions/${id}/retry?project_id=${app.projectId}`).expect(200);
    expect((await acts.become(id, 'done'))['url']).toContain('/issue/');
    expect(count()).toBe(1);
  });

  it('are made once by two workers, and after a worker has died in between', async () => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ kind: 'rate_limit', match: 'issueCreate', times: 1, retryAfter: 1 });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    await acts.tried(id, 1);
    await app.server.db.database.run('DELETE FROM connector_rate_budgets');
    await acts.deliver(3);
    expect([(await acts.one(id))['status'], count()]).toEqual(['done', 1]);
    // As its row is where a worker dies after the vendor's answer, before it has noted it.
    await acts.rows(
      `UPDATE actions SET status = 'sending', vendor_ref = NULL, vendor_url = NULL, done_at = NULL WHERE project_id = $1`,
    );
    await acts.deliver();
    expect(await acts.one(id)).toMatchObject({ status: 'done', attempts: 3 });
    expect(count()).toBe(1);
  });

  it('leaves one alone that another worker is sending', async () => {
    await acts.sync('linear');
    app.sandbox.faults.add({ kind: 'status', status: 401, match: 'issueCreate', times: 1 });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    await acts.become(id, 'failed');
    const later = `now() + interval '1 minute'`;
    await acts.rows(`UPDATE actions SET status = 'sending', next_try_at = ${later} WHERE project_id = $1`);
    await app.admin.post(`/actions/${id}/cancel?project_id=${app.projectId}`).expect(409);
    const count = counting();
    await acts.work(2);
    expect([(await acts.one(id))['status'], count()]).toEqual(['sending', 0]);
  });

  it('wait while data that the project no longer reads is on its way out', async () => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ kind: 'rate_limit', match: 'issueCreate', times: 1, retryAfter: 1 });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    await acts.tried(id, 1);
    await app.server.db.database.run('DELETE FROM connector_rate_budgets');
    const leave = (what: string) =>
      acts.rows(`UPDATE connector_sync_state SET leaving = ${what} WHERE project_id = $1`);
    await leave(`'outside'`);
    await acts.deliver();
    await app.admin.get(`/actions/${id}?project_id=${app.projectId}`).expect(503);
    await leave('NULL');
    expect([(await acts.one(id))['status'], count()]).toEqual(['queued', 0]);
    await acts.deliver();
    expect([(await acts.one(id))['status'], count()]).toEqual(['done', 1]);
  });

  it('go to no team that the project does not have any more', async () => {
    await acts.sync('linear');
    const count = counting();
    app.sandbox.faults.add({ kind: 'rate_limit', match: 'issueCreate', times: 1, retryAfter: 1 });
    const { id } = (await acts.create('linear_issue')).body.action as { id: string };
    await acts.tried(id, 1);
    await acts.rows('UPDATE linear_teams_raw SET deleted_at = now() WHERE project_id = $1');
    await app.server.db.database.run('DELETE FROM connector_rate_budgets');
    await acts.deliver();
    expect(await acts.one(id)).toMatchObject({ status: 'failed', error_kind: 'gone' });
    expect(count()).toBe(0);
  });
});
