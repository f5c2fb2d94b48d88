import type { SyncBatch, SyncCursor } from '../core/contract.js';
import { collectConversation, collectGone, readContent } from './conversation-content.js';
import { globalIds } from './ids.js';
import { activityOf, versionOf } from './mapper.js';
import type { Read } from '../kit/read-rows.js';
import { readRows } from './parse.js';
import { type ChatwootConversation, conversationSchema } from './payloads.js';
import type { ChatwootRun } from './run.js';
import { inScope } from './scope.js';
import { CW_CONVERSATIONS } from './tables.js';

/** Conversations read at once: enough to hide the network's delay, few enough for a vendor's own small server. */
const AT_ONCE = 5;

export interface ConversationIntake {
  /** Cursor of the batches that fill up on the way. */
  readonly cursor: SyncCursor;
  /** Unix seconds: conversations that we lack are taken from here on. */
  readonly horizon: number;
  /** Leaves out those that didn't change, in walks that only look for what was missed. */
  readonly changedOnly?: boolean;
}

/** Reads a page's rows; the unreadable are added as failures, named by `place` where even their id can't be read. */
export function readConversations(
  run: ChatwootRun,
  rows: readonly unknown[],
  place: string,
): Read<ChatwootConversation>[] {
  const { records, failures } = readRows(conversationSchema, rows, (id) =>
    id === null ? place : `conversation:${id}`,
  );
  run.builder.countFetched(rows.length);
  run.builder.addFailures(failures);
  return [...records];
}

/**
 * Takes in listed conversations of the source: those that changed since we saw them last with all their messages, so
 * that edits and deletions show too; of the others, only the row. Yields batches that fill up on the way; what remains
 * is in the builder. A row's version is written together with its messages, or not at all.
 * @returns how many conversations were new to us
 */
export async function* takeIn(
  run: ChatwootRun,
  listed: readonly Read<ChatwootConversation>[],
  intake: ConversationIntake,
): AsyncGenerator<SyncBatch, number> {
  const ids = globalIds(run.context.source);
  const versions = await knownVersions(run, listed);
  const ours = listed.filter(({ fields }) => inScope(run.inboxes, fields.inbox_id));
  // What we have of another inbox came before the source was narrowed anew.
  for (const { fields } of listed) {
    const had = (versions.get(ids.conversation(fields.id)) ?? null) !== null;
    if (had && !inScope(run.inboxes, fields.inbox_id)) collectGone(run, fields.id);
  }
  const changed: Read<ChatwootConversation>[] = [];
  let added = 0;
  for (const conversation of new Map(ours.map((each) => [each.fields.id, each])).values()) {
    const { fields } = conversation;
    const known = versions.get(ids.conversation(fields.id));
    if (known === undefined && activityOf(fields) < intake.horizon) continue;
    const version = versionOf(fields);
    if (run.read.get(fields.id) === version || run.failed.has(fields.id)) continue;
    if (known === version) {
      if (!intake.changedOnly) collectConversation(run, conversation);
      continue;
    }
    if (known === undefined) added += 1;
    changed.push(conversation);
  }
  for (let first = 0; first < changed.length; first += AT_ONCE) {
    run.context.signal.throwIfAborted();
    const contents = await settled(changed.slice(first, first + AT_ONCE).map((each) => readContent(run, each)));
    for (const collect of contents) collect();
    if (run.builder.isFull) yield run.builder.take(intake.cursor);
  }
  return added;
}

/** Versions by global id; null where a conversation is marked deleted, so that one that is back is read again. */
async function knownVersions(
  run: ChatwootRun,
  listed: readonly Read<ChatwootConversation>[],
): Promise<Map<string, number | null>> {
  const ids = globalIds(run.context.source);
  const keys = listed.map(({ fields }) => ids.conversation(fields.id));
  if (keys.length === 0) return new Map();
  const versions = await run.context.known(CW_CONVERSATIONS, 'vendor_updated_at', keys);
  const deleted = await run.context.known(CW_CONVERSATIONS, 'deleted_at', [...versions.keys()]);
  const alive = (key: string) => (deleted.get(key) ?? null) === null;
  return new Map([...versions].map(([key, version]) => [key, alive(key) && version !== null ? Number(version) : null]));
}

/** Like Promise.all, but no read is still running when it throws: its sync would be over, its requests not. */
async function settled<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  const results = await Promise.allSettled(promises);
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason;
    return result.value;
  });
}
