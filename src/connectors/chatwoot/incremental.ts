import type { SyncBatch, SyncCursor } from '../core/contract.js';
import { CONVERSATIONS } from './chatwoot-api.js';
import { readConversations, takeIn } from './conversation-sync.js';
import { activityOf, versionOf } from './mapper.js';
import { addBrokenPage, stumbled, walkPages } from '../kit/walk-pages.js';
import type { Read } from '../kit/read-rows.js';
import type { ChatwootConversation } from './payloads.js';
import { readSweep } from './position.js';
import { nowSeconds, type ChatwootRun } from './run.js';
import { sweepConversations } from './sweep.js';
import { OVERLAP_SECONDS, watermarkOf } from './watermark.js';

/**
 * The answer to `updated_within` has no pages: after a long pause it could be larger than anybody takes. The sweep
 * finds the rest.
 */
const LONGEST_WINDOW_SECONDS = 86_400;

/**
 * Takes in every conversation that changed since a time, and moves the stream to where that brings it. Batches on the
 * way keep the cursor they are given: after a crash the same is read again, except for what is committed.
 * @param from unix seconds; the horizon is for conversations that we never took
 */
export async function* incremental(
  run: ChatwootRun,
  from: number,
  cursor: SyncCursor,
  horizon: number,
): AsyncGenerator<SyncBatch, void> {
  const since = from - OVERLAP_SECONDS;
  const intake = { cursor, horizon };
  let updated: Read<ChatwootConversation>[] = [];
  let watermark = from;
  // What can't be shown now may have changed since: then the next sync looks from the same time on.
  let whole = true;
  let done = 0;

  const sort = 'last_activity_at_desc';
  const list = { ...CONVERSATIONS, read: (number: number) => run.api.conversations(sort, number) };
  for await (const page of walkPages({ ...list, skipsBroken: true }, 1)) {
    run.context.signal.throwIfAborted();
    const place = `list:conversations:${sort}:${page.page}`;
    addBrokenPage(run.builder, place, page);
    whole &&= !page.broken;
    const listed = readConversations(run, page.rows, place);
    // Only the first page: what later ones show may have happened after pages before them were read.
    if (page.page === 1) {
      watermark = watermarkOf(listed, watermark, nowSeconds(run));
      const answer = await readUpdated(run, since, listed);
      whole &&= answer !== null;
      updated = answer ?? [];
    }
    yield* takeIn(run, listed, intake);
    run.context.progress((done += page.rows.length), null, 'conversations');
    // Any of them: all further pages are older, in any order of this one's rows.
    if (listed.some(({ fields }) => activityOf(fields) < since)) break;
  }
  yield* takeIn(run, updated, intake);

  const { streams } = run.context;
  const page = readSweep(streams.of('conversations').cursor_id);
  const sweep = updated.length > 0 ? page : yield* sweepConversations(run, page, intake);
  run.watermark = watermark;
  streams.move('conversations', {
    cursor_ts: new Date((whole ? watermark : from) * 1000),
    cursor_id: String(sweep),
    page_cursor: null,
  });
}

/**
 * Conversations that were updated since a time: edits, deletions and changes of status move no activity. Never empty
 * where the server knows the question, since the window is made to hold the latest conversation; empty where it
 * doesn't, or doesn't understand it as we do, which a row from before the window betrays. Null where it stumbles over
 * one of the conversations: then the sweep looks.
 */
async function readUpdated(run: ChatwootRun, since: number, latest: readonly Read<ChatwootConversation>[]) {
  const now = nowSeconds(run);
  const newest = Math.max(0, ...latest.map(({ fields }) => versionOf(fields)));
  if (newest === 0) return [];
  const wanted = Math.max(Math.min(now - since, LONGEST_WINDOW_SECONDS), now - newest);
  // In whole minutes and one more, so that syncs of other projects ask the same and can share the answer.
  const seconds = (Math.ceil(wanted / 60) + 1) * 60;
  const answer = await run.api.conversationsUpdatedWithin(seconds).catch((error: unknown) => {
    if (stumbled(error)) return null;
    throw error;
  });
  if (answer === null) return null;
  const updated = readConversations(run, answer.rows, 'list:conversations:last_activity_at_desc:1');
  const understood = updated.every(({ fields }) => (fields.updated_at ?? 0) >= now - seconds - OVERLAP_SECONDS);
  return understood ? updated : [];
}
