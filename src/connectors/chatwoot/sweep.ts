import type { SyncBatch } from '../core/contract.js';
import { type ConversationIntake, readConversations, takeIn } from './conversation-sync.js';
import { addBrokenPage, pageOrBroken } from '../kit/walk-pages.js';
import type { ChatwootRun } from './run.js';

/** A bounded price for every sync, and at the usual number of conversations a lap within a few of them. */
const CONVERSATION_PAGES = 5;

/**
 * Looks through the next few pages of all conversations for changes that no order and no question of the vendor's
 * shows.
 * @returns the page to go on with
 */
export async function* sweepConversations(
  run: ChatwootRun,
  start: number,
  intake: ConversationIntake,
): AsyncGenerator<SyncBatch, number> {
  const sort = 'created_at_asc';
  for (let page = start; page < start + CONVERSATION_PAGES; page++) {
    run.context.signal.throwIfAborted();
    const shown = await pageOrBroken({ read: (number) => run.api.conversations(sort, number) }, page);
    if (shown.rows.length === 0 && !shown.broken) return 1;
    const place = `list:conversations:${sort}:${page}`;
    addBrokenPage(run.builder, place, shown);
    const listed = readConversations(run, shown.rows, place);
    yield* takeIn(run, listed, { ...intake, changedOnly: true });
  }
  return start + CONVERSATION_PAGES;
}
