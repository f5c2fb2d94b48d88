import type { ConnectorName } from '../../src/connectors/core/contract.js';
import {
  attioDelivery,
  chatwootDelivery,
  linearDelivery,
  linearSignature,
  recordChanges,
  type Sandbox,
  type WebhookEvent,
} from '../../sandbox/sandbox.js';
import type { Compared } from './mirrored-rows.js';

/** A webhook call, signed and ready to be sent as it is. */
export interface Sent {
  headers: Record<string, string>;
  body: string;
}

/** Signs a delivery. `at`: when it is sent, epoch ms. */
export type Signable = (given: { secret: string; id: string; at: number }) => Sent;

/** One vendor, as far as the tests of webhooks tell it from another. */
export interface WebhookVendor extends Compared {
  connector: ConnectorName;
  /** How old a delivery may be, in ms; null: it does not say when it was sent. */
  windowMs: number | null;
  /**
   * Lets something happen, new each time.
   * @returns what the vendor sends of it
   */
  change(sandbox: Sandbox): Signable[];
  /** Part of the vendor's records. */
  filter(sandbox: Sandbox): Record<string, unknown>;
  /**
   * Lets something happen that lies outside that part.
   * @returns what the vendor sends of it
   */
  changeOutside(sandbox: Sandbox): Signable[];
  /** A delivery of something that there are no records of. */
  unknown(sandbox: Sandbox): Signable;
  /** A delivery with any body. */
  of(body: object): Signable;
}

let changes = 0;
const news = () => `What is new for the ${++changes}th time, at some length`;

const chatwoot = (payload: object): Signable => {
  return ({ secret, id, at }) => chatwootDelivery(payload, secret, { deliveryId: id, at });
};

function linear({ linear: world }: Sandbox, act: () => void): Signable[] {
  const recorded = recordChanges(world);
  act();
  recorded.stop();
  return recorded.changes.map(
    (change) =>
      ({ secret, id, at }) =>
        linearDelivery(world, change, secret, { deliveryId: id, webhookTimestamp: at }),
  );
}

function attio({ attio: world }: Sandbox, act: () => void): Signable[] {
  world.takeEvents();
  act();
  return world.takeEvents().map(attioOf);
}

const attioOf = (event: WebhookEvent): Signable => {
  return ({ secret, id }) => attioDelivery(event, secret, { idempotencyKey: id });
};

export const WEBHOOK_VENDORS: readonly WebhookVendor[] = [
  {
    connector: 'chatwoot',
    windowMs: 5 * 60_000,
    tables: ['cw_contacts', 'cw_conversations', 'cw_messages', 'cw_attachments_raw', 'cw_inboxes_raw'],
    // Messages show their sender as he is called when they are read.
    ignored: ['data', 'sender_name'],
    texts: 'message',
    change({ world }) {
      const { conversations, messages } = world.snapshot();
      const [first, second, third] = conversations;
      if (!first || !second || !third) throw new Error('the sandbox has conversations');
      const said = world.addMessage({ conversationId: first.id, direction: 'incoming', content: news() });
      const answered = world.addMessage({ conversationId: second.id, direction: 'outgoing', content: news() });
      const old = messages.findLast((one) => one.conversation_id === third.id && one.message_type === 0);
      if (old) world.editMessage(old.id, news());
      world.setStatus(third.id, third.status === 'open' ? 'resolved' : 'open');
      const contact = world.renameContact(first.contact_id, `Client ${++changes}`);
      const message = (event: string, id: number, conversation: number) =>
        chatwoot({ event, id, message_type: 'incoming', conversation: { id: conversation } });
      return [
        message('message_created', said.id, first.id),
        message('message_created', answered.id, second.id),
        // Chatwoot may name another message than the one that changed: only the conversation is believed.
        message('message_updated', said.id, third.id),
        chatwoot({ event: 'conversation_status_changed', id: third.id, status: 'open' }),
        chatwoot({ event: 'contact_updated', id: contact.id, name: 'not believed' }),
      ];
    },
    filter: ({ world }) => ({ inbox_ids: [world.snapshot().conversations[0]?.inbox_id] }),
    changeOutside({ world }) {
      const { conversations, inboxes } = world.snapshot();
      const other = inboxes.find(({ id }) => id !== conversations[0]?.inbox_id);
      if (!other) throw new Error('the sandbox has two inboxes');
      const contact = world.addContact({ name: `Stranger ${++changes}`, email: `stranger-${changes}@example.org` });
      const conversation = world.addConversation({ contactId: contact.id, inboxId: other.id });
      const message = world.addMessage({ conversationId: conversation.id, direction: 'incoming', content: news() });
      return [
        chatwoot({ event: 'contact_created', id: contact.id }),
        chatwoot({ event: 'conversation_created', id: conversation.id }),
        chatwoot({ event: 'message_created', id: message.id, conversation: { id: conversation.id } }),
        chatwoot({ event: 'inbox_updated', id: other.id }),
      ];
    },
    unknown: ({ world }) => chatwoot({ event: 'webwidget_triggered', id: world.snapshot().contacts[0]?.id }),
    of: chatwoot,
  },
  {
    connector: 'linear',
    windowMs: 24 * 3_600_000,
    tables: ['issues', 'comments', 'relations', 'labels', 'cycles', 'projects', 'users', 'teams', 'states'].map(
      (name) => `linear_${name}_raw`,
    ),
    ignored: [],
    texts: 'issue',
    change(sandbox) {
      const { linear: world } = sandbox;
      const { issues, labels } = world.snapshot();
      const [first, second, third] = issues.filter((one) => one.archivedAt === null);
      const label = labels[0];
      if (!first || !second || !third || !label) throw new Error('the sandbox has issues and labels');
      return linear(sandbox, () => {
        const { id } = world.addIssue({ team: first.teamId, title: news(), description: news() });
        const comment = world.addComment({ issue: id, body: news() });
        world.addComment({ issue: first.id, body: news() });
        world.editIssue(first.id, { title: news() });
        world.moveToState(second.id, second.completedAt === null ? 'completed' : 'started');
        world.deleteComment(comment.id);
        world.edit('label', label.id, { name: `Label ${++changes}` });
        world.trash(third.id);
      });
    },
    filter: ({ linear: { tables } }) => ({ team_ids: [tables.list('team')[0]?.id] }),
    changeOutside(sandbox) {
      const { linear: world } = sandbox;
      const [, other] = world.tables.list('team');
      if (!other) throw new Error('the sandbox has two teams');
      return linear(sandbox, () => {
        const { id } = world.addIssue({ team: other.id, title: news(), description: news() });
        world.addComment({ issue: id, body: news() });
        world.addLabel({ name: `Label ${++changes}`, teamId: other.id });
      });
    },
    unknown: ({ linear: world }) => linearOf({ type: 'Reaction', action: 'create', data: { id: world.viewer().id } }),
    of: (body) => linearOf(body),
  },
  {
    connector: 'attio',
    windowMs: null,
    tables: ['attio_accounts_raw', 'attio_people_raw', 'attio_opportunities_raw', 'attio_activities_raw'],
    // The other side of a relationship is shown in the record, and Attio does not count it as a change.
    ignored: ['data', 'content_hash'],
    texts: 'note',
    change(sandbox) {
      const { attio: world } = sandbox;
      const { deals, tasks } = world.snapshot();
      const [first] = deals;
      if (!first) throw new Error('the sandbox has deals');
      const seed = ++changes;
      return attio(sandbox, () => {
        const task = world.addTask({ content: news(), records: [first.id] });
        world.completeTask(task.id);
        for (const { id } of tasks.slice(0, 1)) world.deleteTask(id);
        world.churn({
          deals: 2,
          stageMoves: 3,
          valueChanges: 2,
          notes: 3,
          noteEdits: 2,
          deletions: 2,
          merges: 1,
          seed,
        });
      });
    },
    filter: ({ attio: world }) => {
      const deal = world.snapshot().deals.find((one) => one.company_id !== null);
      return { company_ids: [deal?.company_id] };
    },
    changeOutside(sandbox) {
      const { attio: world } = sandbox;
      return attio(sandbox, () => {
        const company = world.addCompany({ name: `Elsewhere ${++changes}` });
        const person = world.addPerson({ name: 'Ada Else', company: company.id });
        const deal = world.addDeal({ name: 'Other', company: company.id, people: [person.id] });
        for (const record of [company.id, person.id, deal.id]) {
          world.addNote({ record, title: 'Call', content: news() });
          world.addTask({ content: news(), records: [record] });
        }
      });
    },
    unknown: ({ attio: world }) => {
      const { entries, deals } = world.snapshot();
      const id = {
        workspace_id: world.schema.workspaceId,
        entry_id: entries[0]?.id ?? '',
        list_id: deals[0]?.id ?? '',
      };
      return attioOf({ event_type: 'list-entry.updated', id, actor: { type: 'system', id: null } });
    },
    of: (body) => attioOf(body as WebhookEvent),
  },
];

function linearOf(body: object): Signable {
  return ({ secret, id, at }) => {
    const text = JSON.stringify({ webhookTimestamp: at, ...body });
    const signature = linearSignature(text, secret);
    return {
      headers: { 'content-type': 'application/json', 'linear-delivery': id, 'linear-signature': signature },
      body: text,
    };
  };
}
