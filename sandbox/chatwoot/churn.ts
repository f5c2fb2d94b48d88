import { seededRandom } from '../random.js';
import { churnText } from '../seed/churn-text.js';
import type { NewMessage } from './mutations.js';
import { ACTIVITY, INCOMING, type MessageRow, type MessageType, OUTGOING } from './records.js';
import type { Tables } from './tables.js';

/** What churn needs of a world: its rows, and the changes it can make to them. */
export interface Changeable {
  readonly tables: Tables;
  addMessage(message: NewMessage): MessageRow;
  editMessage(id: number, content: string): MessageRow;
  deleteMessage(id: number): MessageRow;
}

export interface ChurnPlan {
  messages?: number;
  edits?: number;
  deletions?: number;
  seed?: number;
}

export interface ChurnResult {
  addedIds: number[];
  editedIds: number[];
  deletedIds: number[];
}

/**
 * Life goes on: new messages in random conversations, edits and deletions of random older ones. The same seed on the
 * same world makes the same changes. No message is edited after it was deleted, since Chatwoot does not offer that
 * either.
 * @returns which messages were touched; an edited one may also be among the deleted
 */
export function churn(world: Changeable, plan: ChurnPlan): ChurnResult {
  const random = seededRandom(plan.seed ?? 1);
  const result: ChurnResult = { addedIds: [], editedIds: [], deletedIds: [] };
  const conversations = [...world.tables.conversations.keys()];
  if (conversations.length === 0) return result;
  for (let i = 0; i < (plan.messages ?? 0); i++) {
    const message_type: MessageType = random.next() < 0.55 ? INCOMING : OUTGOING;
    const note = message_type === OUTGOING && random.next() < 0.1;
    const message = {
      conversationId: random.pick(conversations),
      message_type,
      content: churnText(random),
      private: note,
    };
    result.addedIds.push(world.addMessage(message).id);
  }
  const living = [...world.tables.messages.values()].filter((row) => row.message_type !== ACTIVITY && !isDeleted(row));
  for (let i = 0; i < (plan.edits ?? 0) && living.length > 0; i++) {
    result.editedIds.push(world.editMessage(random.pick(living).id, churnText(random)).id);
  }
  for (let i = 0; i < (plan.deletions ?? 0) && living.length > 0; i++) {
    const [row] = living.splice(random.int(0, living.length - 1), 1);
    if (row) result.deletedIds.push(world.deleteMessage(row.id).id);
  }
  return result;
}

const isDeleted = (row: MessageRow): boolean => row.content_attributes['deleted'] === true;
