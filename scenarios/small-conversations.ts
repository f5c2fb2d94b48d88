import type { Sandbox } from '../sandbox/sandbox.js';

/** Adds conversations of one message each, so that a sync has many pages and is in the middle for long. */
export function addSmallConversations({ world }: Pick<Sandbox, 'world'>, count: number): void {
  for (let i = 0; i < count; i++) {
    const contact = world.addContact({ name: `Client ${i}`, email: `client.${i}@example.org` });
    const { id } = world.addConversation({ contactId: contact.id, inboxId: 1 });
    world.addMessage({
      conversationId: id,
      direction: 'incoming',
      content: `Where is page ${i} of our order, please?`,
    });
  }
}
