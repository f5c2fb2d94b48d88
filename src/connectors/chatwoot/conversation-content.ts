import { errorText } from '../../common/app-error.js';
import { SyncError } from '../core/sync-error.js';
import { collectContacts } from './contact-sync.js';
import { globalIds } from './ids.js';
import { versionOf } from './mapper.js';
import type { ConversationMessages } from './message-reader.js';
import type { Read } from '../kit/read-rows.js';
import { readRows } from './parse.js';
import { attachmentSchema, type ChatwootConversation, messageSchema } from './payloads.js';
import type { ChatwootRun } from './run.js';
import { CW_ATTACHMENTS, CW_CONVERSATIONS, CW_MESSAGES } from './tables.js';

/** Adds a conversation as its list shows it, with the client it names. */
export function collectConversation(run: ChatwootRun, conversation: Read<ChatwootConversation>): void {
  const sender = conversation.fields.meta?.sender;
  if (sender !== undefined && sender !== null) collectContacts(run, [sender], `conversation:${conversation.fields.id}`);
  run.builder.add(CW_CONVERSATIONS, run.mapper.conversation(conversation));
  run.builder.addRead(`conversation:${conversation.fields.id}`);
}

/**
 * Reads all messages of a conversation and returns a function that adds it with them, so that a caller of several at
 * once adds them in one go. One that can't be read becomes a failure and keeps its old version, hence is read again.
 * @throws SyncError where the vendor as a whole can't be read
 */
export async function readContent(run: ChatwootRun, conversation: Read<ChatwootConversation>): Promise<() => void> {
  const { id } = conversation.fields;
  const source_ref = `conversation:${id}`;
  try {
    const messages = await run.messages.readAll(id);
    run.failures.succeeded(source_ref);
    return () => {
      collectConversation(run, conversation);
      collectMessages(run, id, messages);
      run.read.set(id, versionOf(conversation.fields));
    };
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    if (error.kind === 'gone') return () => collectGone(run, id);
    if (!(await run.failures.isOwn(source_ref, error))) throw error;
    run.failed.add(id);
    return () => run.builder.addFailures([{ source_ref, message: errorText(error), payload: { id } }]);
  }
}

/** Marks a conversation that the vendor no longer has, and everything in it. */
export function collectGone(run: ChatwootRun, conversationId: number): void {
  const gid = globalIds(run.context.source).conversation(conversationId);
  for (const table of [CW_CONVERSATIONS, CW_MESSAGES, CW_ATTACHMENTS])
    run.builder.addComplete(table, 'conversation_global_id', gid);
}

function collectMessages(run: ChatwootRun, conversationId: number, { rows, complete }: ConversationMessages): void {
  const { builder, mapper } = run;
  const gid = globalIds(run.context.source).conversation(conversationId);
  const { records, failures } = readRows(messageSchema, rows, (id) =>
    id === null ? `conversation:${conversationId}` : `message:${conversationId}/${id}`,
  );
  builder.countFetched(rows.length);
  builder.addFailures(failures);
  let broken = failures.length;
  for (const message of records) {
    builder.add(CW_MESSAGES, mapper.message(conversationId, message));
    const { id, attachments } = message.fields;
    const files = readRows(attachmentSchema, attachments, () => `message:${conversationId}/${id}`);
    builder.addFailures(files.failures);
    broken += files.failures.length;
    if (files.failures.length === 0) builder.addRead(`message:${conversationId}/${id}`);
    for (const file of files.records) builder.add(CW_ATTACHMENTS, mapper.attachment(conversationId, id, file));
  }
  // A row that couldn't be read is missing here, and still there at the vendor: absence proves nothing then.
  if (broken > 0 || !complete) return;
  builder.addComplete(CW_MESSAGES, 'conversation_global_id', gid);
  builder.addComplete(CW_ATTACHMENTS, 'conversation_global_id', gid);
}
