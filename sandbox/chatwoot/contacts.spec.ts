import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Json, SandboxClient } from '../client.js';
import { type Sandbox, startSandbox } from '../sandbox.js';

describe('Chatwoot contacts and inboxes', () => {
  let sandbox: Sandbox;
  let client: SandboxClient;

  beforeAll(async () => {
    sandbox = await startSandbox();
    client = new SandboxClient(sandbox);
  });
  afterAll(() => sandbox.close());

  it('lists only reachable contacts, 15 to a page, nulls last, the page number as it was sent', async () => {
    const reachable = sandbox.world
      .snapshot()
      .contacts.filter((row) => row.email || row.phone_number || row.identifier);
    const seen: Json[] = [];
    for (const page of [1, 2]) {
      const { body } = await client.chatwoot(
        `/contacts?sort=-last_activity_at&page=${page}&include_contact_inboxes=false`,
      );
      expect(body.meta).toEqual({ count: reachable.length, current_page: String(page) });
      seen.push(...body.payload);
    }
    expect(seen.map((row) => row.id).sort()).toEqual(reachable.map((row) => row.id).sort());
    expect(seen.at(-1)).not.toHaveProperty('last_activity_at');
    expect(seen[0]).not.toHaveProperty('contact_inboxes');
    expect((await client.chatwoot('/contacts')).body).toMatchObject({
      meta: { current_page: 1 },
      payload: { length: 15 },
    });
  });

  it('names in conversations the contacts which the list leaves out', async () => {
    const senders: Json[] = [];
    for (const page of [1, 2]) {
      const { body } = await client.chatwoot(`/conversations?status=all&page=${page}`);
      senders.push(...body.data.payload.map((row: Json) => row.meta.sender));
    }
    const hidden = senders.filter((row) => row.email === null && row.phone_number === null && row.identifier === null);
    expect(hidden.length).toBeGreaterThanOrEqual(3);
    expect((await client.chatwoot(`/contacts/${hidden[0].id}`)).body.payload.name).toBe(hidden[0].name);
  });

  it('searches by name and e-mail and insists on a query', async () => {
    const found = await client.chatwoot('/contacts/search?q=tavola');
    expect(found.body).toMatchObject({ meta: { count: 1, has_more: false }, payload: [{ name: 'Elena Marchetti' }] });
    const refused = await client.chatwoot('/contacts/search');
    expect([refused.status, refused.body]).toEqual([422, { error: 'Specify search string with parameter q' }]);
  });

  it('lists the inboxes and accepts the header in either spelling', async () => {
    const { body } = await client.request('/api/v1/accounts/1/inboxes', { headers: { api_access_token: 't' } });
    expect(body.payload.map((row: Json) => row.channel_type)).toContain('Channel::Whatsapp');
  });

  it('merges a contact away', async () => {
    const { world } = sandbox;
    const [winner, loser] = [
      world.addContact({ name: 'One', email: 'one@x.example' }),
      world.addContact({ name: 'Two', phone_number: '+1' }),
    ];
    const conversation = world.addConversation({ contactId: loser.id });
    world.addMessage({ conversationId: conversation.id, content: 'hello' });
    world.mergeContacts(winner.id, loser.id);
    expect((await client.chatwoot(`/contacts/${loser.id}`)).status).toBe(404);
    const row = (await client.chatwoot(`/conversations/${conversation.id}`)).body;
    expect(row.meta.sender).toMatchObject({ id: winner.id, phone_number: '+1' });
    expect(row.messages[0].sender.id).toBe(winner.id);
  });
});
