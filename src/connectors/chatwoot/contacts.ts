import type { SyncBatch, SyncCursor } from '../core/contract.js';
import { CONTACTS } from './chatwoot-api.js';
import { collectContactPage, takeInRecentContacts } from './contact-sync.js';
import { pageOrBroken, walkPages } from '../kit/walk-pages.js';
import { type ContactsWalk, readContactsWalk, readSweep } from './position.js';
import { onTheWay, type ChatwootRun, seenUntil } from './run.js';
import { OVERLAP_SECONDS } from './watermark.js';

/** Contacts are small, and pages of 15 would make for very many transactions. */
const PAGES_PER_BATCH = 20;

/** Reads the contacts: all of them once, then those that are new or wrote, and the next page of the others. */
export async function* readContacts(run: ChatwootRun): AsyncGenerator<SyncBatch, void> {
  const { streams, cursor } = run.context;
  const { cursor_ts, cursor_id, page_cursor } = streams.of('contacts');
  let from = (cursor_ts?.getTime() ?? 0) / 1000;
  let onWay: SyncCursor = { ...cursor, page_cursor: null };
  if (cursor_ts === null) {
    const start = readContactsWalk(page_cursor) ?? { phase: 'contacts', page: 1, watermark: seenUntil(run) };
    const walk = yield* walkContacts(run, start);
    from = walk.watermark;
    onWay = onTheWay(run, 'contacts', walk);
  }
  const whole = yield* takeInRecentContacts(run, from - OVERLAP_SECONDS, onWay);
  const page = await sweepContacts(run, readSweep(cursor_id));
  const until = whole ? Math.max(from, seenUntil(run)) : from;
  streams.move('contacts', { cursor_ts: new Date(until * 1000), cursor_id: String(page), page_cursor: null });
}

async function* walkContacts(run: ChatwootRun, start: ContactsWalk): AsyncGenerator<SyncBatch, ContactsWalk> {
  let walk = start;
  const sort = 'created_at';
  const list = { ...CONTACTS, read: (number: number) => run.api.contacts(sort, number) };
  for await (const page of walkPages({ ...list, skipsBroken: true }, start.page)) {
    run.context.signal.throwIfAborted();
    collectContactPage(run, sort, page);
    walk = { ...walk, page: page.page + 1 };
    const full = page.page % PAGES_PER_BATCH === 0 || run.builder.isFull;
    if (full) yield run.builder.take(onTheWay(run, 'contacts', walk));
  }
  return walk;
}

/**
 * Adds one page of the contacts list, the next one each time.
 * @returns the page to go on with
 */
async function sweepContacts(run: ChatwootRun, page: number): Promise<number> {
  const shown = await pageOrBroken({ read: (number) => run.api.contacts('created_at', number) }, page);
  collectContactPage(run, 'created_at', shown);
  return shown.rows.length === 0 && !shown.broken ? 1 : page + 1;
}
