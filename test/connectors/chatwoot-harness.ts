import { createHmac, randomUUID } from 'node:crypto';
import { readConfig } from '../../src/config/index.js';
import { CHATWOOT_TABLES, chatwootVendor } from '../../src/connectors/chatwoot/index.js';
import { expected, mirrored } from '../support/chatwoot-expectation.js';
import { chatwootMirror } from '../support/chatwoot-mirror.js';
import { startSandbox } from '../../sandbox/sandbox.js';
import type { ListFacts, Part, TestClock, VendorFacts, VendorHarness, VendorWorld } from './harness.js';

const INBOXES: Record<Part, number> = { ours: 1, others: 2 };

const facts: VendorFacts = {
  tables: CHATWOOT_TABLES,
  pageSize: 25,
  resolutionMs: 1000,
  // Contacts come by fifteen: two pages of them are recent, in each of two orders.
  unchangedRequests: 8,
  takesOldRecords: false,
  vanishedFoundBy: 'comparison',
  list: /conversations\?/,
  sharedRoute: 'GET /api/v1/accounts/:account/conversations',
  // The account's id is part of the address: what isn't the token's is refused like a wrong token.
  elsewhere: { externalId: '999', kind: 'auth' },
  references: [
    { table: 'cw_messages', column: 'conversation_global_id', to: ['cw_conversations'] },
    { table: 'cw_attachments_raw', column: 'message_global_id', to: ['cw_messages'] },
    { table: 'cw_conversations', column: 'contact_global_id', to: ['cw_contacts'] },
  ],
};

export const CHATWOOT_LISTS: readonly ListFacts[] = [
  { stream: 'conversations', match: /[/]conversations[?]/ },
  { stream: 'contacts', match: /[/]contacts[?]/ },
  { stream: 'inboxes', match: /[/]inboxes/ },
];

/** The record is a message, the only one of its client in a conversation of its own; the parts are inboxes. */
export const chatwootHarness: VendorHarness = {
  vendor: chatwootVendor(readConfig({})),
  lists: CHATWOOT_LISTS,
  async start(clock, options) {
    const sandbox = await startSandbox({ now: clock.now, empty: true, ...options });
    const { world } = sandbox;
    /** Conversations by their message, also when they are gone. */
    const conversations = new Map<string, number>();
    const texts = new Map<string, string>();
    const conversation = (id: string) => conversations.get(id) ?? 0;
    const gid = (id: string) => `cwmsg:${world.accountId}:${id}`;

    function say(contactId: number, text: string, part: Part): string {
      const opened = world.addConversation({ contactId, inboxId: INBOXES[part] });
      const { id } = world.addMessage({ conversationId: opened.id, content: text });
      conversations.set(String(id), opened.id);
      return String(id);
    }

    const answer = (id: string) =>
      world.addMessage({ conversationId: conversation(id), content: 'An answer', direction: 'outgoing' });

    const harness: VendorWorld = {
      sandbox,
      facts,
      filterOf: (part) => ({ inbox_ids: [INBOXES[part]] }),
      mirror: (given) => chatwootMirror(sandbox, given),
      populate() {
        const id = conversation(harness.create('With everything'));
        const attachments = [{ file_type: 'image' as const, name: 'plan.png' }];
        world.addMessage({ conversationId: id, content: null, attachments });
        world.addMessage({ conversationId: id, content: 'For us', direction: 'outgoing', private: true });
        world.addMessage({ conversationId: id, content: 'Ilse took it', direction: 'activity' });
        world.addContact({ name: 'Silent', email: 'silent@example.org' });
        harness.create('Elsewhere', 'others');
      },
      create(text, part = 'ours') {
        const count = conversations.size;
        return say(world.addContact({ name: `Client ${count}`, email: `${count}@example.org` }).id, text, part);
      },
      edit: (id, text) => void world.editMessage(Number(id), text),
      remove(id) {
        texts.set(id, world.tables.message(Number(id)).content ?? '');
        world.deleteMessage(Number(id));
      },
      // Nobody can in Chatwoot's pages; a backup that is played back can.
      restore(id) {
        world.editMessage(Number(id), texts.get(id) ?? '').content_attributes = {};
      },
      vanish: (id) => world.deleteConversation(conversation(id)),
      // A conversation stays in its inbox: the client comes back in another one.
      move(id, part) {
        const { contact_id } = world.tables.conversation(conversation(id));
        return say(contact_id, world.tables.message(Number(id)).content ?? '', part);
      },
      settle: () => undefined,
      revive: (id) => void answer(id),
      late(minutes, happens) {
        const before = world.setClock(() => clock.now() - minutes * 60_000);
        happens();
        world.setClock(before);
      },
      shorten: (most) => void (world.pageLength = most),
      telling: () => harness.create('Hello'),
      tells: {
        created: (id) => [['message_sent', gid(id)]],
        changed: (id) => [['message_sent', gid(String(answer(id).id))]],
        // What was said was said.
        removed(id) {
          harness.remove(id);
          return [];
        },
      },
      held(mirror, part) {
        const { messages, ...rest } = mirrored(mirror);
        // Messages that are marked stay in our table also where the vendor has nothing left of them.
        return within(part, {
          ...rest,
          messages: messages.filter((row) => !row.deleted || world.tables.messages.has(Number(row.id))),
        });
      },
      truth: (part) => within(part, expected(world)),
      row: (mirror, id) => mirror.tables.get('cw_messages')?.get(gid(id)),
      forget(mirror, id) {
        mirror.tables.get('cw_messages')?.delete(gid(id));
        mirror.tables.get('cw_conversations')?.delete(`cw:${world.accountId}:${conversation(id)}`);
      },
      ref: (id) => `message:${conversation(id)}/${id}`,
      textId: gid,
      spoken: (text) => (text.trim() === '' ? null : text),
      spoil: (id) => ({
        match: `/conversations/${conversation(id)}/messages`,
        kind: 'bad_shape',
        recordId: Number(id),
      }),
      delivery: (id, secret) => delivery(clock, secret, id, conversation(id)),
    };

    /** A project has the inboxes it is narrowed to, what is said there, and who says it. */
    function within(part: Part | undefined, all: ReturnType<typeof expected>): object {
      if (part === undefined) return all;
      const theirs = [...world.tables.conversations.values()].filter((row) => row.inbox_id === INBOXES[part]);
      const ids = new Set(theirs.map((row) => row.id));
      const clients = new Set(theirs.map((row) => row.contact_id));
      const whole = {
        conversations: all.conversations.filter((row) => ids.has(Number(row.id))),
        messages: all.messages.filter((row) => ids.has(Number(row.conversation_id))),
        contacts: all.contacts.filter((row) => clients.has(Number(row.id))),
        inboxes: all.inboxes.filter((row) => row.id === INBOXES[part]),
      };
      return { ...all, ...whole };
    }

    return harness;
  },
};

function delivery(clock: TestClock, secret: string, id: string, conversationId: number) {
  const body = JSON.stringify({ event: 'message_updated', id: Number(id), conversation: { id: conversationId } });
  const timestamp = String(Math.floor(clock.now() / 1000));
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
  const headers = {
    'x-chatwoot-timestamp': timestamp,
    'x-chatwoot-signature': `sha256=${signature}`,
    'x-chatwoot-delivery': randomUUID(),
  };
  return { headers, body };
}
