import type { Deed } from './story.js';

/** What is said in Chatwoot. Each matter has a conversation of its own, so that an answer belongs to its question. */

type Side = 'client' | 'team';

/** Begins a conversation, which is the one that `says` goes on with. */
export const begins =
  (side: Side, topic: string, text: string): Deed =>
  (scene) => {
    const { id } = scene.worlds.world.addConversation({
      contactId: scene.contactId,
      inboxId: scene.inboxId,
      assigneeId: scene.agentId,
      additional_attributes: { mail_subject: topic },
    });
    scene.conversations.add(topic, id);
    says(side, text)(scene);
  };

/** @param topic default the conversation that was begun last */
export const says =
  (side: Side, text: string, topic?: string): Deed =>
  ({ worlds, conversations }) =>
    void worlds.world.addMessage({
      conversationId: conversations.id(topic ?? conversations.latest ?? ''),
      direction: side === 'client' ? 'incoming' : 'outgoing',
      content: text,
    });

export const resolves =
  (topic: string): Deed =>
  ({ worlds, conversations }) =>
    void worlds.world.setStatus(conversations.id(topic), 'resolved');
