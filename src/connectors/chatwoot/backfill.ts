import type { SyncBatch } from '../core/contract.js';
import { CONVERSATIONS } from './chatwoot-api.js';
import { readConversations, takeIn } from './conversation-sync.js';
import { addBrokenPage, pageOrBroken, walkPages } from '../kit/walk-pages.js';
import type { ChatwootWalk } from './position.js';
import { nowSeconds, onTheWay, type ChatwootRun } from './run.js';
import { watermarkOf } from './watermark.js';

/** The first walk, one that looks for what slipped through it, and one more if something did. */
const ROUNDS = 3;

const cursorOf = (run: ChatwootRun, walk: ChatwootWalk) => onTheWay(run, 'conversations', walk);

/** Where a first sync begins: with the newest change there is, so that the end catches up with what comes later. */
export async function beginWalk(run: ChatwootRun): Promise<ChatwootWalk> {
  // Broken, it says nothing, and the walk begins as that of an account without conversations.
  const { rows } = await pageOrBroken({ read: (page) => run.api.conversations('last_activity_at_desc', page) }, 1);
  const watermark = watermarkOf(
    readConversations(run, rows, 'list:conversations:last_activity_at_desc:1'),
    null,
    nowSeconds(run),
  );
  const horizon = nowSeconds(run) - run.context.lookbackDays * 86_400;
  return { phase: 'conversations', round: 0, page: 1, added: 0, done: 0, watermark, horizon };
}

/**
 * Walks all conversations, each list page a batch.
 * @returns the position from which to catch up
 */
export async function* backfill(run: ChatwootRun, start: ChatwootWalk): AsyncGenerator<SyncBatch, ChatwootWalk> {
  let walk = start;
  while (walk.phase === 'conversations') {
    walk = yield* walkConversations(run, walk);
    const again = walk.round === 0 || (walk.added > 0 && walk.round + 1 < ROUNDS);
    walk = again ? { ...walk, round: walk.round + 1, page: 1, added: 0 } : { ...walk, phase: 'catch_up' };
    yield run.builder.take(cursorOf(run, walk));
  }
  return walk;
}

/** In order of creation: new rows come at the end, and nothing that happens to a conversation moves it. */
async function* walkConversations(run: ChatwootRun, start: ChatwootWalk): AsyncGenerator<SyncBatch, ChatwootWalk> {
  let walk = start;
  const sort = 'created_at_asc';
  const list = { ...CONVERSATIONS, read: (number: number) => run.api.conversations(sort, number) };
  for await (const page of walkPages({ ...list, skipsBroken: true }, walk.page)) {
    run.context.signal.throwIfAborted();
    walk = { ...walk, page: page.page };
    const place = `list:conversations:${sort}:${page.page}`;
    addBrokenPage(run.builder, place, page);
    const listed = readConversations(run, page.rows, place);
    const intake = { cursor: cursorOf(run, walk), horizon: walk.horizon, changedOnly: walk.round > 0 };
    const added = walk.added + (yield* takeIn(run, listed, intake));
    const done = walk.round > 0 ? walk.done : walk.done + page.rows.length;
    walk = { ...walk, page: page.page + 1, added, done };
    run.context.progress(done, page.total, 'conversations');
    if (walk.round === 0 || run.builder.size > 0) yield run.builder.take(cursorOf(run, walk));
  }
  return walk;
}
