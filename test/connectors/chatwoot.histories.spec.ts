import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { expected, mirrored } from '../support/chatwoot-expectation.js';
import { chatwootMirror } from '../support/chatwoot-mirror.js';
import type { Mirror } from '../support/mirror.js';
import type { ChatwootWorld } from '../../sandbox/sandbox.js';
import {
  type Choice,
  type HistoriesOf,
  randomHistories,
  type RandomHistory,
  RUNS,
  RUNS_LIMIT_MS,
  type Witness,
} from './random-histories.js';
import { CHATWOOT_LISTS } from './chatwoot-harness.js';
import { live } from './live.js';

const WORDS = [
  'Thank you!',
  'Could you please approve the draft?',
  'Approved, go ahead',
  'We will send it by Friday',
  'Can you also add a blog to the site?',
  '',
];
const DAY_SECONDS = 86_400;

const living = (world: ChatwootWorld) =>
  [...world.tables.messages.values()].filter((row) => row.content_attributes['deleted'] !== true);

let contacts = 0;
/** With an address, or no list would show it. */
const addContact = (world: ChatwootWorld, name: string): number =>
  world.addContact({ name, email: `client${(contacts += 1)}@example.org` }).id;

function addMessage(world: ChatwootWorld, choose: Choice, more: object = {}): void {
  const conversationId = choose.of(world.tables.conversations.keys());
  const direction = choose.of(['incoming', 'outgoing', 'template'] as const);
  if (conversationId === undefined || direction === undefined) return;
  world.addMessage({ conversationId, direction, content: choose.of(WORDS) ?? '', ...more });
}

const chatwoot: HistoriesOf<ChatwootWorld> = {
  world: ({ world }) => world,
  mirror: (sandbox, now, narrow) => chatwootMirror(sandbox, { now, filter: narrow ? { inbox_ids: [1] } : {} }),
  lists: CHATWOOT_LISTS,
  manyRows: 30,
  begin(world, size) {
    for (let i = 0; i < size; i++) {
      const { id } = world.addConversation({ contactId: addContact(world, `client ${i}`) });
      for (let j = 0; j <= i % 3; j++) world.addMessage({ conversationId: id, content: `line ${j}` });
    }
  },
  changes: {
    contact: { weight: 1, make: (world) => void addContact(world, 'newcomer') },
    conversation: {
      weight: 2,
      make(world, choose) {
        const contactId = choose.of(world.tables.contacts.keys());
        const inboxId = choose.of(world.tables.inboxes.keys());
        if (contactId !== undefined) world.addConversation({ contactId, inboxId, labels: ['new'] });
      },
    },
    message: { weight: 5, make: (world, choose) => addMessage(world, choose) },
    file: {
      weight: 3,
      make: (world, choose) => addMessage(world, choose, { attachments: [{ file_type: 'image' }] }),
    },
    note: { weight: 1, make: (world, choose) => addMessage(world, choose, { direction: 'outgoing', private: true }) },
    activityLine: { weight: 1, make: (world, choose) => addMessage(world, choose, { direction: 'activity' }) },
    longThread: {
      weight: 1,
      make(world, choose) {
        for (let i = 0; i < 21; i++) addMessage(world, choose);
      },
    },
    importedMessage: {
      weight: 1,
      make(world, choose) {
        const createdAt = Math.floor(world.now() / 1000) - (1 + choose.below(3)) * DAY_SECONDS;
        addMessage(world, choose, { createdAt });
      },
    },
    edit: {
      weight: 2,
      make(world, choose) {
        const row = choose.of(living(world));
        if (row) world.editMessage(row.id, `edited ${choose.below(9)}`);
      },
    },
    deletion: {
      weight: 2,
      make(world, choose) {
        const row = choose.of(living(world));
        if (row) world.deleteMessage(row.id);
      },
    },
    status: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.conversations.keys());
        const status = choose.of(['open', 'resolved', 'pending', 'snoozed'] as const);
        if (id !== undefined && status) world.setStatus(id, status);
      },
    },
    newName: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.contacts.keys());
        if (id !== undefined) world.renameContact(id, `renamed ${choose.below(9)}`);
      },
    },
    merge: {
      weight: 1,
      make(world, choose) {
        const winner = choose.of(world.tables.contacts.keys());
        const loser = choose.of([...world.tables.contacts.keys()].filter((id) => id !== winner));
        if (winner !== undefined && loser !== undefined) world.mergeContacts(winner, loser);
      },
    },
    goneConversation: {
      weight: 1,
      make(world, choose) {
        const id = choose.of(world.tables.conversations.keys());
        if (id !== undefined) world.deleteConversation(id);
      },
    },
    inbox: { weight: 1, make: (world) => void world.addInbox({ name: 'another', channel_type: 'Channel::Api' }) },
  },
  refs: (world) => [
    'inboxes',
    ...Array.from({ length: 6 }, (_, i) => `conversation:${i + 1}`),
    ...[...world.tables.messages.values()].slice(-3).map((row) => `message:${row.conversation_id}/${row.id}`),
    ...Array.from({ length: 5 }, (_, i) => `contact:${i + 1001}`),
  ],
  witness: (world, mirror) => new ChatwootWitness(world, mirror),
};

interface Said {
  by: 'client' | 'team';
  at: number;
  /** With a date of its own, from before. */
  imported: boolean;
}

class ChatwootWitness implements Witness {
  /** All that one side ever said to the other, by ref. */
  private readonly said = new Map<string, Said>();
  /** What was there to be read by a sync. */
  private readonly seen = new Set<string>();

  constructor(
    private readonly world: ChatwootWorld,
    private readonly mirror: Mirror,
  ) {}

  changed(): void {
    for (const row of this.world.tables.messages.values()) {
      if (row.private || row.message_type === 2 || this.said.has(refOf(row.id))) continue;
      const imported = row.created_at < Math.floor(this.world.now() / 1000);
      this.said.set(refOf(row.id), { by: row.message_type === 0 ? 'client' : 'team', at: row.created_at, imported });
    }
  }

  synced(): void {
    for (const { id, inbox_id } of living(this.world))
      if (this.isOurs(inbox_id) && this.said.get(refOf(id))?.imported === false) this.seen.add(refOf(id));
    for (const ref of this.seen) expect([ref, this.mirror.eventsOf('message_sent', ref).length]).toEqual([ref, 1]);
  }

  /**
   * One sync finds whatever has a date; removed conversations and merged contacts only the daily comparison; a
   * contact's new name the sweep, a page of contacts with each sync.
   */
  async settle(): Promise<void> {
    await this.mirror.sync();
    this.synced();
    await this.mirror.reconcile();
    for (let page = 0; page <= this.world.tables.contacts.size / 15 + 1; page++) await this.mirror.sync();
  }

  check(): void {
    const { world, mirror } = this;
    const there = new Set(world.tables.messages.keys());
    const state = mirrored(mirror);
    const messages = state.messages.filter((row) => there.has(Number(row.id)));
    if (this.narrow) expect({ ...state, messages }).toMatchObject(this.expectedOfOurs());
    else expect({ ...state, messages }).toEqual(expected(world));
    expect(state.messages.filter((row) => !row.deleted && !there.has(Number(row.id)))).toEqual([]);

    for (const { id, inbox_id } of living(world))
      if (this.isOurs(inbox_id) && this.said.has(refOf(id))) this.seen.add(refOf(id));
    const events = [...mirror.log.values()].filter((event) => event.event_type === 'message_sent');
    const refs = events.map((event) => event.source_ref);
    expect(new Set(refs).size).toBe(refs.length);
    expect([...this.seen].filter((ref) => !refs.includes(ref))).toEqual([]);
    for (const { source_ref, actor, occurred_at } of events) {
      const said = this.said.get(String(source_ref));
      expect([source_ref, actor, occurred_at.getTime()]).toEqual([source_ref, said?.by, (said?.at ?? 0) * 1000]);
    }
  }

  private get narrow(): boolean {
    return 'inbox_ids' in this.mirror.of.source.filter;
  }

  private isOurs(inboxId: number): boolean {
    return !this.narrow || inboxId === 1;
  }

  /** Contacts are those that a conversation of ours ever named. */
  private expectedOfOurs() {
    const { conversations, messages, attachments } = this.world.tables;
    const all = expected(this.world);
    const ours = (id: unknown) => this.isOurs(conversations.get(Number(id))?.inbox_id ?? 0);
    return {
      conversations: all.conversations.filter(({ id }) => ours(id)),
      messages: all.messages.filter((row) => ours(row.conversation_id)),
      attachments: all.attachments.filter(({ id }) =>
        ours(messages.get(attachments.get(Number(id))?.message_id ?? 0)?.conversation_id),
      ),
      inboxes: all.inboxes.filter(({ id }) => id === 1),
    };
  }
}

const refOf = (id: number) => `cwmsg:1:${id}`;

/** A comparison finds a conversation whose messages it can't read. */
const WENT_WRONG: RandomHistory = {
  narrow: false,
  size: 1,
  commands: [
    { do: 'reconcile', trouble: { kind: 'fault', request: 4, fault: 'bad_shape', times: 1 } },
    { do: 'reconcile', trouble: { kind: 'crash', batches: 1 } },
  ],
};

it(
  'any history of a Chatwoot account ends with its tables, and every message told once',
  async () => {
    await fc.assert(
      fc.asyncProperty(randomHistories(chatwoot), (history) => live(chatwoot, history)),
      { ...RUNS, examples: [[WENT_WRONG]] },
    );
  },
  RUNS_LIMIT_MS,
);
