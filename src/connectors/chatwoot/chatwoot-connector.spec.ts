import { afterEach, describe, expect, it } from '@jest/globals';
import { expected, mirrored } from '../../../test/support/chatwoot-expectation.js';
import { chatwootMirror } from '../../../test/support/chatwoot-mirror.js';
import type { Mirror, MirrorOptions } from '../../../test/support/mirror.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/sandbox.js';
import { SharedReads } from '../core/shared-reads.js';

let clock = Date.UTC(2026, 4, 5, 9);
const now = () => clock;
const minutes = (count: number) => (clock += count * 60_000);
const open: Sandbox[] = [];

async function start(options: SandboxOptions & Omit<MirrorOptions, 'now'> = {}) {
  const sandbox = await startSandbox({ now, ...options });
  open.push(sandbox);
  return { sandbox, world: sandbox.world, mirror: chatwootMirror(sandbox, { now, ...options }) };
}

/** An account of small conversations over several list pages. */
async function startMany(count: number, options: SandboxOptions & Omit<MirrorOptions, 'now'> = {}) {
  const started = await start({ empty: true, ...options });
  for (let i = 0; i < count; i++) addConversation(started.world, `client ${i}`);
  return started;
}

function addConversation(world: Sandbox['world'], name: string, messages = 2, inboxId = 1): number {
  const contact = world.addContact({ name, email: `${name.replaceAll(' ', '.')}@example.org` });
  const { id } = world.addConversation({ contactId: contact.id, inboxId });
  for (let i = 0; i < messages; i++) {
    clock += 30_000;
    world.addMessage({
      conversationId: id,
      content: `${name} says ${i}`,
      direction: i % 2 === 0 ? 'incoming' : 'outgoing',
    });
  }
  return id;
}

afterEach(() => Promise.all(open.splice(0).map((each) => each.close())));

describe('first sync', () => {
  it('mirrors the account', async () => {
    const { world, mirror } = await start();
    const { failures } = await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
    expect(failures).toEqual([]);
    expect(mirror.cursor.page_cursor).toBeNull();
    expect(mirror.cursor.cursor_ts?.getTime()).toBeLessThanOrEqual(clock);
  });

  it('divides a page of long conversations, and goes on between its parts', async () => {
    const { sandbox, world, mirror } = await start({ empty: true });
    for (let i = 0; i < 12; i++) addConversation(world, `talker ${i}`, 450);
    const crashed: Mirror[] = [];
    const { batches } = await mirror.sync(() => void crashed.push(mirror.copy()));
    const walked = batches.filter(
      (batch) => batch.cursor.page_cursor?.['phase'] === 'conversations' && batch.fetched > 0,
    );
    expect(walked.map((batch) => batch.cursor.page_cursor?.['page'])).toEqual([1, 1, 2]);
    for (const each of crashed) {
      sandbox.requests.reset();
      await each.sync();
      expect(mirrored(each)).toEqual(expected(world));
      // Conversations that are stored already are not read again.
      expect(sandbox.requests.count('GET /api/v1/accounts/:account/conversations/:id/messages')).toBeLessThan(12);
    }
  });

  it('misses nothing that comes, changes or goes while it walks', async () => {
    const { sandbox, world, mirror } = await startMany(90);
    let batch = 0;
    await mirror.sync(() => {
      batch += 1;
      clock += 1000;
      if (batch > 8) return;
      const first = world.snapshot().conversations[0]?.id ?? 0;
      world.deleteConversation(first);
      addConversation(world, `late ${batch}`);
      world.churn({ messages: 6, edits: 2, deletions: 1, seed: batch });
    });
    // The deleted were there when they were read; whether they still are, only a look at each tells.
    const gone = mirror
      .rows('cw_conversations')
      .filter((row) => !world.tables.conversations.has(Number(row['conversation_id'])));
    await mirror.reread(gone.map((row) => `conversation:${String(row['conversation_id'])}`));
    await mirror.sync();
    expect(gone).toHaveLength(8);
    const ids = new Set(world.snapshot().messages.map((row) => row.id));
    const state = mirrored(mirror);
    const contacts = state.contacts.filter(({ id }) => world.tables.contacts.has(Number(id)));
    expect({ ...state, contacts, messages: state.messages.filter((row) => ids.has(Number(row.id))) }).toEqual(
      expected(world),
    );
    expect(mirror.living('cw_messages').every((row) => ids.has(Number(row['message_id'])))).toBe(true);
    expect(sandbox.requests.total).toBeLessThan(400);
  });

  it('takes the lookback only, and what moves later', async () => {
    const { world, mirror } = await startMany(3, { lookbackDays: 30 });
    minutes(40 * 24 * 60);
    const recent = addConversation(world, 'recent');
    await mirror.sync();
    expect(mirrored(mirror).conversations.map(({ id }) => id)).toEqual([recent]);
    minutes(5);
    world.setStatus(2, 'resolved');
    await mirror.sync();
    expect(mirrored(mirror).conversations.map(({ id }) => id)).toEqual([recent]);
    world.addMessage({ conversationId: 1, content: 'me again' });
    await mirror.sync();
    expect(mirrored(mirror).conversations.map(({ id }) => id)).toEqual([1, recent]);
    expect(mirror.rows('cw_messages').filter((row) => row['conversation_id'] === 1)).toHaveLength(3);
  });

  it.each([[[2]], [[2, 3]]])('takes the inboxes %j of the source only', async (inbox_ids) => {
    const { world, mirror } = await start({ filter: { inbox_ids } });
    await mirror.sync();
    const all = expected(world);
    const conversations = world.snapshot().conversations.filter((row) => inbox_ids.includes(row.inbox_id));
    const ids = conversations.map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(0);
    const state = mirrored(mirror);
    expect(state.conversations.map(({ id }) => id)).toEqual(ids);
    expect(state.messages).toEqual(all.messages.filter((row) => ids.includes(Number(row.conversation_id))));
    expect(state.contacts.map(({ id }) => id)).toEqual(
      [...new Set(conversations.map((row) => row.contact_id))].sort((a, b) => a - b),
    );
    expect(state.inboxes.map(({ id }) => id)).toEqual(inbox_ids);
  });

  it('takes nobody else’s contact into a project of some inboxes, whoever names it', async () => {
    const { world, mirror } = await start({ filter: { inbox_ids: [2] } });
    await mirror.sync();
    const ours = mirrored(mirror).contacts.map(({ id }) => id);
    const others = world.snapshot().contacts.filter(({ id }) => !ours.includes(id));
    expect(others.length).toBeGreaterThan(0);
    const refs = [...others.map(({ id }) => `contact:${id}`), 'list:contacts:-created_at:1'];
    expect((await mirror.reread(refs)).changes).toEqual([]);
    world.renameContact(Number(ours[0]), 'Renamed');
    await mirror.reread([`contact:${String(ours[0])}`]);
    expect(mirrored(mirror).contacts[0]).toMatchObject({ name: 'Renamed' });
  });

  it('reads inboxes as they are now where one is named, whatever others share', async () => {
    const shared = new SharedReads();
    const { world, mirror } = await start({ shared });
    await mirror.sync();
    const inbox = world.tables.inbox(1);
    inbox.name = 'Renamed';
    await mirror.reread(['inboxes']);
    expect(mirror.rows('cw_inboxes_raw').find((row) => row['inbox_id'] === 1)).toMatchObject({ name: 'Renamed' });
  });
});

describe('later syncs', () => {
  const servers: [string, SandboxOptions][] = [
    ['a current server', {}],
    ['a server without updated_within', { updatedWithin: false }],
    ['a server without range reads', { rangeReads: false }],
    ['a server without either', { updatedWithin: false, rangeReads: false }],
  ];
  it.each(servers)('follow 500 messages, 50 edits and 20 deletions on %s', async (_name, options) => {
    const { world, mirror } = await start(options);
    await mirror.sync();
    minutes(60);
    const { addedIds, deletedIds } = world.churn({ messages: 500, edits: 50, deletions: 20, seed: 5 });
    minutes(1);
    const { changes, texts } = await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
    const events = changes
      .flatMap((change) => mirror.of.connector.events(change, mirror.of.source))
      .filter((event) => event.event_type === 'message_sent');
    const spoken = addedIds
      .map((id) => world.tables.message(id))
      .filter((row) => !row.private && !deletedIds.includes(row.id));
    expect(events.map((event) => event.source_ref).sort()).toEqual(spoken.map((row) => `cwmsg:1:${row.id}`).sort());
    expect(texts.filter((text) => text.text === null).length).toBeGreaterThan(0);
    minutes(30);
    expect((await mirror.sync()).changes).toEqual([]);
  });

  it.each(servers)('see changes that move no activity on %s', async (_name, options) => {
    const { world, mirror } = await startMany(60, options);
    await mirror.sync();
    minutes(24 * 60);
    const [old] = world.tables.messagesOf(1);
    world.editMessage(old?.id ?? 0, 'edited long after');
    world.setStatus(2, 'snoozed', '2026-06-01T00:00:00.000Z');
    world.deleteMessage(world.tables.messagesOf(3)[0]?.id ?? 0);
    world.renameContact(world.tables.conversation(4).contact_id, 'Renamed');
    minutes(1);
    for (let i = 0; i < 6; i++) await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('follow merged contacts', async () => {
    const { world, mirror } = await startMany(5);
    await mirror.sync();
    const [winner, loser] = [world.tables.conversation(1).contact_id, world.tables.conversation(2).contact_id];
    world.mergeContacts(winner, loser);
    await mirror.sync();
    await mirror.reread([`contact:${loser}`]);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('mark a conversation that is gone with its messages, and take it back when it returns', async () => {
    const { sandbox, world, mirror } = await startMany(3);
    await mirror.sync();
    const before = mirrored(mirror);
    const restore = sandbox.faults.add({ match: '/conversations/2', kind: 'status', status: 404 });
    const { texts } = await mirror.reread(['conversation:2']);
    expect(mirror.living('cw_conversations')).toHaveLength(2);
    expect(mirror.living('cw_messages')).toHaveLength(4);
    expect(texts.map(({ text }) => text)).toEqual([null, null]);
    restore();
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(before);
    expect(mirrored(mirror)).toEqual(expected(world));
  });
});

describe('what vendors do wrong', () => {
  it('bad conversations, contacts and inboxes fail alone', async () => {
    const { sandbox, world, mirror } = await startMany(30);
    sandbox.faults.add({ match: /conversations\?/, kind: 'bad_shape', recordId: 7 });
    sandbox.faults.add({ match: /contacts\?.*page=1(&|$)/, kind: 'bad_shape' });
    sandbox.faults.add({ match: '/inboxes', kind: 'bad_shape' });
    const { failures } = await mirror.sync();
    expect(failures).toContain('conversation:7');
    expect(failures).toContain('list:contacts:created_at:1');
    expect(failures).toContain('inboxes');
    expect(mirror.rows('cw_conversations')).toHaveLength(29);
    sandbox.faults.clear();
    const again = await mirror.reread([...new Set(failures)]);
    expect(again.failures).toEqual([]);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it.each([
    ['stumbles over', { kind: 'status', status: 500 }, 'vendor_error'],
    ['breaks the connection over', { kind: 'drop' }, 'network'],
  ] as const)(
    'a conversation that the vendor %s fails alone; an outage stops the sync where it is',
    async (_name, fault, kind) => {
      const { sandbox, world, mirror } = await startMany(30);
      sandbox.faults.add({ match: '/conversations/5/messages', ...fault });
      const { failures } = await mirror.sync();
      expect(new Set(failures)).toEqual(new Set(['conversation:5']));
      sandbox.faults.clear();
      await mirror.reread(failures);
      expect(mirrored(mirror)).toEqual(expected(world));

      world.churn({ messages: 60 });
      const before = mirror.cursor;
      sandbox.faults.add({ match: '/messages', ...fault });
      await expect(mirror.sync()).rejects.toMatchObject({ kind });
      expect(mirror.cursor).toEqual(before);
      sandbox.faults.clear();
      await mirror.sync();
      expect(mirrored(mirror)).toEqual(expected(world));
    },
  );

  it('a conversation of another inbox is not taken in by its ref', async () => {
    const { sandbox, world, mirror } = await startMany(2, { filter: { inbox_ids: [1, 3] } });
    const other = addConversation(world, 'elsewhere', 2, 2);
    sandbox.faults.add({ match: /conversations\?/, kind: 'bad_shape', recordId: other });
    const { failures } = await mirror.sync();
    sandbox.faults.clear();
    expect((await mirror.reread(failures)).failures).toEqual([]);
    expect(mirror.rows('cw_conversations')).toHaveLength(2);
  });

  it('a client of another inbox is not taken in by its ref, and goes with the last conversation that names it', async () => {
    const { world, mirror } = await startMany(1, { filter: { inbox_ids: [1] } });
    const other = addConversation(world, 'elsewhere', 2, 2);
    await mirror.sync();
    const refOf = (id: number) => `contact:${world.tables.conversation(id).contact_id}`;
    expect((await mirror.reread([refOf(other)])).changes).toEqual([]);
    const ours = refOf(1);
    world.deleteConversation(1);
    await mirror.reread(['conversation:1', ours]);
    expect(mirror.living('cw_contacts')).toEqual([]);
  });
});

describe('a record that the vendor stumbles over wherever it is listed', () => {
  async function broken() {
    const started = await startMany(60);
    const { sandbox, world, mirror } = started;
    await mirror.sync();
    const ids = world.snapshot().conversations.map(({ id }) => id);
    minutes(30);
    const bad = ids[40] ?? 0;
    for (const id of [ids[0] ?? 0, bad, ids[1] ?? 0]) {
      minutes(1);
      world.addMessage({ conversationId: id, content: `News of ${id}`, direction: 'incoming' });
    }
    // A whole page of others in front of it: by its number alone it would not be found again.
    for (const id of ids.slice(2, 32)) {
      minutes(1);
      world.addMessage({ conversationId: id, content: `More of ${id}`, direction: 'incoming' });
    }
    sandbox.faults.add({
      match: /conversations\?/,
      kind: 'edit',
      edit(reply) {
        const rows = (reply.body as { data: { payload: { id: number }[] } }).data.payload;
        if (rows.some(({ id }) => id === bad)) Object.assign(reply, { status: 500, body: { error: 'Oops' } });
      },
    });
    return { ...started, bad };
  }

  it('holds up no other list and no later sync, and nothing on its page is lost', async () => {
    const { sandbox, world, mirror } = await broken();
    const { failures } = await mirror.sync();
    expect(failures).toContain('list:conversations:last_activity_at_desc:2');
    expect(mirror.statuses()).toEqual({ conversations: 'ok', contacts: 'ok', inboxes: 'ok' });
    minutes(60 * 24 * 2);
    addConversation(world, 'somebody new');
    await mirror.sync();
    expect(mirror.living('cw_conversations').length).toBe(61);
    sandbox.faults.clear();
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('is left out of a first sync alone', async () => {
    const { world, sandbox, bad } = await broken();
    const mirror = chatwootMirror(sandbox, { now });
    world.addMessage({ conversationId: bad, content: 'In front of all', direction: 'incoming' });
    await mirror.sync();
    expect(mirror.statuses()).toEqual({ conversations: 'ok', contacts: 'ok', inboxes: 'ok' });
    expect(mirror.living('cw_conversations').length).toBeGreaterThan(0);
    sandbox.faults.clear();
    for (let laps = 0; laps < 3; laps++) await mirror.sync();
    await mirror.reconcile();
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('is left out with one on the next page', async () => {
    const { sandbox, world, mirror } = await startMany(60);
    const ids = world.snapshot().conversations.map(({ id }) => id);
    const bad = [ids[10], ids[40]];
    sandbox.faults.add({
      match: /conversations\?/,
      kind: 'edit',
      edit(reply) {
        const rows = (reply.body as { data: { payload: { id: number }[] } }).data.payload;
        if (rows.some(({ id }) => bad.includes(id))) Object.assign(reply, { status: 500, body: { error: 'Oops' } });
      },
    });
    const { failures } = await mirror.sync();
    expect(failures).toEqual(expect.arrayContaining([1, 2].map((page) => `list:conversations:created_at_asc:${page}`)));
    expect(mirror.statuses()).toEqual({ conversations: 'ok', contacts: 'ok', inboxes: 'ok' });
    // What stands on a page without them, in one order or the other.
    expect(mirror.living('cw_conversations')).toHaveLength(20);
    sandbox.faults.clear();
    expect((await mirror.reread([...new Set(failures)])).failures).toEqual([]);
    expect(mirrored(mirror)).toEqual(expected(world));
  });

  it('is told from one that is out: then the list is', async () => {
    const { sandbox, mirror } = await broken();
    const { cursor_ts } = mirror.streams.get('conversations') ?? {};
    sandbox.faults.add({ match: /conversations\?/, kind: 'status', status: 500 });
    await expect(mirror.sync()).rejects.toMatchObject({ kind: 'vendor_error' });
    expect(mirror.statuses()).toEqual({ conversations: 'failed', contacts: 'ok', inboxes: 'ok' });
    expect(mirror.streams.get('conversations')?.cursor_ts).toEqual(cursor_ts);
  });

  it('among the clients holds up no other', async () => {
    const { sandbox, world, mirror } = await startMany(40);
    await mirror.sync();
    minutes(30);
    const bad = world.addContact({ name: 'Bad', email: 'bad@example.org' }).id;
    for (let i = 0; i < 20; i++) addConversation(world, `newcomer ${i}`);
    sandbox.faults.add({
      match: /contacts\?/,
      kind: 'edit',
      edit(reply) {
        const rows = (reply.body as { payload: { id: number }[] }).payload;
        if (rows.some(({ id }) => id === bad)) Object.assign(reply, { status: 500, body: { error: 'Oops' } });
      },
    });
    for (let seen = 0; seen < 4; seen++) {
      await mirror.sync();
      expect(mirror.statuses()).toEqual({ conversations: 'ok', contacts: 'ok', inboxes: 'ok' });
      minutes(60);
    }
    sandbox.faults.clear();
    await mirror.sync();
    expect(mirrored(mirror)).toEqual(expected(world));
  });
});
