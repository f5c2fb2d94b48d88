import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Json, SandboxClient } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';

describe('Chatwoot messages', () => {
  let sandbox: Sandbox;
  let client: SandboxClient;
  let first: number;

  beforeAll(async () => {
    let second = Date.UTC(2026, 0, 1);
    sandbox = await startSandbox({ now: () => (second += 1000), empty: true });
    client = new SandboxClient(sandbox);
    const contact = sandbox.world.addContact({ name: 'Rosa' });
    sandbox.world.addConversation({ contactId: contact.id, inboxId: 1 });
    sandbox.world.addConversation({ contactId: contact.id, inboxId: 4 });
    const ids = Array.from({ length: 130 }, (_, i) =>
      sandbox.world.addMessage({
        conversationId: 1,
        content: `message ${i}`,
        direction: i === 1 ? 'activity' : i % 2 === 0 ? 'incoming' : 'outgoing',
        private: i === 3,
      }),
    );
    first = ids[0]?.id ?? 0;
  });
  afterAll(() => sandbox.close());

  const page = async (query: string, id = 1): Promise<number[]> =>
    (await client.chatwoot(`/conversations/${id}/messages${query}`)).body.payload.map((row: Json) => row.id - first);
  const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

  it('cuts 20 backwards, 100 forwards, a range whole, always oldest first', async () => {
    expect(await page('')).toEqual(range(110, 130));
    expect(await page(`?before=${first + 110}`)).toEqual(range(90, 110));
    expect(await page(`?before=${first}`)).toEqual([]);
    expect(await page(`?after=${first - 1}`)).toEqual(range(0, 100));
    expect(await page(`?after=${first + 99}`)).toEqual(range(100, 130));
    expect(await page(`?after=${first + 5}&before=${first + 9}`)).toEqual([5, 6, 7, 8]);
    const time = sandbox.world.tables.message(first + 30).created_at;
    expect(await page(`?before_timestamp=${time}`)).toEqual(range(10, 30));
  });

  it('lets before win where ranges are not known', async () => {
    const older = await startSandbox({ rangeReads: false });
    const longest = [...older.world.tables.conversations.keys()].find(
      (id) => older.world.tables.messagesOf(id).length >= 130,
    );
    const path = `/conversations/${longest}/messages?after=1&before=999999`;
    expect((await new SandboxClient(older).chatwoot(path)).body.payload).toHaveLength(20);
    await older.close();
  });

  it('hides notes and activity on request and leaves out absent keys', async () => {
    expect((await page(`?after=0&before=${first + 5}&filter_internal_messages=true`)).sort()).toEqual([0, 2, 4]);
    const answer = await client.chatwoot(`/conversations/1/messages?after=${first - 1}&before=${first + 5}`);
    const [incoming, activity, , note] = answer.body.payload;
    expect(incoming.sender).toMatchObject({ name: 'Rosa', type: 'contact' });
    expect(activity).not.toHaveProperty('sender');
    expect(activity).not.toHaveProperty('attachments');
    expect(note).toMatchObject({ private: true, sender: { type: 'user' } });
    expect(answer.body.meta).toMatchObject({
      agent_last_seen_at: expect.stringMatching(/^2026-.*Z$/),
      assignee_last_seen_at: null,
    });
  });

  it('creates messages, incoming ones in API inboxes only', async () => {
    const made = await client.post('/conversations/2/messages', { content: 'Hello', echo_id: 'e1' });
    expect([made.status, made.body]).toEqual([
      200,
      expect.objectContaining({ message_type: 1, echo_id: 'e1', status: 'sent' }),
    ]);
    const heard = await client.post('/conversations/2/messages', { content: 'Hi', message_type: 'incoming' });
    expect(heard.body.message_type).toBe(0);
    const refused = await client.post('/conversations/1/messages', { content: 'Hi', message_type: 'incoming' });
    expect([refused.status, refused.body.error]).toEqual([422, expect.stringContaining('Api inboxes')]);
    expect((await client.post('/conversations/1/messages', {})).status).toBe(422);
  });

  it('takes files from a multipart form', async () => {
    const form = new FormData();
    form.append('private', 'true');
    form.append('attachments[]', new Blob(['%PDF'], { type: 'application/pdf' }), 'offer.pdf');
    const headers = { 'api-access-token': 'any' };
    const path = '/api/v1/accounts/1/conversations/2/messages';
    const made = await client.request(path, { method: 'POST', headers, body: form });
    expect(made.body).toMatchObject({
      content: null,
      private: true,
      attachments: [{ file_type: 'file', file_size: 4 }],
    });
  });

  it('keeps a deleted message as a placeholder and touches only updated_at', async () => {
    const { world } = sandbox;
    const file = world.addMessage({
      conversationId: 1,
      content: null,
      attachments: [{ file_type: 'image', name: 'a.png' }],
    });
    const before = structuredClone(world.tables.conversation(1));
    const shown = (await client.chatwoot('/conversations/1/messages')).body.payload.at(-1);
    expect(shown).toMatchObject({ content: null, attachments: [{ file_type: 'image', extension: 'png' }] });
    world.deleteMessage(file.id);
    const after = (await client.chatwoot('/conversations/1/messages')).body.payload.at(-1);
    expect(after).toMatchObject({
      id: file.id,
      content: 'This message was deleted',
      content_attributes: { deleted: true },
    });
    expect(after).not.toHaveProperty('attachments');
    expect(world.tables.conversation(1).updated_at).toBeGreaterThan(before.updated_at);
    expect(world.tables.conversation(1).last_activity_at).toBe(before.last_activity_at);
  });
});
