import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { acting } from '../../support/acting.js';
import { addedBy } from '../../support/people.js';
import { syncedApp } from '../../support/synced-app.js';

const app = syncedApp(['chatwoot'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });
const acts = acting(app);

const TEXT = 'They wait for an answer since Monday.';
const messages = () => app.sandbox.world.snapshot().messages.filter(({ content }) => content === TEXT);
/** Messages of this test alone: what earlier ones made stays at the vendor. */
const counting = () => {
  const before = messages().length;
  return () => messages().length - before;
};
const conversationOf = (target: string) => Number(target.split(':')[2]);
/** The write, and not the list of messages at the same path. */
const SENDING = /POST .*\/messages/;

describe('notes and messages in Chatwoot', () => {
  it('go to the conversation that the reason rests on, as a note that the client does not see', async () => {
    await acts.sync('chatwoot');
    const [message] = await acts.rows<{ pk: string; conversation: string }>(
      `SELECT message_global_id AS pk, conversation_global_id AS conversation FROM cw_messages
       WHERE project_id = $1 AND message_type = 0 ORDER BY sent_at LIMIT 1`,
    );
    const recommendation_id = await acts.advised([{ source_table: 'cw_messages', source_pk: message!.pk }]);
    const draft = await acts.preview('chatwoot_note', { recommendation_id });
    expect(draft).toMatchObject({ title: null, reaches_client: false, needs: 'operator' });
    expect(draft['text']).toMatch(/^Follow up: 4 working days/);
    expect(draft['targets'][0].id).toBe(message!.conversation);
    expect(draft['targets'][0].label).toContain(`#${conversationOf(message!.conversation)}`);

    const count = counting();
    const { id } = (await acts.create('chatwoot_note', { target: message!.conversation })).body.action;
    const done = await acts.become(id as string, 'done');
    expect(done['url']).toMatch(/\/app\/accounts\/1\/conversations\/\d+\?messageId=\d+$/);
    expect(count()).toBe(1);
    expect(messages().at(-1)).toMatchObject({
      conversation_id: conversationOf(message!.conversation),
      private: true,
      message_type: 1,
    });
  });

  it('reach the client only by an admin who says so', async () => {
    await acts.sync('chatwoot');
    const count = counting();
    const unsaid = await acts.create('chatwoot_message');
    expect([unsaid.status, unsaid.body.details[0].path]).toEqual([400, 'confirm']);
    const operator = await addedBy(app.server, app.admin, 'operator');
    expect(await acts.preview('chatwoot_message', {}, operator.client)).toMatchObject({
      reaches_client: true,
      needs: 'admin',
      allowed: false,
    });
    const lower = await acts.create('chatwoot_message', { confirm: true }, randomUUID(), operator.client);
    expect([lower.status, lower.body.error]).toEqual([403, 'forbidden']);
    const { id } = (await acts.create('chatwoot_message', { confirm: true })).body.action;
    await acts.become(id as string, 'done');
    expect(count()).toBe(1);
    expect(messages().at(-1)).toMatchObject({ private: false, message_type: 1 });
  });

  it('are drafted by an operator, and sent by an admin once', async () => {
    await acts.sync('chatwoot');
    const count = counting();
    const operator = await addedBy(app.server, app.admin, 'operator');
    const made = await acts.create('chatwoot_message', { draft: true }, randomUUID(), operator.client);
    const { id } = made.body.action as { id: string };
    expect(made.body.action).toMatchObject({ status: 'draft', may_send: true, may_cancel: true, next_try_at: null });
    await acts.deliver();
    expect(count()).toBe(0);
    const send = (client: typeof app.admin, body: object = {}) =>
      client.post(`/actions/${id}/send?project_id=${app.projectId}`, body);
    await send(operator.client, { confirm: true }).expect(403);
    expect((await send(app.admin).expect(400)).body.details[0].path).toBe('confirm');
    await send(app.admin, { confirm: true }).expect(200);
    await send(app.admin, { confirm: true }).expect(409);
    expect(await acts.become(id, 'done')).toMatchObject({ created_by: operator.username, may_send: false });
    expect(count()).toBe(1);
  });

  it('are withdrawn by an operator while they are drafts', async () => {
    await acts.sync('chatwoot');
    const operator = await addedBy(app.server, app.admin, 'operator');
    const made = await acts.create('chatwoot_message', { draft: true }, randomUUID(), operator.client);
    const path = `/actions/${made.body.action.id}/cancel?project_id=${app.projectId}`;
    const { body } = await operator.client.post(path).expect(200);
    expect(body.action).toMatchObject({ status: 'cancelled', may_send: false });
  });

  it('of an admin are neither tried again nor cancelled by an operator', async () => {
    await acts.sync('chatwoot');
    app.sandbox.faults.add({ kind: 'status', status: 422, match: SENDING, times: 1 });
    const { id } = (await acts.create('chatwoot_message', { confirm: true })).body.action;
    expect(await acts.become(id as string, 'failed')).toMatchObject({ error_kind: 'vendor_error', attempts: 1 });
    const operator = await addedBy(app.server, app.admin, 'operator');
    await operator.client.post(`/actions/${id}/retry?project_id=${app.projectId}`).expect(403);
    await operator.client.post(`/actions/${id}/cancel?project_id=${app.projectId}`).expect(403);
  });

  it('tell whether the client has answered since', async () => {
    await acts.sync('chatwoot');
    const { id, target } = (await acts.create('chatwoot_message', { confirm: true })).body.action;
    await acts.become(id as string, 'done');
    expect((await acts.one(id as string))['outcome']).toBeNull();
    await acts.sync('chatwoot');
    expect((await acts.one(id as string))['outcome']).toMatchObject({ answered_at: null, answers: 0, gone: false });
    const conversationId = conversationOf(target as string);
    app.sandbox.world.addMessage({ conversationId, direction: 'incoming', content: 'Thank you!' });
    await acts.sync('chatwoot');
    const { outcome } = await acts.one(id as string);
    expect(outcome).toMatchObject({ answers: 1, state: null });
    expect(outcome.answered_at).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });

  it.each([
    ['the answer is lost', { kind: 'drop', after: true } as const],
    ['the server fails after it was stored', { kind: 'status', status: 500, after: true } as const],
    ['the answer is cut', { kind: 'cut_json' } as const],
  ])('are sent once where %s', async (_what, fault) => {
    await acts.sync('chatwoot');
    const count = counting();
    app.sandbox.faults.add({ ...fault, match: SENDING, times: 1 });
    const { id, target } = (await acts.create('chatwoot_message', { confirm: true })).body.action;
    expect(await acts.tried(id as string, 1)).toMatchObject({ status: 'queued', may_cancel: false });
    // More than a page of messages comes in between.
    for (let i = 0; i < 25; i++)
      app.sandbox.world.addMessage({
        conversationId: conversationOf(target as string),
        direction: 'incoming',
        content: 'Hello?',
      });
    await acts.deliver();
    expect(await acts.one(id as string)).toMatchObject({ status: 'done', attempts: 2 });
    expect(count()).toBe(1);
  });

  it('are found by their text where the server keeps no mark, and no other’s is taken for theirs', async () => {
    await acts.sync('chatwoot');
    const withoutMarks = app.sandbox.faults.add({
      kind: 'edit',
      match: /GET .*\/messages/,
      edit: ({ body }) => {
        for (const row of (body as { payload: { content_attributes: object }[] }).payload) row.content_attributes = {};
      },
    });
    const text = 'A note of this project alone';
    const count = () => app.sandbox.world.snapshot().messages.filter(({ content }) => content === text).length;
    const first = (await acts.create('chatwoot_note', { text })).body.action;
    await acts.become(first.id as string, 'done');
    app.sandbox.faults.add({ kind: 'drop', match: SENDING, times: 1 });
    const second = (await acts.create('chatwoot_note', { text })).body.action;
    await acts.tried(second.id as string, 1);
    expect([first.target, count()]).toEqual([second.target, 1]);
    app.sandbox.faults.add({ kind: 'drop', match: SENDING, times: 1, after: true });
    await acts.deliver();
    expect(count()).toBe(2);
    await acts.deliver();
    expect(await acts.one(second.id as string)).toMatchObject({ status: 'done', attempts: 3 });
    expect(count()).toBe(2);
    withoutMarks();
  });

  it('wait as long as the vendor has had enough', async () => {
    await acts.sync('chatwoot');
    const count = counting();
    app.sandbox.faults.add({ kind: 'rate_limit', match: SENDING, times: 1 });
    const { id } = (await acts.create('chatwoot_note')).body.action;
    expect(await acts.tried(id as string, 1)).toMatchObject({ status: 'queued', error_kind: 'rate_limited' });
    expect(count()).toBe(0);
    await app.server.db.database.run('DELETE FROM connector_rate_budgets');
    await acts.deliver();
    expect([(await acts.one(id as string))['status'], count()]).toEqual(['done', 1]);
  });

  it('go to no conversation that is gone, and to none of another project', async () => {
    await acts.sync('chatwoot');
    const other = await acts.create('chatwoot_note', { target: 'cw:2:1' });
    expect([other.status, other.body.details[0].path]).toEqual([400, 'target']);
    app.sandbox.faults.add({ kind: 'status', status: 404, match: SENDING, times: 1 });
    const { id } = (await acts.create('chatwoot_note')).body.action;
    expect(await acts.become(id as string, 'failed')).toMatchObject({ error_kind: 'gone', may_retry: true });
  });

  it('are drafted in the project’s language', async () => {
    await acts.sync('chatwoot');
    await app.admin.patch(`/projects/${app.projectId}`, { locale: 'ru' }).expect(200);
    const recommendation_id = await acts.advised();
    const message = await acts.preview('chatwoot_message', { recommendation_id });
    expect([message['locale'], message['text']]).toEqual(['ru', expect.stringMatching(/[а-яё]/i)]);
    const note = await acts.preview('chatwoot_note', { recommendation_id });
    expect(note['text']).toContain('Почему сейчас: ');
  });
});
