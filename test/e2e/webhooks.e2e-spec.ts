import { createHmac, randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { sourceDifferences } from '../scenarios/source-differences.js';
import { syncedApp } from '../support/synced-app.js';
import { until } from '../support/until.js';

const SECRET = 'a-secret-that-chatwoot-made';

const app = syncedApp(['chatwoot']);
let path: string;

beforeEach(async () => {
  const bound = await app.admin.put(`/projects/${app.projectId}/sources/chatwoot`, {
    external_id: '1',
    credentials: { webhook_secret: SECRET },
  });
  path = bound.body.source.webhook_path as string;
});

interface Sent {
  body?: object;
  secret?: string;
  at?: number;
  id?: string;
  path?: string;
}

/** A delivery as Chatwoot sends it; options make it different. */
function deliver({ body = {}, secret = SECRET, at = Date.now() / 1000, id = randomUUID(), path: to = path }: Sent) {
  const raw = JSON.stringify(body);
  const timestamp = String(Math.floor(at));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${raw}`).digest('hex');
  return app.server
    .visitor()
    .agent.post(to)
    .set({
      'content-type': 'application/json',
      'x-chatwoot-signature': `sha256=${signature}`,
      'x-chatwoot-timestamp': timestamp,
      'x-chatwoot-delivery': id,
    })
    .send(raw);
}

const sync = () => app.admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
const differences = () =>
  sourceDifferences(
    (text, parameters) => app.server.db.database.query(text, parameters),
    app.projectId,
    app.sandbox.world.snapshot(),
  );
const messageCreated = (conversationId: number) => ({
  event: 'message_created',
  id: 1,
  message_type: 'incoming',
  conversation: { id: conversationId },
});

describe('a webhook', () => {
  it('makes the record that it names be read again, without a sync', async () => {
    await sync();
    const [conversation] = app.sandbox.world.snapshot().conversations;
    app.sandbox.world.addMessage({
      conversationId: conversation!.id,
      direction: 'incoming',
      content: 'Could you send me the contract once more, please?',
    });
    expect(await differences()).not.toEqual([]);
    const answer = await deliver({ body: messageCreated(conversation!.id) });
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ ok: true, taken: true });
    await until('the message is there', async () => (await differences()).length === 0);
  });

  it('ends in the same state when it comes twice, in any order, or says something untrue', async () => {
    await sync();
    const [first, second] = app.sandbox.world.snapshot().conversations;
    app.sandbox.world.addMessage({
      conversationId: first!.id,
      direction: 'incoming',
      content: 'Is there any news about the launch date?',
    });
    app.sandbox.world.addMessage({
      conversationId: second!.id,
      direction: 'outgoing',
      content: 'Your invoice is on its way to you, thank you.',
    });
    const id = randomUUID();
    const answers = await Promise.all([
      deliver({ body: messageCreated(second!.id) }),
      deliver({ body: messageCreated(first!.id), id }),
      deliver({ body: messageCreated(first!.id), id }),
      deliver({ body: { event: 'conversation_updated', id: first!.id, status: 'resolved' } }),
      deliver({ body: { event: 'message_created', conversation: { id: 999_999 } } }),
      deliver({ body: { event: 'conversation_typing_on', conversation: { id: first!.id } } }),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(answers.map(() => 200));
    expect(answers.filter((answer) => answer.body.taken === true)).toHaveLength(5);
    await until('both messages are there', async () => (await differences()).length === 0);
  });

  it('that is lost costs nothing: the next sync finds what it would have told', async () => {
    await sync();
    const [conversation] = app.sandbox.world.snapshot().conversations;
    app.sandbox.world.addMessage({
      conversationId: conversation!.id,
      direction: 'incoming',
      content: 'Nobody told you about this message of mine.',
    });
    await sync();
    expect(await differences()).toEqual([]);
  });

  it.each([
    ['with another secret', { secret: 'somebody-elses-secret' }],
    ['that is ten minutes old', { at: Date.now() / 1000 - 600 }],
    ['from the future', { at: Date.now() / 1000 + 600 }],
    ['to a source that is not there', { path: `/webhooks/chatwoot/${randomUUID()}` }],
    ['to a connector that is not there', { path: `/webhooks/nobody/${randomUUID()}` }],
  ])('%s is refused and leaves nothing', async (_name, sent) => {
    const answer = await deliver({ body: messageCreated(1), ...sent });
    expect(answer.status).toBe(401);
    const [row] = await app.server.db.database.query<{ due: number }>(
      `SELECT count(*)::int AS due FROM connector_due_records WHERE project_id = $1`,
      [app.projectId],
    );
    expect(row?.due).toBe(0);
  });

  it('is refused where the source has no secret', async () => {
    await app.admin.put(`/projects/${app.projectId}/sources/chatwoot`, { external_id: '1', credentials: null });
    expect((await deliver({ body: messageCreated(1) })).status).toBe(401);
  });

  it('may be larger than other bodies, yet not without end', async () => {
    await sync();
    const [conversation] = app.sandbox.world.snapshot().conversations;
    const of = (kilobytes: number) => ({ ...messageCreated(conversation!.id), content: 'x'.repeat(kilobytes * 1024) });
    expect((await deliver({ body: of(200) })).status).toBe(200);
    expect((await deliver({ body: of(1100) })).status).toBe(413);
  });
});
