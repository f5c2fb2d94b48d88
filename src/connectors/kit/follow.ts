import type { SyncBatch, SyncCursor } from '../core/contract.js';
import type { Following, VendorList, ListRun, WalkPlace } from './listed.js';
import { lookFor, takePage } from './scan.js';

/** A bounded price for every sync: a list of so many pages is seen as a whole by each, a longer one within a few. */
const SWEEP_PAGES = 4;
/** What a vendor shows minutes after its own date, or by a clock that differs from ours, is asked for again. */
const OVERLAP_MS = 10 * 60_000;

/** What a list's cursor says beside its time, once the list was read as a whole. */
export interface ListMarks {
  readonly scope: string;
  /** Where the next sweep goes on; null for the list's beginning. */
  readonly sweep: WalkPlace | null;
}

export const writeMarks = (marks: ListMarks): string => JSON.stringify(marks);

/** @returns null where the list has to be read as a whole: it never was, or other parts of the account were */
export function readMarks(cursorId: string | null, scope: string): ListMarks | null {
  if (!cursorId?.startsWith('{')) return null;
  const marks = JSON.parse(cursorId) as ListMarks;
  return marks.scope === scope ? marks : null;
}

/**
 * Reads what changed since a time, and sweeps some pages of the whole list for what leaves no trace: records that are
 * gone, and changes that date nothing anew.
 * @returns where the next sweep goes on
 */
export async function* follow<R extends ListRun>(
  run: R,
  list: VendorList<R>,
  following: Following<R>,
  { until, sweep }: { until: Date; sweep: WalkPlace | null },
  cursorAt: (place: WalkPlace) => SyncCursor,
): AsyncGenerator<SyncBatch, WalkPlace | null> {
  const { context, builder } = run;
  const known = await context.live(list.table, 'content_hash', list.rows);
  const dates = (await context.live(list.table, following.column, list.rows)) as Map<string, string>;
  const present = new Set<string>();
  let done = 0;
  let [pages, end]: [number, WalkPlace | null] = [0, null];
  for await (const page of list.list(run, sweep)) {
    context.signal.throwIfAborted();
    await takePage(run, list, page, known, present);
    context.progress((done += page.rows.length), null, list.name);
    if (builder.isFull) yield builder.take(cursorAt(page.next));
    if (++pages < SWEEP_PAGES) continue;
    end = page.next;
    break;
  }
  const isMissing = ([id, changed]: [string, string]) =>
    !present.has(id) && following.isBetween(run, id, changed, sweep, end);
  const missing = [...dates].filter(isMissing).map(([id]) => id);
  if (sweep !== null || end !== null)
    for await (const page of following.since(run, sinceOf(until, dates.values()))) {
      context.signal.throwIfAborted();
      await takePage(run, list, page, known, present);
      context.progress((done += page.rows.length), null, list.name);
      if (builder.isFull) yield builder.take(cursorAt(page.next));
    }
  // What was changed meanwhile has moved on in the list, and is no absence.
  await lookFor(
    run,
    list,
    missing.filter((id) => !present.has(id)),
  );
  return end;
}

/** By the vendor's clock where ours is ahead of it; of a whole minute, so that projects of one account ask the same. */
function sinceOf(until: Date, dates: Iterable<string>): string {
  let newest = 0;
  for (const date of dates) newest = Math.max(newest, Date.parse(date));
  const from = new Date(Math.min(until.getTime(), newest) - OVERLAP_MS);
  return `${new Date(Math.max(0, from.getTime())).toISOString().slice(0, 16)}:00Z`;
}
