import type { SyncBatch, SyncCursor } from '../core/contract.js';
import { CONTACTS, type ContactSort } from './chatwoot-api.js';
import { addBrokenPage, walkPages, type WalkedNumber } from '../kit/walk-pages.js';
import { readRows } from './parse.js';
import { contactSchema } from './payloads.js';
import type { ChatwootRun } from './run.js';
import { CW_CONTACTS, CW_CONVERSATIONS } from './tables.js';

/**
 * Adds contacts; the unreadable become failures, named by `place` where even their id can't be read.
 * @returns the times that the list is sorted by
 */
export function collectContacts(
  run: ChatwootRun,
  rows: readonly unknown[],
  place: string,
  sort?: ContactSort,
): number[] {
  const { records, failures } = readRows(contactSchema, rows, (id) => (id === null ? place : `contact:${id}`));
  run.builder.addFailures(failures);
  for (const contact of records) {
    run.builder.add(CW_CONTACTS, run.mapper.contact(contact));
    run.builder.addRead(`contact:${contact.fields.id}`);
  }
  return records.map(({ fields }) => (sort === '-last_activity_at' ? fields.last_activity_at : fields.created_at) ?? 0);
}

/** Narrowed to inboxes, a project has the contacts that its conversations name and no others. */
export async function isOurContact({ inboxes, context }: ChatwootRun, contact_global_id: string): Promise<boolean> {
  if (inboxes === null) return true;
  return (await context.live(CW_CONVERSATIONS, 'inbox_id', { contact_global_id })).size > 0;
}

/** Adds a page of the contacts list, which is a failure itself where it can't be shown. */
export function collectContactPage(run: ChatwootRun, sort: ContactSort, page: WalkedNumber): number[] {
  const place = `list:contacts:${sort}:${page.page}`;
  addBrokenPage(run.builder, place, page);
  run.builder.countFetched(page.rows.length);
  return collectContacts(run, page.rows, place, sort);
}

/**
 * Adds contacts that wrote or were made since a time. There is no order by change (the vendor shows no `updated_at`):
 * a new name alone is seen where a conversation shows its client, or by the sweep.
 * @returns whether every page could be shown
 */
export async function* takeInRecentContacts(
  run: ChatwootRun,
  since: number,
  cursor: SyncCursor,
): AsyncGenerator<SyncBatch, boolean> {
  let whole = true;
  for (const sort of ['-last_activity_at', '-created_at'] as const) {
    const list = { ...CONTACTS, read: (number: number) => run.api.contacts(sort, number) };
    for await (const page of walkPages({ ...list, skipsBroken: true }, 1)) {
      run.context.signal.throwIfAborted();
      whole &&= !page.broken;
      const times = collectContactPage(run, sort, page);
      if (run.builder.isFull) yield run.builder.take(cursor);
      // Any of them: the rest of the list is older, in any order of this page's rows.
      if (times.some((time) => time < since)) break;
    }
  }
  return whole;
}
