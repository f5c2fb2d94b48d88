import { LRUCache } from 'lru-cache';
import { isTooMuch } from '../core/page-sizes.js';
import { SyncError } from '../core/sync-error.js';
import { firstBehind } from './first-behind.js';
import type { ListWalk } from './listed.js';

/** An answer of a list, as many rows as `limit` were asked for. */
export interface OffsetPage {
  readonly rows: readonly unknown[];
  readonly limit: number;
  readonly sentAt: number;
}

export interface OffsetList {
  /** Tells it from the lists of other sources. */
  readonly key: string;
  /** As messages call it. */
  readonly name: string;
  read(offset: number, fresh: boolean): Promise<OffsetPage>;
  idOf(row: unknown): string | null;
}

/** The first walk, and more when it turns out to have missed rows. */
const ROUNDS = 3;
/**
 * The share of a page that the next one shows again: as many deletions in between are noticed without another request.
 */
const OVERLAP = 0.05;
/** An order that changes with every request can't be followed; then it goes on, and the next round looks again. */
const MAX_STEPS_BACK = 20;
/** How many rows lists had behind which nothing came; so many again are all of them, until it is looked at anew. */
const whole = new LRUCache<string, number>({ max: 10_000, ttl: 3_600_000 });
/** As many rows as a page has may come in front of it between two requests, once. */
const MAX_REPEATS = 2;

/** A page of one row shows none of those before it. */
const overlapOf = (rows: number): number => (rows > 1 ? Math.max(1, Math.ceil(rows * OVERLAP)) : 0);

/**
 * Walks a list that has offsets and neither a cursor nor a total (offset paging over live data skips rows).
 *
 * A row that is deleted moves all behind it up. So each page begins a little before the end of the one before, and has
 * to show something of it again; where it doesn't, rows have slipped through in between, and the walk steps back. In
 * the end as many rows must have been seen as the last page's place says that there are; otherwise rows with equal
 * sort keys have changed places, or new ones came in front, and another round finds them. Steps back and later rounds
 * ask for fresh answers: a shared one would show what was there before.
 *
 * The end is where nothing more comes. A page that is shorter than what was asked for may have been cut, by rows or by
 * bytes, so that what lies behind it is asked for too; one that is as long as another that was cut only leads further.
 * @throws SyncError `bad_payload` where the list shows the same page at every offset
 */
export async function* walkOffsets(list: OffsetList, start = 0): ListWalk {
  const shown = new Set<string>();
  for (let round = 0; round < ROUNDS; round++) {
    const from = round === 0 ? start : 0;
    const seen = new Set<string>();
    let fresh = round > 0;
    let back = 0;
    let lastStep = 0;
    let skipped = 0;
    let floor = from;
    let before = '';
    let repeats = 0;
    let cap = Infinity;
    for (let offset = from; ;) {
      const { page, broken } = await readPage(list, offset, fresh);
      const { rows, limit, sentAt } = page;
      if (broken) {
        yield { rows: [], at: String(offset), next: { offset: offset + 1 }, sentAt, broken };
        skipped += 1;
        floor = ++offset;
        lastStep = 0;
        continue;
      }
      // A row without a readable id counts by its place.
      const byId = new Map(rows.map((row, i) => [list.idOf(row) ?? `#${offset + i}`, row]));
      const ids = [...byId.keys()];
      const overlaps = offset !== from && lastStep > 0;
      const follows = !overlaps || ids.some((id) => seen.has(id));
      for (const id of ids) seen.add(id);
      const unseen = [...byId].filter(([id]) => !shown.has(id));
      for (const [id] of unseen) shown.add(id);
      const step = byId.size - overlapOf(byId.size);
      const stepsBack = !follows && back < MAX_STEPS_BACK;
      const repeated = !stepsBack && ids.length > 0 && ids.join() === before;
      before = stepsBack ? '' : ids.join();
      repeats = repeated ? repeats + 1 : 0;
      if (repeats >= MAX_REPEATS)
        throw new SyncError('bad_payload', `${list.name}: the list repeats itself, whatever the offset`);
      const next = stepsBack ? Math.max(floor, offset - lastStep) : offset + step;
      if (unseen.length > 0)
        yield { rows: unseen.map(([, row]) => row), at: String(offset), next: { offset: next }, sentAt };
      if (rows.length < Math.min(limit, cap) && !stepsBack && !repeated) {
        const end = offset + byId.size;
        if (rows.length === 0 || (await isEnd(list, end, fresh))) {
          if (seen.size + skipped >= end - from) return start === 0 || round > 0;
          break;
        }
        cap = rows.length;
      }
      if (stepsBack) {
        back += 1;
        fresh = true;
      } else lastStep = byId.size < 2 ? 0 : step;
      offset = next;
    }
  }
  return false;
}

/** Whether nothing lies behind a page. */
async function isEnd(list: OffsetList, end: number, fresh: boolean): Promise<boolean> {
  if (whole.get(list.key) === end) return true;
  const { page, broken } = await readPage(list, end, fresh);
  if (broken || page.rows.length > 0) return false;
  whole.set(list.key, end);
  return true;
}

/**
 * A page, or why its first row can't be shown while one behind it can: what the vendor stumbles over is looked for
 * by ever smaller pages, and the rest of the list goes on without it.
 */
async function readPage(
  list: OffsetList,
  offset: number,
  fresh: boolean,
): Promise<{ page: OffsetPage; broken?: SyncError }> {
  try {
    return { page: await list.read(offset, fresh) };
  } catch (error) {
    if (!isTooMuch(error)) throw error;
    return { page: await firstBehind(error, (ahead) => list.read(offset + ahead, fresh)), broken: error };
  }
}
