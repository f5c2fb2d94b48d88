import { errorText } from '../../common/app-error.js';
import type { SyncBatch, SyncCursor } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { type VendorList, type ListRun, type ListWalk, type WalkPlace, refOf, type WalkedPage } from './listed.js';
import { isMerging, takeIn, takeOut } from './take-in.js';

/** Records of ours that one sync looks for by id; where more are missing, the next ones go on. */
const MAX_LOOKED_FOR = 200;

/**
 * Reads all there is of a list, where the vendor has no way to ask for changes. Only rows that differ from ours are
 * written; those that the list no longer has are looked for one by one, and marked when they are really gone.
 * @param start where to go on after a crash; then what is missing is left to the next sync
 * @param cursorAt the cursor of a batch that ends at a place
 * @returns whether the account has such a list
 */
export async function* scan<R extends ListRun>(
  run: R,
  list: VendorList<R>,
  start: WalkPlace | null,
  cursorAt: (place: WalkPlace) => SyncCursor,
): AsyncGenerator<SyncBatch, boolean> {
  const { context, builder } = run;
  const known = await context.live(list.table, 'content_hash', list.rows);
  const present = new Set<string>();
  const walk = list.list(run, start);
  let done = 0;
  let complete = false;
  for (;;) {
    context.signal.throwIfAborted();
    const step = await nextPage(run, list, walk);
    if (step === null) return false;
    if (step.done) {
      complete = step.value;
      break;
    }
    await takePage(run, list, step.value, known, present);
    context.progress((done += step.value.rows.length), null, list.name);
    if (builder.isFull) yield builder.take(cursorAt(step.value.next));
  }
  if (complete)
    await lookFor(
      run,
      list,
      [...known.keys()].filter((id) => !present.has(id)),
    );
  return true;
}

/** @param present gets the ids of its records */
export async function takePage<R extends ListRun>(
  run: R,
  list: VendorList<R>,
  page: WalkedPage,
  known: Map<string, unknown>,
  present: Set<string>,
): Promise<void> {
  const { rows, at, broken } = page;
  const place = `list:${list.name}:${at}`;
  if (broken) run.builder.addFailures([{ source_ref: place, message: errorText(broken), payload: null }]);
  run.builder.countFetched(rows.length);
  const newer = await writtenSince(run, list, page);
  for (const raw of rows) {
    const listed = list.idOf(run, raw);
    const id = listed !== null && newer.has(listed) ? listed : takeIn(run, list, raw, place, known);
    if (id !== null) present.add(id);
  }
}

/** Our clock and the database's may differ by as much. */
const CLOCKS_DIFFER_MS = 5_000;

/**
 * Rows of a page that we wrote after it was asked for: a webhook made us read them while another project's sync, whose
 * answers this one shares, was under way. What the page says of them is past; taken in, it would tell of a move back.
 */
async function writtenSince<R extends ListRun>(run: R, list: VendorList<R>, page: WalkedPage): Promise<Set<string>> {
  run.oldestAnswer = Math.min(run.oldestAnswer, page.sentAt);
  // While a run lasts nobody else writes its project's rows.
  if (page.sentAt >= run.began) return new Set();
  const ids = page.rows.flatMap((raw) => list.idOf(run, raw) ?? []);
  const written = await run.context.known(list.table, 'updated_at', ids);
  const later = [...written].filter(([, at]) => at instanceof Date && at.getTime() > page.sentAt - CLOCKS_DIFFER_MS);
  return new Set(later.map(([id]) => id));
}

type Step = IteratorResult<WalkedPage, boolean>;

/** What a list's cursor says of one that the account does not have. */
export const LACKING = 'lacking';

/**
 * The next page; null for an optional list that the account lacks, or its plan. One that we have read before is not
 * lacking: it was closed to us, and what we have of it may be there still.
 */
async function nextPage<R extends ListRun>(run: R, list: VendorList<R>, walk: ListWalk): Promise<Step | null> {
  try {
    return await walk.next();
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    const { cursor_ts, cursor_id } = run.context.streams.of(list.name);
    const read = cursor_ts !== null && cursor_id !== LACKING;
    const { status, forbidden } = error.options;
    if (list.optional && !read && (status === 404 || (status === 403 && !forbidden))) return null;
    throw error;
  }
}

/**
 * The list is no proof that a record is gone: it may have been skipped, or be hidden while it is merged. Asking for it is.
 */
export async function lookFor<R extends ListRun>(run: R, list: VendorList<R>, ids: readonly string[]): Promise<void> {
  for (const id of ids.slice(0, MAX_LOOKED_FOR)) {
    run.context.signal.throwIfAborted();
    const ref = refOf(list, id);
    try {
      const raw = await list.get(run, id);
      run.failures.succeeded(ref);
      takeIn(run, list, raw, ref, null);
    } catch (error) {
      if (!(error instanceof SyncError)) throw error;
      if (error.kind === 'gone') takeOut(run, list, id);
      // One that can't be told now is looked for again by the next sync.
      else if (!isMerging(error) && !(await run.failures.isOwn(ref, error))) throw error;
    }
  }
}
