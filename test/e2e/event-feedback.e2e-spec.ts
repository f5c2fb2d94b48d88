import { describe, expect, it } from '@jest/globals';
import { ChangesRepository } from '../../src/change-stream/changes.repository.js';
import { addedBy, colleague, stranger } from '../support/people.js';
import { syncedApp } from '../support/synced-app.js';
import { until } from '../support/until.js';

type Json = any;

const app = syncedApp(['chatwoot']);
const DAY = 86_400;
const NEED = 'Do you also do SEO?';
const PROMISE = 'We will send the draft tomorrow.';

const sync = () => app.admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
const judge = (id: string, body: object) => app.admin.post(`/kag/events/${id}/feedback`, body);
const events = async (query = 'kind=domain'): Promise<Json[]> =>
  (await app.admin.get(`/kag/events?limit=100&${query}`).expect(200)).body.events as Json[];
const eventOf = async (type: string): Promise<Json> => (await events(`type=${type}`))[0];
const typesThatHold = async () =>
  (await events())
    .filter(({ holds }) => holds)
    .map(({ event_type }) => event_type as string)
    .sort();

/** A conversation in an inbox of its own, to which the project is narrowed; says each text, and syncs. */
async function said(...texts: [content: string, direction: 'incoming' | 'outgoing'][]): Promise<number[]> {
  const { world } = app.sandbox;
  const inbox = world.addInbox({ name: 'Own', channel_type: 'Channel::Email' });
  const contact = world.addContact({ name: 'Client', email: `client-${inbox.id}@example.org` });
  await app.admin
    .put(`/projects/${app.projectId}/sources/chatwoot`, {
      external_id: String(world.accountId),
      filter: { inbox_ids: [inbox.id] },
    })
    .expect(200);
  const conversationId = world.addConversation({ contactId: contact.id, inboxId: inbox.id }).id;
  const createdAt = Math.floor(Date.now() / 1000 - 5 * DAY);
  const ids = texts.map(([content, direction]) => world.addMessage({ conversationId, content, direction, createdAt }));
  await sync();
  return ids.map(({ id }) => id);
}

const overdue = async (): Promise<number | null> => {
  const { signals } = (await app.admin.get('/kag/signals')).body;
  return signals.find((one: Json) => one.signal_key === 'agreement_overdue_count')?.value ?? null;
};

describe('an event that a person says is wrong', () => {
  it('is taken back, conclusions follow, and it comes back when it is right after all', async () => {
    await said([PROMISE, 'outgoing']);
    await app.admin.post('/kag/refresh').set('prefer', 'wait=55');
    expect(await overdue()).toBe(1);
    const heard = await eventOf('agreement_created');
    expect(heard).toMatchObject({ holds: true, feedback: null, alternatives: ['approval_requested'] });

    const { body } = await judge(heard.id, { right: false }).expect(200);
    expect(body.added).toBeNull();
    expect(body.event).toMatchObject({
      id: heard.id,
      holds: false,
      feedback: { right: false, instead: null, by: 'admin', at: expect.any(String) },
    });
    await until('the agreement is overdue no more', async () => (await overdue()) === 0);
    expect(await typesThatHold()).toEqual(['message_sent']);

    await judge(heard.id, { right: true }).expect(200);
    await until('the agreement is overdue again', async () => (await overdue()) === 1);
    expect((await eventOf('agreement_created')).holds).toBe(true);
    const corrections = await events('kind=correction');
    expect(corrections.map(({ payload_json }) => payload_json)).toEqual([
      { event_id: heard.id, event_type: 'agreement_created', holds: true },
      { event_id: heard.id, event_type: 'agreement_created', holds: false },
    ]);
    expect(
      corrections.map(({ occurred_at, evidence_refs, alternatives }) => [occurred_at, evidence_refs, alternatives]),
    ).toEqual(corrections.map(() => [heard.occurred_at, heard.evidence_refs, null]));
  });

  it('stays so, however often it is said and read', async () => {
    await said([NEED, 'incoming']);
    const { id } = await eventOf('need_detected');
    const changes = app.server.app.get(ChangesRepository);
    const before = await changes.now();
    const first = await judge(id, { right: false }).expect(200);
    const second = await judge(id, { right: false, instead: null }).expect(200);
    expect(second.body.event).toEqual(first.body.event);
    await app.admin.post('/kag/refresh').set('prefer', 'wait=55');
    // All of it again, as if nothing had been read: the message is new to the connector, and its words are heard anew.
    const { database } = app.server.db;
    for (const table of ['cw_attachments_raw', 'cw_messages', 'cw_conversations', 'connector_streams'])
      await database.run(`DELETE FROM ${table} WHERE project_id = $1`, [app.projectId]);
    await sync();
    expect(await database.query('SELECT FROM cw_messages WHERE project_id = $1', [app.projectId])).toHaveLength(1);
    expect(await typesThatHold()).toEqual(['message_sent']);
    expect(await events('kind=correction')).toHaveLength(1);
    // Open pages hear of it once, and of the run that follows.
    const scopes = await database.query<{ id: string }>('SELECT id FROM account_scopes');
    const sent = await changes.since(
      before,
      scopes.map((scope) => scope.id),
      1000,
    );
    expect(sent.filter(({ what }) => what === 'event')).toMatchObject([
      { project_id: app.projectId, kind: 'record', id, state: 'event.feedback' },
    ]);
    expect(sent.some(({ what }) => what === 'kag_signals_refresh')).toBe(true);
    const { events: audited } = (await app.admin.get(`/audit?project_id=${app.projectId}&action=event.feedback`)).body;
    expect(audited).toMatchObject([
      {
        entity_type: 'event',
        entity_id: id,
        before: null,
        after: { event_type: 'need_detected', right: false, instead: null },
      },
    ]);
    expect(JSON.stringify(audited)).not.toContain('SEO');
  });

  it('is asked anew once its words are others', async () => {
    const [message = 0] = await said([NEED, 'incoming']);
    const edit = async (content: string) => {
      app.sandbox.world.editMessage(message, content);
      await sync();
    };
    // Without an objection, edited words give nothing.
    await edit('Do you also do newsletters? And SEO?');
    expect(await events('type=need_detected')).toHaveLength(1);
    await judge((await eventOf('need_detected')).id, { right: false }).expect(200);
    await edit('Thanks, see you.');
    expect(await typesThatHold()).toEqual(['message_sent']);
    await edit('Do you also do SEO for shops?');
    expect(await typesThatHold()).toEqual(['message_sent', 'need_detected']);
    await sync();
    expect(await events('type=need_detected')).toHaveLength(2);
  });
});

describe('what it was instead', () => {
  it('is added by the person’s word, and goes with it', async () => {
    await said([NEED, 'incoming']);
    const need = await eventOf('need_detected');
    const wrong = await judge(need.id, { right: false, instead: 'scope_change_detected' }).expect(200);
    const added = wrong.body.added;
    expect(added).toMatchObject({
      event_type: 'scope_change_detected',
      actor: 'client',
      occurred_at: need.occurred_at,
      source_url: need.source_url,
      evidence_refs: need.evidence_refs,
      payload_json: { conversation_id: need.payload_json.conversation_id, by_person: true },
      holds: true,
      feedback: null,
    });
    expect(await typesThatHold()).toEqual(['message_sent', 'scope_change_detected']);

    await judge(need.id, { right: false, instead: 'approval_approved' }).expect(200);
    expect(await typesThatHold()).toEqual(['approval_approved', 'message_sent']);

    await judge(need.id, { right: false, instead: 'scope_change_detected' }).expect(200);
    expect(await typesThatHold()).toEqual(['message_sent', 'scope_change_detected']);
    // One and the same, which counts again.
    expect((await events('type=scope_change_detected')).map(({ id }) => id)).toEqual([added.id]);

    await judge(need.id, { right: true }).expect(200);
    expect(await typesThatHold()).toEqual(['message_sent', 'need_detected']);
  });

  it('has the due date that the words name, where it is an agreement', async () => {
    await said([`${NEED} By tomorrow would be good.`, 'incoming']);
    const { id } = await eventOf('need_detected');
    const { body } = await judge(id, { right: false, instead: 'agreement_created' }).expect(200);
    expect(body.added.payload_json).toMatchObject({
      agreement_id: `agreement:${body.added.source_ref}`,
      what: 'By tomorrow would be good',
      due_at: expect.stringMatching(/T23:59:59/),
    });
    await app.admin.post('/kag/refresh').set('prefer', 'wait=55');
    await until('the agreement counts', async () => (await overdue()) === 1);
  });

  it('stays where a detector has heard it too', async () => {
    await said([`${NEED} Approved, please go ahead!`, 'incoming']);
    const [need, approval] = [await eventOf('need_detected'), await eventOf('approval_approved')];
    await judge(need.id, { right: false, instead: 'approval_approved' }).expect(200);
    await judge(need.id, { right: true }).expect(200);
    expect((await eventOf('approval_approved')).id).toBe(approval.id);
    expect(await typesThatHold()).toEqual(['approval_approved', 'message_sent', 'need_detected']);
  });
});

describe('a verdict is refused', () => {
  it.each([
    ['message_sent', { right: false }, 'id'],
    ['need_detected', { right: 'no' }, 'right'],
    ['need_detected', {}, 'right'],
    ['need_detected', { right: true, instead: 'approval_approved' }, 'instead'],
    ['need_detected', { right: false, instead: 'need_detected' }, 'instead'],
    ['need_detected', { right: false, instead: 'approval_requested' }, 'instead'],
    ['need_detected', { right: false, instead: 'message_sent' }, 'instead'],
  ])('of %s: %j', async (type, body, path) => {
    await said([NEED, 'incoming']);
    const answer = await judge((await eventOf(type)).id, body);
    expect([answer.status, answer.body.error]).toEqual([400, 'validation_failed']);
    expect(answer.body.details.map((one: Json) => one.path)).toEqual([path]);
    expect((await eventOf('need_detected')).feedback).toBeNull();
  });

  it('of an event that is not the project’s, and to those who may only look', async () => {
    await said([NEED, 'incoming']);
    const { id } = await eventOf('need_detected');
    expect((await judge('999999999', { right: false })).status).toBe(404);
    expect((await judge('0', { right: false })).status).toBe(400);
    const viewer = await colleague(app.server, 'viewer');
    const path = `/kag/events/${id}/feedback?project_id=${app.projectId}`;
    expect((await viewer.client.post(path, { right: false })).status).toBe(403);
    const other = await stranger(app.server);
    expect((await other.client.post(path, { right: false })).status).toBe(404);
    const theirs = `/kag/events/${id}/feedback?project_id=${other.projectId}`;
    expect((await other.client.post(theirs, { right: false })).status).toBe(404);
  });
});

describe('two who say different things at once', () => {
  it('leave one word, and a log that says the same', async () => {
    await said([NEED, 'incoming']);
    const { id } = await eventOf('need_detected');
    const answers = await Promise.all(
      ['scope_change_detected', 'approval_approved', 'agreement_created', null].map((instead) =>
        judge(id, { right: false, instead }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    const { feedback } = await eventOf('need_detected');
    const others = feedback.instead === null ? [] : [feedback.instead as string];
    expect(await typesThatHold()).toEqual(['message_sent', ...others].sort());
  });
});

describe('GET /kag/events/quality', () => {
  const quality = async (client = app.admin): Promise<Json[]> =>
    (await client.get('/kag/events/quality').expect(200)).body.scopes as Json[];

  it('tells by detector and language how much of what was judged is right, to those who reach it', async () => {
    const other = await stranger(app.server);
    const before = (await quality())[0]?.detectors.find((one: Json) => one.event_type === 'scope_change_detected');
    expect(before).toBeUndefined();
    await said(
      ['Could you also add a booking form to the site?', 'incoming'],
      ['Добавьте, пожалуйста, ещё форму записи на сайт', 'incoming'],
      [NEED, 'incoming'],
    );
    const [russian, english] = await events('type=scope_change_detected');
    await judge(english.id, { right: true }).expect(200);
    await judge(russian.id, { right: false, instead: 'need_detected' }).expect(200);
    const [scope] = await quality((await addedBy(app.server, app.admin, 'viewer')).client);
    const figures = { precision: null };
    expect(scope.detectors.find((one: Json) => one.event_type === 'scope_change_detected')).toEqual({
      event_type: 'scope_change_detected',
      judged: 2,
      right: 1,
      wrong: 1,
      ...figures,
      languages: [
        { language: 'en', judged: 1, right: 1, wrong: 0, ...figures },
        { language: 'ru', judged: 1, right: 0, wrong: 1, ...figures },
      ],
    });
    expect(await quality(other.client)).toEqual([]);
  });

  it('tells a precision with its bounds once enough was judged', async () => {
    const other = await stranger(app.server);
    await app.server.db.database.run(
      `WITH heard AS (
         INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, dedupe_key)
         SELECT $1, 'need_detected', now(), 'client', 'chatwoot', '{}', 'need_detected:' || n FROM generate_series(1, 20) AS n
         RETURNING project_id, id)
       INSERT INTO kag_event_feedback (project_id, event_id, is_right, judged_by)
       SELECT project_id, id, row_number() OVER () > 4, 'anna' FROM heard`,
      [other.projectId],
    );
    expect((await quality(other.client))[0].detectors[0]).toMatchObject({
      judged: 20,
      right: 16,
      wrong: 4,
      precision: { value: 0.8, low: 0.584, high: 0.919 },
    });
  });
});

it('leaves with its event', async () => {
  await said([NEED, 'incoming']);
  await judge((await eventOf('need_detected')).id, { right: false, instead: 'scope_change_detected' }).expect(200);
  const { database } = app.server.db;
  await database.run('DELETE FROM kag_event_log WHERE project_id = $1', [app.projectId]);
  const left = await database.query('SELECT FROM kag_event_feedback WHERE project_id = $1', [app.projectId]);
  expect(left).toEqual([]);
});
