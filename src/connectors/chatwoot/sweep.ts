import type { Batch } from '../core/contract.js';
import { collectContactPage } from './contact-sync.js';
import { type Intake, readConversations, takeIn } from './conversation-sync.js';
import type { Run } from './run.js';

/** A bounded price for every sync, and at the usual number of conversations a lap within a few of them. */
const CONVERSATION_PAGES = 5;

/**
 * Looks through the next few pages of all conversations for changes that no order and no question of the vendor's
 * shows. @returns the page to go on with
 */
export async function* sweepConversations(run: Run, start: number, intake: Intake): AsyncGenerator<Batch, number> {
  const sort = 'created_at_asc';
  for (let page = start; page < start + CONVERSATION_PAGES; page++) {
    run.context.signal.throwIfAborted();
    const { rows } = await run.api.conversations(sort, page);
    if (rows.length === 0) return 1;
    const listed = readConversations(run, rows, `list:conversations:${sort}:${page}`);
    yield* takeIn(run, listed, { ...intake, changedOnly: true });
  }
  return start + CONVERSATION_PAGES;
}

/** Adds one page of the contacts list, the next one each time. @returns the page to go on with */
export async function sweepContacts(run: Run, page: number): Promise<number> {
  const answer = await run.api.contacts('created_at', page);
  collectContactPage(run, 'created_at', { ...answer, page });
  return answer.rows.length === 0 ? 1 : page + 1;
}
