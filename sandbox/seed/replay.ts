import type { NewConversation, NewContact, NewMessage } from '../chatwoot/mutations.js';
import type { ConversationStatus } from '../chatwoot/records.js';
import type { ChatwootWorld } from '../chatwoot/world.js';

export interface PlannedConversation {
  /** Conversations with the same key share their contact. */
  contactKey: string;
  contact: NewContact;
  conversation: Omit<NewConversation, 'contactId' | 'status'>;
  /** How it ends, whatever happened on the way. */
  status: ConversationStatus;
  snoozedUntil?: string | null;
  /** In order of time, unix seconds; never empty. */
  messages: (Omit<NewMessage, 'conversationId' | 'createdAt'> & { at: number })[];
}

/**
 * Lives through the plan in order of time with the world's clock set back, so that ids grow with time over the whole
 * account, as they do in a real one, and one conversation's ids lie far apart.
 */
export function replay(world: ChatwootWorld, plan: readonly PlannedConversation[]): void {
  const steps = plan.flatMap((planned, index) => planned.messages.map((message) => ({ planned, index, message })));
  // Sorting is stable: messages of the same second keep their order within a conversation.
  steps.sort((a, b) => a.message.at - b.message.at || a.index - b.index);
  const contacts = new Map<string, number>();
  const ids = new Map<PlannedConversation, number>();
  let second = 0;
  const clock = world.setClock(() => second * 1000);
  try {
    for (const { planned, message } of steps) {
      second = message.at;
      const id = ids.get(planned) ?? begin(world, planned, contacts);
      ids.set(planned, id);
      const { at: _at, ...given } = message;
      world.addMessage({ ...given, conversationId: id });
      if (message === planned.messages.at(-1)) world.setStatus(id, planned.status, planned.snoozedUntil ?? null);
    }
  } finally {
    world.setClock(clock);
  }
}

function begin(world: ChatwootWorld, planned: PlannedConversation, contacts: Map<string, number>): number {
  const contactId = contacts.get(planned.contactKey) ?? world.addContact(planned.contact).id;
  contacts.set(planned.contactKey, contactId);
  return world.addConversation({ ...planned.conversation, contactId }).id;
}
