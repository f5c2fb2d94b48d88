import type { Batch, SyncCursor } from '../core/contract.js';
import { collectContactPage } from './contact-sync.js';
import { addBrokenPage } from './conversation-content.js';
import { readConversations, takeIn } from './conversation-sync.js';
import { walkPages } from './page-walk.js';
import type { Walk } from './position.js';
import { nowSeconds, type Run } from './run.js';
import { watermarkOf } from './watermark.js';

/** The first walk, one that looks for what slipped through it, and one more if something did. */
const ROUNDS = 3;
/** Contacts are small, and pages of 15 would make for very many transactions. */
const CONTACT_PAGES_PER_BATCH = 20;

const cursorOf = (walk: Walk): SyncCursor => ({ cursor_ts: null, cursor_id: null, page_cursor: { ...walk } });

/** Where a first sync begins: with the newest change there is, so that whatever comes later is caught up with in the end. */
export async function beginWalk(run: Run): Promise<Walk> {
  const { rows } = await run.api.conversations('last_activity_at_desc', 1);
  const watermark = watermarkOf(
    readConversations(run, rows, 'list:conversations:last_activity_at_desc:1'),
    null,
    nowSeconds(run),
  );
  const horizon = nowSeconds(run) - run.context.lookbackDays * 86_400;
  return { phase: 'conversations', round: 0, page: 1, added: 0, done: 0, watermark, horizon };
}

/** Walks all conversations and contacts, each list page a batch. @returns the position from which to catch up */
export async function* backfill(run: Run, start: Walk): AsyncGenerator<Batch, Walk> {
  let walk = start;
  while (walk.phase === 'conversations') {
    walk = yield* walkConversations(run, walk);
    const again = walk.round === 0 || (walk.added > 0 && walk.round + 1 < ROUNDS);
    walk = again ? { ...walk, round: walk.round + 1, page: 1, added: 0 } : { ...walk, phase: 'contacts', page: 1 };
    yield run.builder.take(cursorOf(walk));
  }
  if (walk.phase === 'contacts') {
    // With a filter, the account's other contacts are none of the project's business.
    if (run.inboxes === null) yield* walkContacts(run, walk);
    walk = { ...walk, phase: 'catch_up' };
    yield run.builder.take(cursorOf(walk));
  }
  return walk;
}

/** In order of creation: new rows come at the end, and nothing that happens to a conversation moves it. */
async function* walkConversations(run: Run, start: Walk): AsyncGenerator<Batch, Walk> {
  let walk = start;
  const sort = 'created_at_asc';
  const list = { name: 'conversations', read: (number: number) => run.api.conversations(sort, number) };
  for await (const page of walkPages({ ...list, skipsBroken: true }, walk.page)) {
    run.context.signal.throwIfAborted();
    walk = { ...walk, page: page.page };
    const place = `list:conversations:${sort}:${page.page}`;
    addBrokenPage(run, place, page);
    const listed = readConversations(run, page.rows, place);
    const intake = { cursor: cursorOf(walk), horizon: walk.horizon, changedOnly: walk.round > 0 };
    const added = walk.added + (yield* takeIn(run, listed, intake));
    const done = walk.round > 0 ? walk.done : walk.done + page.rows.length;
    walk = { ...walk, page: page.page + 1, added, done };
    run.context.progress(done, page.total, 'conversations');
    if (walk.round === 0 || !run.builder.isEmpty) yield run.builder.take(cursorOf(walk));
  }
  return walk;
}

async function* walkContacts(run: Run, start: Walk): AsyncGenerator<Batch, void> {
  const sort = 'created_at';
  const list = { name: 'contacts', read: (number: number) => run.api.contacts(sort, number) };
  for await (const page of walkPages({ ...list, skipsBroken: true }, start.page)) {
    run.context.signal.throwIfAborted();
    addBrokenPage(run, `list:contacts:${sort}:${page.page}`, page);
    collectContactPage(run, sort, page);
    const full = page.page % CONTACT_PAGES_PER_BATCH === 0 || run.builder.isFull;
    if (full) yield run.builder.take(cursorOf({ ...start, page: page.page + 1 }));
  }
}
