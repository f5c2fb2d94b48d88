import { afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChatReply, ChatRequest } from '../../sandbox/sandbox.js';
import { standStill } from '../support/stand-still.js';
import { syncedApp } from '../support/synced-app.js';
import { until } from '../support/until.js';

type Json = any;
type Labels = Readonly<Record<string, readonly string[]>>;

const app = syncedApp(['chatwoot'], (sandbox) => ({
  OPENAI_API_KEY: 'sk-of-the-tests',
  OPENAI_BASE_URL: `${sandbox.url}/v1`,
  EMBEDDING_PROVIDER: 'hashing',
  DETECTORS: 'openai',
  DETECTORS_TEXTS_PER_DAY: '3',
}));
const ASKED = 'POST /v1/chat/completions';
const DAY = 86_400;
/** The detectors are unsure of each of these. */
const NEARLY = 'Probably the second one';
/** And hear an approval in this one. */
const HEARD = 'The blue one is nicer, we think';

/** And are sure of the approval in this one. */
const SURE = 'Approved.';

const sentTo = ({ messages }: ChatRequest): { n: number; text: string; author: string; labels: string[] }[] =>
  JSON.parse(messages.at(-1)?.content ?? '{}').messages;

/** A model that says of each text what stands here, and of others nothing. */
const saying =
  (labels: Labels) =>
  (request: ChatRequest): ChatReply => ({
    content: JSON.stringify({ answers: sentTo(request).map(({ n, text }) => ({ n, says: labels[text] ?? [] })) }),
  });

// No new day of texts begins meanwhile.
beforeAll(() => standStill(app.server, new Date()));
afterEach(() => app.sandbox.faults.clear());

/** A conversation in an inbox of its own, to which the project is narrowed; says each text, and syncs. */
async function said(...texts: string[]): Promise<(more: string) => Promise<void>> {
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
  const createdAt = Math.floor(Date.now() / 1000 - DAY);
  for (const content of texts) world.addMessage({ conversationId, content, direction: 'incoming', createdAt });
  const sync = async () => void (await app.admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55'));
  await sync();
  return async (more) => {
    await atRest();
    world.addMessage({ conversationId, content: more, direction: 'incoming' });
    await sync();
  };
}

/** A sync that is under way may have read the vendor already. */
const atRest = () =>
  until('no run is open', async () => {
    const open = `SELECT FROM job_runs WHERE project_id = $1 AND status IN ('queued', 'running')`;
    return (await app.server.db.database.query(open, [app.projectId])).length === 0;
  });

/** Has the job run as its schedule would; its result. */
async function asked(): Promise<Json> {
  const runs = async (): Promise<Json[]> =>
    (await app.admin.get(`/jobs/runs?project_id=${app.projectId}&job_type=kag_second_opinions`)).body.runs;
  const before = (await runs()).length;
  await app.admin.post(`/jobs/scheduler/tick?project_id=${app.projectId}`).expect(200);
  await app.server.db.database.run(
    `UPDATE scheduled_jobs SET next_run_at = now() - interval '1 second' WHERE project_id = $1 AND job_type = 'kag_second_opinions'`,
    [app.projectId],
  );
  await app.admin.post(`/jobs/scheduler/tick?project_id=${app.projectId}`).expect(200);
  await until('the run has ended', async () => {
    const all = await runs();
    return all.length > before && all.every(({ status }) => status === 'succeeded');
  });
  return (await runs())[0].result;
}

/** Has the messages looked at again, as another model or other detectors would. */
const outdate = () =>
  app.server.db.database.run(`UPDATE kag_second_opinions SET version = 'older' WHERE project_id = $1`, [app.projectId]);

const events = async (query: string): Promise<Json[]> =>
  (await app.admin.get(`/kag/events?limit=100&${query}`).expect(200)).body.events as Json[];

const quality = async (): Promise<Json> => (await app.admin.get('/kag/events/quality').expect(200)).body.scopes;

describe('a second opinion', () => {
  it('adds what the model hears, once, with the message as its evidence', async () => {
    await said(NEARLY);
    expect(await events('type=approval_approved')).toEqual([]);
    app.sandbox.chat.reply = saying({ [NEARLY]: ['approval_approved', 'approval_requested'] });
    expect(await asked()).toMatchObject({ asked: 1, added: 1, taken_back: 0 });
    const [added] = await events('type=approval_approved');
    expect(added).toMatchObject({
      actor: 'client',
      holds: true,
      payload_json: { heard_by: 'model:gpt-5.4-mini' },
      evidence_refs: [expect.objectContaining({ source_table: 'cw_messages' })],
    });
    expect(await events('type=approval_requested')).toEqual([]);
    const count = app.sandbox.requests.count(ASKED);
    expect(await asked()).toMatchObject({ looked_at: 0, asked: 0, added: 0 });
    expect(app.sandbox.requests.count(ASKED)).toBe(count);
  });

  it('takes back what the detectors heard unsurely, unless a person has said something of it', async () => {
    await said(HEARD);
    const [heard] = await events('type=approval_approved');
    expect(heard).toMatchObject({ holds: true });
    const judged = await quality();
    app.sandbox.chat.reply = saying({});
    expect(await asked()).toMatchObject({ asked: 1, taken_back: 1 });
    expect((await events('type=approval_approved'))[0]).toMatchObject({
      id: heard.id,
      holds: false,
      feedback: { right: false, by: 'model:gpt-5.4-mini' },
    });
    // The model's word does not measure the detectors, and a person has the last word.
    expect(await quality()).toEqual(judged);
    await app.admin.post(`/kag/events/${heard.id}/feedback`, { right: true }).expect(200);
    expect((await events('type=approval_approved'))[0]).toMatchObject({ holds: true, feedback: { by: 'admin' } });
  });

  it('gives back what an older model took back, and takes it back anew, unless a person has spoken', async () => {
    await said(HEARD);
    const [{ id }] = await events('type=approval_approved');
    const held = async (): Promise<Json> => (await events('type=approval_approved'))[0];
    const again = async (...says: string[]): Promise<Json> => {
      await outdate();
      app.sandbox.chat.reply = saying({ [HEARD]: says });
      return asked();
    };
    const yes = 'approval_approved';
    const by = 'model:gpt-5.4-mini';
    expect(await again()).toMatchObject({ taken_back: 1, given_back: 0 });
    expect(await again(yes)).toMatchObject({ asked: 1, added: 0, taken_back: 0, given_back: 1 });
    expect(await held()).toMatchObject({ id, holds: true, feedback: { right: true, by } });
    expect(await again(yes)).toMatchObject({ asked: 1, taken_back: 0, given_back: 0 });
    expect(await again()).toMatchObject({ asked: 1, taken_back: 1, given_back: 0 });
    expect(await held()).toMatchObject({ id, holds: false, feedback: { right: false, by } });
    const corrections = (await events('type=event_corrected')).filter(
      ({ payload_json }) => payload_json.event_id === id,
    );
    expect(corrections.map(({ payload_json }) => payload_json.holds)).toEqual([false, true, false]);
    await app.admin.post(`/kag/events/${id}/feedback`, { right: false }).expect(200);
    expect(await again(yes)).toMatchObject({ asked: 1, given_back: 0 });
    expect(await held()).toMatchObject({ id, holds: false, feedback: { right: false, by: 'admin' } });
  });

  it('gives back what newer detectors are sure of, unless edited words have given it anew', async () => {
    await said(SURE);
    const [{ id }] = await events('type=approval_approved');
    expect(await asked()).toMatchObject({ looked_at: 1, asked: 0, given_back: 0 });
    await app.server.db.database.run(
      `INSERT INTO kag_event_feedback (project_id, event_id, is_right, judged_by)
       VALUES ($1, $2, false, 'model:older')`,
      [app.projectId, id],
    );
    await outdate();
    expect(await asked()).toMatchObject({ looked_at: 1, asked: 0, given_back: 1 });
    expect((await events('type=approval_approved'))[0]).toMatchObject({
      id,
      holds: true,
      feedback: { right: true, by: expect.stringMatching(/^model:words-/) },
    });
    await app.server.db.database.run(
      `WITH anew AS (
         INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, source_ref, dedupe_key)
         SELECT project_id, event_type, occurred_at, actor, source, source_ref, dedupe_key || ':edited'
         FROM kag_event_log WHERE project_id = $1 AND id = $2)
       UPDATE kag_event_feedback SET is_right = false, judged_by = 'model:older'
       WHERE project_id = $1 AND event_id = $2`,
      [app.projectId, id],
    );
    await outdate();
    expect(await asked()).toMatchObject({ looked_at: 1, given_back: 0 });
  });

  it('asks no text twice, and no more texts a day than it may', async () => {
    const say = await said(NEARLY);
    app.sandbox.chat.reply = saying({ [NEARLY]: ['approval_approved'] });
    expect(await asked()).toMatchObject({ asked: 1, added: 1 });
    await say(NEARLY);
    expect(await asked()).toMatchObject({ asked: 0, known: 1, added: 1 });
    for (const other of ['dark', 'right', 'grey']) await say(NEARLY.replace('second', other));
    expect(await asked()).toMatchObject({ asked: 2, waiting: 1, budget: 'spent' });
    expect(await asked()).toMatchObject({ asked: 0, waiting: 1 });
  });

  it.each<[string, ChatReply]>([
    ['declines', { refusal: 'I can’t help with that' }],
    ['is cut off', { cut: '{"answers": [' }],
    ['answers something else', { content: '{"answers": []}' }],
  ])('leaves everything as it is where the model %s, and does not ask again', async (_, reply) => {
    await said(HEARD);
    app.sandbox.chat.reply = () => reply;
    expect(await asked()).toMatchObject({ rejected: 1, added: 0, taken_back: 0 });
    expect((await events('type=approval_approved'))[0]).toMatchObject({ holds: true });
    expect(await asked()).toMatchObject({ asked: 0 });
    const [warning] = await events('type=process_warning&process=kag_second_opinions');
    expect(JSON.stringify(warning)).not.toContain('nicer');
  });

  it('loses none of the others where the model declines one message', async () => {
    const bad = NEARLY.replace('second', 'dark');
    await said(NEARLY, bad);
    app.sandbox.chat.reply = (request) =>
      sentTo(request).some(({ text }) => text === bad)
        ? { refusal: 'no' }
        : saying({ [NEARLY]: ['approval_approved'] })(request);
    expect(await asked()).toMatchObject({ asked: 2, rejected: 1, added: 1 });
  });

  it('asks again once the provider is back', async () => {
    await said(HEARD);
    app.sandbox.chat.reply = saying({ [HEARD]: ['approval_approved'] });
    app.sandbox.faults.add({ match: '/v1/chat', kind: 'status', status: 503 });
    expect(await asked()).toMatchObject({ waiting: 1, failed: expect.stringContaining('503') });
    app.sandbox.faults.clear();
    expect(await asked()).toMatchObject({ asked: 1, added: 0, taken_back: 0 });
  });
});
