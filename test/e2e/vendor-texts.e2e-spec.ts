import { describe, expect, it } from '@jest/globals';
import { syncedApp } from '../support/synced-app.js';

type Json = any;

const app = syncedApp(['chatwoot', 'linear', 'attio'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });
const DAY = 86_400;

const sync = (name = 'chatwoot') => app.admin.post(`/connectors/${name}/sync`).set('prefer', 'wait=55');
const seconds = (daysAgo: number) => Math.floor(Date.now() / 1000 - daysAgo * DAY);

/** A conversation of a new client in an inbox of its own, to which the project is narrowed. */
async function narrowed(): Promise<number> {
  const { world } = app.sandbox;
  const inbox = world.addInbox({ name: 'Own', channel_type: 'Channel::Email' });
  const contact = world.addContact({ name: 'Client', email: `client-${inbox.id}@example.org` });
  const put = await app.admin.put(`/projects/${app.projectId}/sources/chatwoot`, {
    external_id: String(world.accountId),
    filter: { inbox_ids: [inbox.id] },
  });
  expect(put.status).toBe(200);
  return world.addConversation({ contactId: contact.id, inboxId: inbox.id }).id;
}

describe('what no person has said', () => {
  it('in the team’s name is no answer: the client waits for us still', async () => {
    const conversationId = await narrowed();
    const { world } = app.sandbox;
    const say = (content: string, daysAgo: number, more: object) =>
      world.addMessage({ conversationId, content, createdAt: seconds(daysAgo), ...more });
    say('Our shop is down, when will you look at it?', 5, {});
    say('Thanks for writing to us. We are away and will come back to you.', 4.99, { direction: 'template' });
    say('Spring offers for our clients!', 4, { direction: 'outgoing', content_attributes: { campaign_id: 7 } });
    say('We have put your request in the queue.', 3.9, {
      direction: 'outgoing',
      content_attributes: { automation_rule_id: 3 },
    });
    await sync();
    const { events } = (await app.admin.get('/kag/events?type=message_sent&limit=10')).body;
    expect(events.map((one: Json) => one.payload_json.sender).sort()).toEqual(['bot', 'bot', 'bot', 'client']);
    await app.admin.post('/kag/refresh').set('prefer', 'wait=55');
    const { signals } = (await app.admin.get('/kag/signals')).body;
    const valueOf = (key: string) => signals.find((one: Json) => one.signal_key === key)?.value;
    expect(valueOf('waiting_on_client_days') ?? 0).toBe(0);
    expect(valueOf('response_time_avg') ?? null).toBeNull();
  });
});

it.each(['linear', 'attio'])('what a machine writes in %s is found, and is not the team’s word', async (name) => {
  const { linear, attio } = app.sandbox;
  const bot = linear.addUser({ name: 'Deploy bot', app: true });
  const issue = linear.addIssue({ team: 'DEV', title: 'Release', state: 'unstarted' });
  linear.addComment({ issue: issue.id, body: 'Deployed zeppelin to production', userId: bot.id });
  const deal = attio.addDeal({ name: 'Airship' });
  attio.addNote({ record: deal.id, title: 'Import', content: 'Deployed zeppelin from the form' });
  app.sandbox.faults.add({
    match: /\/v2\/notes/,
    kind: 'edit',
    edit: (reply) =>
      (reply.body as Json).data.forEach((note: Json) => (note.created_by_actor = { type: 'api-token', id: 'form' })),
  });
  await sync(name);
  const find = async (filter: object) =>
    (await app.admin.post('/search', { query: 'zeppelin', mode: 'lexical', filter })).body.results as Json[];
  expect(await find({})).not.toEqual([]);
  expect((await find({})).map(({ sender }) => sender)).toEqual([null]);
  expect(await find({ sender: 'team' })).toEqual([]);
});

it('a mail of HTML is found by what its reader sees', async () => {
  const conversationId = await narrowed();
  app.sandbox.world.addMessage({
    conversationId,
    content_type: 'incoming_email',
    content:
      '<html><head><style>.a{color:red}</style></head><body><p>We agree to the offer.&nbsp;Please start on Monday with the new landing page.</p><img src="https://trk.example.org/open?id=998877665544"></body></html>',
  });
  await sync();
  const chunks = await app.server.db.database.query<Json>(
    `SELECT text, exact_terms FROM rag_chunks WHERE project_id = $1`,
    [app.projectId],
  );
  expect(chunks).toMatchObject([{ text: 'We agree to the offer. Please start on Monday with the new landing page.' }]);
  expect(JSON.stringify(chunks)).not.toContain('998877665544');
});

it('open issues of a team that was put away are put away with it', async () => {
  await sync('linear');
  const live = async (): Promise<number> =>
    (
      await app.server.db.database.query(
        `SELECT FROM linear_issues_raw WHERE project_id = $1 AND deleted_at IS NULL AND team_key = 'DEV'`,
        [app.projectId],
      )
    ).length;
  expect(await live()).toBeGreaterThan(0);
  const team = app.sandbox.linear.tables.teamBy('DEV');
  Object.assign(team, { archivedAt: new Date().toISOString(), updatedAt: new Date().toISOString() });
  expect((await sync('linear')).body.result).toMatchObject({ status: 'ok' });
  expect(await live()).toBe(0);
});

it('an issue waits for none of a team that was put away, until that team is back', async () => {
  const { linear } = app.sandbox;
  const blocker = linear.addIssue({ team: 'OPS', title: 'New server', state: 'unstarted' });
  const waiting = linear.addIssue({ team: 'DEV', title: 'Move the shop', state: 'unstarted' });
  linear.block(blocker.id, waiting.id);
  const blocked = async () => {
    expect((await sync('linear')).body.result).toMatchObject({ status: 'ok' });
    const [row] = await app.server.db.database.query<Json>(
      `SELECT blocked, blocked_by FROM linear_issues_raw WHERE project_id = $1 AND id = $2`,
      [app.projectId, waiting.id],
    );
    return row;
  };
  const team = linear.tables.teamBy('DEV');
  // What the tests before have put away.
  Object.assign(team, { archivedAt: null, updatedAt: new Date().toISOString() });
  expect(await blocked()).toEqual({ blocked: true, blocked_by: [blocker.id] });
  const ops = linear.tables.teamBy('OPS');
  const putAway = new Date(Date.now() + 1).toISOString();
  Object.assign(ops, { archivedAt: putAway, updatedAt: putAway });
  expect(await blocked()).toEqual({ blocked: false, blocked_by: [] });
  Object.assign(ops, { archivedAt: null, updatedAt: new Date(Date.now() + 2).toISOString() });
  expect(await blocked()).toEqual({ blocked: true, blocked_by: [blocker.id] });
});
