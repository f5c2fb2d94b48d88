import type { Act, Deed } from './story.js';

/** What is said in Chatwoot. Each matter has a conversation of its own, so that an answer belongs to its question. */

const LINE = /^(?<day>\d{1,2}) (?<hour>\d\d):(?<minute>\d\d) (?<side>client|team): (?<text>.+)$/;

/**
 * All conversations of a story as one transcript: `# Topic` begins a conversation, and each line below it is a message,
 * `12 10:30 client: What was said.` on a day at an hour.
 */
export function talks(transcript: string): Act[] {
  const acts: Act[] = [];
  let [topic, begun] = ['', true];
  for (const line of transcript.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    if (line.startsWith('# ')) {
      [topic, begun] = [line.slice(2), false];
      continue;
    }
    const { day, hour, minute, side, text = '' } = LINE.exec(line)?.groups ?? {};
    if (day === undefined || topic === '') throw new Error(`the transcript has a line that is no message: ${line}`);
    const says = message(topic, side === 'client' ? 'incoming' : 'outgoing', text);
    acts.push([Number(day), Number(hour) + Number(minute) / 60, begun ? says : begins(topic, says)]);
    begun = true;
  }
  return acts;
}

const begins =
  (topic: string, says: Deed): Deed =>
  (scene) => {
    const { id } = scene.worlds.world.addConversation({
      contactId: scene.contactId,
      inboxId: scene.inboxId,
      assigneeId: scene.agentId,
      additional_attributes: { mail_subject: topic },
    });
    scene.conversations.add(topic, id);
    says(scene);
  };

const message =
  (topic: string, direction: 'incoming' | 'outgoing', content: string): Deed =>
  ({ worlds, conversations }) =>
    void worlds.world.addMessage({ conversationId: conversations.id(topic), direction, content });

export const resolves =
  (topic: string): Deed =>
  ({ worlds, conversations }) =>
    void worlds.world.setStatus(conversations.id(topic), 'resolved');
