import { errorText } from '../../common/app-error.js';
import type { SyncBatch } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { type VendorList, type ListRun, refOf } from './listed.js';
import { isMerging, takeIn, takeOut } from './take-in.js';

/** A ref that names a record by more words than the kit's own. */
export interface Named {
  readonly list: string;
  readonly id: string;
}

export interface Rereading<R extends ListRun> {
  readonly vendor: string;
  readonly lists: readonly VendorList<R>[];
  /** What a ref in the vendor's own form names; `null` for records of which there are no rows here. */
  readonly named?: (run: R, ref: string) => Named | null | undefined;
  /** Refs of what hangs on records that this run marks as gone. */
  readonly leftBehind?: (run: R) => Promise<readonly string[]>;
}

interface Wanted<R extends ListRun> {
  /** One for each record, however it was named. */
  readonly ref: string;
  readonly list: VendorList<R>;
  readonly at: { id: string } | { page: string };
}

/**
 * Reads records again by their refs: `NAME:ID`, and `list:NAME:PLACE` for rows without an id that could be read. What
 * fails again is a failure again; what is gone at the vendor is marked, and what hung on it is read too.
 */
export async function* rereadLists<R extends ListRun>(
  run: R,
  rereading: Rereading<R>,
  refs: readonly string[],
): AsyncGenerator<SyncBatch, void> {
  const wanted = new Map<string, Wanted<R>>();
  for (const ref of refs) {
    const one = wantedBy(run, rereading, ref);
    if (one) wanted.set(one.ref, one);
  }
  // Webhooks come in any order; a filter judges what hangs on a record by that record, which so has to come first.
  const place = ({ list }: Wanted<R>) => rereading.lists.indexOf(list);
  for (const one of [...wanted.values()].sort((a, b) => place(a) - place(b))) await read(run, one);
  for (const ref of (await rereading.leftBehind?.(run)) ?? []) {
    const one = wanted.has(ref) ? null : wantedBy(run, rereading, ref);
    if (one) await read(run, one);
  }
  yield run.builder.take(run.context.cursor);
}

/** Null for what has no rows here, and for what names nothing, which is a failure. */
function wantedBy<R extends ListRun>(run: R, { vendor, lists, named }: Rereading<R>, ref: string): Wanted<R> | null {
  const own = named?.(run, ref);
  if (own === null) return null;
  const [, name, page] = /^list:(\w+):(.+)$/s.exec(ref) ?? [];
  const [, kind, id = ''] = /^(\w+):(.+)$/s.exec(ref) ?? [];
  const wanted = own?.list ?? name ?? kind;
  const list = lists.find((each) => each.name === wanted || each.refName === wanted);
  if (!list) {
    // Other objects of the account have webhooks too.
    if (own) return null;
    const message = `'${ref}' names no ${vendor} record; dismiss it and run a sync`;
    run.builder.addFailures([{ source_ref: ref, message, payload: null }]);
    return null;
  }
  if (!own && page !== undefined) return { ref, list, at: { page } };
  return { ref: refOf(list, own?.id ?? id), list, at: { id: own?.id ?? id } };
}

/**
 * A failure that is the record's own is kept as one.
 * @throws SyncError for every other
 */
async function read<R extends ListRun>(run: R, { ref, list, at }: Wanted<R>): Promise<void> {
  run.context.signal.throwIfAborted();
  try {
    const rows = 'id' in at ? [await list.get(run, at.id)] : await list.page(run, at.page);
    run.builder.countFetched(rows.length);
    for (const raw of rows) takeIn(run, list, raw, ref, null);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    if (error.kind === 'gone' && 'id' in at) takeOut(run, list, at.id);
    else if (error.options.forbidden || isMerging(error) || (await run.failures.isOwn(ref, error))) {
      run.builder.addFailures([{ source_ref: ref, message: errorText(error), payload: null }]);
      return;
    } else throw error;
  }
  if ('id' in at) run.failures.succeeded(ref);
}
