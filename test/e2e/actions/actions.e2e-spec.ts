import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { acting, type Answer } from '../../support/acting.js';
import { addedBy, project, stranger } from '../../support/people.js';
import { syncedApp } from '../../support/synced-app.js';

const app = syncedApp(['linear']);
const acts = acting(app);
const TOMORROW = new Date(Date.now() + 86_400_000).toISOString();
const remind = (more: object = {}, key: string = randomUUID()) =>
  app.admin
    .post(`/actions?project_id=${app.projectId}`, { kind: 'reminder', text: 'Call them', due_at: TOMORROW, ...more })
    .set('idempotency-key', key);

describe('the routes of actions', () => {
  it('make one action of a request that is repeated with its key, and refuse the key to another', async () => {
    await acts.sync('linear');
    const key = randomUUID();
    const [first, second] = [await acts.create('linear_issue', {}, key), await acts.create('linear_issue', {}, key)];
    expect(second.body.action.id).toBe(first.body.action.id);
    await acts.become(first.body.action.id as string, 'done');
    // When the answer is not kept any more, the action itself is.
    await app.server.db.database.run('DELETE FROM idempotency_keys');
    const late = await acts.create('linear_issue', {}, key);
    expect(late.body.action).toMatchObject({ id: first.body.action.id, status: 'done' });
    await app.server.db.database.run('DELETE FROM idempotency_keys');
    const other = await acts.create('linear_issue', { text: 'Something else' }, key);
    expect([other.status, other.body.error]).toEqual([422, 'idempotency_key_reused']);
    // Nor does it take what the first one took: the team may be gone.
    const { target, title, text } = first.body.action as Answer;
    const again = { kind: 'linear_issue', target, title, text };
    await app.server.db.database.run('UPDATE linear_teams_raw SET deleted_at = now() WHERE project_id = $1', [
      app.projectId,
    ]);
    await app.server.db.database.run('DELETE FROM idempotency_keys');
    const path = `/actions?project_id=${app.projectId}`;
    const latest = await app.admin.post(path, again).set('idempotency-key', key);
    expect([latest.status, latest.body.action?.id]).toEqual([200, first.body.action.id]);
    const anew = await app.admin.post(path, again).set('idempotency-key', randomUUID());
    expect([anew.status, anew.body.error]).toEqual([400, 'validation_failed']);
    expect(await acts.rows('SELECT id FROM actions WHERE project_id = $1')).toHaveLength(1);
  });

  it('make one action of requests that come at once', async () => {
    const key = randomUUID();
    const answers = await Promise.all([remind({}, key), remind({}, key), remind({}, key)]);
    expect(answers.map(({ status }) => status).sort()).toContain(200);
    expect(await acts.rows('SELECT id FROM actions WHERE project_id = $1')).toHaveLength(1);
  });

  it.each([
    ['a key', { kind: 'reminder', text: 'x', due_at: TOMORROW }, null, 'Idempotency-Key'],
    ['a text', { kind: 'reminder', due_at: TOMORROW }, 'k', 'text'],
    ['a text that is more than space', { kind: 'reminder', text: '  ', due_at: TOMORROW }, 'k', 'text'],
    ['a moment', { kind: 'reminder', text: 'x' }, 'k', 'due_at'],
    ['a moment with its zone', { kind: 'reminder', text: 'x', due_at: '2026-W01' }, 'k', 'due_at'],
    ['a target that can be one', { kind: 'linear_issue', text: 'x', title: 'x', target: '\0' }, 'k', 'target'],
    ['a kind', { kind: 'fax', text: 'x' }, 'k', 'kind'],
    ['a target', { kind: 'linear_issue', text: 'x', title: 'x' }, 'k', 'target'],
    ['a target of its own', { kind: 'linear_issue', text: 'x', title: 'x', target: randomUUID() }, 'k', 'target'],
    ['a title', { kind: 'linear_issue', text: 'x', target: 'x' }, 'k', 'title'],
    ['a moment that is one', { kind: 'reminder', text: 'x', due_at: null }, 'k', 'due_at'],
    ['a title that is one', { kind: 'linear_issue', text: 'x', title: null, target: 'x' }, 'k', 'title'],
    ['what belongs to it', { kind: 'reminder', text: 'x', due_at: TOMORROW, target: 'x' }, 'k', 'target'],
  ])('ask for %s', async (_what, body, key, path) => {
    const request = app.admin.post(`/actions?project_id=${app.projectId}`, body);
    const answer = await (key === null ? request : request.set('idempotency-key', randomUUID()));
    expect([answer.status, answer.body.error]).toEqual([400, 'validation_failed']);
    expect(answer.body.details.map((one: { path: string }) => one.path)).toContain(path);
  });

  it('take null for what does not belong to a kind', async () => {
    const answer = await remind({ title: null, target: null });
    expect([answer.status, answer.body.error]).toEqual([200, undefined]);
  });

  it('say what the project lacks for a kind', async () => {
    const draft = await acts.preview('chatwoot_note');
    expect(draft).toMatchObject({ lacking: expect.stringContaining('CHATWOOT_API_TOKEN'), targets: [], text: '' });
    const answer = await acts.create('chatwoot_note', { target: 'cw:1:1' });
    expect([answer.status, answer.body.error]).toEqual([503, 'connector_not_configured']);
  });

  it('keep reminders until somebody is done with them', async () => {
    const soon = (await remind({ text: 'Soon' }).expect(200)).body.action as Answer;
    const later = new Date(Date.now() + 9 * 86_400_000).toISOString();
    await remind({ text: 'Later', due_at: later }).expect(200);
    const due = async (by: string): Promise<string[]> => {
      const path = `/actions?project_id=${app.projectId}&kind=reminder&status=queued&due=${by}`;
      return (await app.admin.get(path).expect(200)).body.actions.map(({ text }: Answer) => text as string);
    };
    const week = new Date(Date.now() + 7 * 86_400_000).toISOString();
    expect(await due(new Date().toISOString())).toEqual([]);
    expect(await due(week)).toEqual(['Soon']);
    await app.admin.post(`/actions/${soon['id']}/cancel?project_id=${app.projectId}`).expect(200);
    expect(await due(week)).toEqual([]);
    await acts.deliver();
    expect((await acts.one(soon['id'] as string))['attempts']).toBe(0);
  });

  it('list page by page, the newest first', async () => {
    for (const text of ['one', 'two', 'three']) await remind({ text }).expect(200);
    const texts: string[] = [];
    let cursor = '';
    do {
      const { body } = await app.admin.get(`/actions?project_id=${app.projectId}&limit=2${cursor}`).expect(200);
      texts.push(...body.actions.map(({ text }: Answer) => text as string));
      cursor = body.next_cursor === null ? '' : `&cursor=${encodeURIComponent(body.next_cursor as string)}`;
    } while (cursor !== '');
    expect(texts).toEqual(['three', 'two', 'one']);
  });

  it('let viewers look, and operators act', async () => {
    const { body } = await remind().expect(200);
    const [viewer, operator] = [
      await addedBy(app.server, app.admin, 'viewer'),
      await addedBy(app.server, app.admin, 'operator'),
    ];
    const at = (path = '') => `/actions${path}?project_id=${app.projectId}`;
    await viewer.client.get(at()).expect(200);
    await viewer.client.get(at(`/${body.action.id}`)).expect(200);
    await viewer.client.post(at('/preview'), { kind: 'reminder' }).expect(403);
    await viewer.client.post(at(`/${body.action.id}/cancel`)).expect(403);
    const made = await operator.client
      .post(at(), { kind: 'reminder', text: 'x', due_at: TOMORROW })
      .set('idempotency-key', randomUUID());
    expect(made.body.action).toMatchObject({ created_by: operator.username });
    await operator.client.post(at(`/${body.action.id}/cancel`)).expect(200);
  });

  it('know nothing of actions and recommendations of others', async () => {
    const { body } = await remind().expect(200);
    const other = await stranger(app.server);
    const elsewhere = await project(app.admin);
    for (const [client, id] of [
      [other.client, other.projectId],
      [app.admin, elsewhere],
    ] as const) {
      const at = (path = '') => `/actions${path}?project_id=${id}`;
      await client.get(at(`/${body.action.id}`)).expect(404);
      await client.post(at(`/${body.action.id}/cancel`)).expect(404);
      await client.post(at(`/${body.action.id}/retry`)).expect(404);
      expect((await client.get(at()).expect(200)).body.actions).toEqual([]);
    }
    const recommendation_id = await acts.advised();
    await app.admin
      .post(`/actions/preview?project_id=${elsewhere}`, { kind: 'reminder', recommendation_id })
      .expect(404);
    await other.client.get(`/actions?project_id=${app.projectId}`).expect(404);
  });

  it('leave word of each step in the audit, without the text', async () => {
    await acts.sync('linear');
    const { id } = (await acts.create('linear_issue', { text: 'A text of its own' })).body.action as { id: string };
    await acts.become(id, 'done');
    const { body } = await remind().expect(200);
    await app.admin.post(`/actions/${body.action.id}/cancel?project_id=${app.projectId}`).expect(200);
    const steps = await acts.rows<{
      action: string;
      actor_name: string;
      account_scope_id: string | null;
      after: object;
    }>(
      `SELECT action, actor_name, account_scope_id, after FROM audit_events
       WHERE project_id = $1 AND entity_type = 'action' ORDER BY occurred_at, id`,
    );
    expect(steps.map(({ action, actor_name }) => [action, actor_name]).sort()).toEqual([
      ['action.cancel', 'admin'],
      ['action.create', 'admin'],
      ['action.create', 'admin'],
      ['action.done', 'system'],
    ]);
    expect(steps.every(({ account_scope_id }) => account_scope_id !== null)).toBe(true);
    expect(JSON.stringify(steps)).not.toContain('A text of its own');
  });
});
