import { errorText } from '../../common/app-error.js';
import type { SyncBatch } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import type { ContactSort, ConversationSort } from './chatwoot-api.js';
import { collectContactPage, collectContacts, isOurContact } from './contact-sync.js';
import { collectGone, readContent } from './conversation-content.js';
import { readConversations, takeIn } from './conversation-sync.js';
import { globalIds } from './ids.js';
import { collectInboxes } from './inbox-sync.js';
import { readRows } from './parse.js';
import { conversationSchema } from './payloads.js';
import type { ChatwootRun } from './run.js';
import { inScope } from './scope.js';
import { CW_CONTACTS } from './tables.js';

/** What to read for a ref; several refs can come down to the same reading. */
interface Reading {
  readonly key: string;
  readonly read: (run: ChatwootRun) => Promise<void>;
}

/**
 * Reads records again by the refs of their failures, a batch for each: `conversation:ID`, `message:CONVERSATION/ID`
 * (with its whole conversation), `contact:ID`, `inbox:ID`, and `list:RESOURCE:SORT:PAGE` for rows without an id that
 * could be read. What fails again is a failure again; what is gone at the vendor is marked.
 */
export async function* reread(run: ChatwootRun, refs: readonly string[]): AsyncGenerator<SyncBatch, void> {
  const readings = new Map<string, { read: Reading['read']; refs: string[] }>();
  for (const ref of refs) {
    const { key, read } = readingOf(ref);
    readings.set(key, { read, refs: [...(readings.get(key)?.refs ?? []), ref] });
  }
  for (const [key, reading] of readings) {
    run.context.signal.throwIfAborted();
    try {
      await reading.read(run);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      const own = error.options.forbidden || (await run.failures.isOwn(key, error));
      if (!own) throw error;
      run.builder.addFailures(
        reading.refs.map((source_ref) => ({ source_ref, message: errorText(error), payload: null })),
      );
    }
    yield run.builder.take(run.context.cursor);
  }
}

function readingOf(ref: string): Reading {
  const [, conversation] = /^(?:conversation:|message:)(\d+)(?:\/\d+)?$/.exec(ref) ?? [];
  if (conversation)
    return { key: `conversation:${conversation}`, read: (run) => rereadConversation(run, Number(conversation)) };
  const [, contact] = /^contact:(\d+)$/.exec(ref) ?? [];
  if (contact) return { key: ref, read: (run) => rereadContact(run, Number(contact)) };
  if (/^inbox(es|:\d+)$/.test(ref)) return { key: 'inboxes', read: (run) => collectInboxes(run, true) };
  const [, resource, sort, page] = /^list:(conversations|contacts):([\w-]+):(\d+)$/.exec(ref) ?? [];
  if (resource === 'contacts')
    return { key: ref, read: (run) => rereadContactPage(run, sort as ContactSort, Number(page)) };
  if (resource) return { key: ref, read: (run) => rereadConversationPage(run, sort as ConversationSort, Number(page)) };
  return {
    key: ref,
    read: () =>
      Promise.reject(new SyncError('bad_payload', `'${ref}' names no Chatwoot record; dismiss it and run a sync`)),
  };
}

async function rereadConversation(run: ChatwootRun, id: number): Promise<void> {
  const raw = await unlessGone(run.api.conversation(id));
  if (raw === undefined) return collectGone(run, id);
  const { records, failures } = readRows(conversationSchema, [raw], () => `conversation:${id}`);
  run.builder.countFetched(1);
  run.builder.addFailures(failures);
  for (const conversation of records) {
    if (inScope(run.inboxes, conversation.fields.inbox_id)) (await readContent(run, conversation))();
    // Of another inbox: the source was narrowed anew since it came, or it never was the project's.
    else collectGone(run, id);
  }
}

async function rereadContact(run: ChatwootRun, id: number): Promise<void> {
  const key = globalIds(run.context.source).contact(id);
  const raw = (await isOurContact(run, key)) ? await unlessGone(run.api.contact(id)) : undefined;
  if (raw === undefined) return run.builder.addComplete(CW_CONTACTS, 'contact_global_id', key);
  run.builder.countFetched(1);
  collectContacts(run, [raw], `contact:${id}`);
}

async function rereadContactPage(run: ChatwootRun, sort: ContactSort, page: number): Promise<void> {
  if (run.inboxes !== null) return;
  collectContactPage(run, sort, { ...(await run.api.contacts(sort, page)), page });
}

/** Everything on the page is read, since the row that failed there is not known among the others. */
async function rereadConversationPage(run: ChatwootRun, sort: ConversationSort, page: number): Promise<void> {
  const { rows } = await run.api.conversations(sort, page);
  const listed = readConversations(run, rows, `list:conversations:${sort}:${page}`);
  const horizon = run.context.now.getTime() / 1000 - run.context.lookbackDays * 86_400;
  // Its batches leave the cursor as it is, so that those in between can wait for the last one.
  for await (const batch of takeIn(run, listed, { cursor: run.context.cursor, horizon, changedOnly: true }))
    run.builder.addBatch(batch);
}

async function unlessGone<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SyncError && error.kind === 'gone') return undefined;
    throw error;
  }
}
