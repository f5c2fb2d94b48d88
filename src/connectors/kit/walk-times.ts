import { SyncError } from '../core/sync-error.js';

/** An answer of a list, and whether more of it lies behind. */
export interface TimedPage {
  readonly rows: readonly unknown[];
  readonly more: boolean;
  readonly sentAt: number;
  /** Why one of its rows can't be shown, while the others can. */
  readonly broken?: SyncError;
}

/** Behind which time a walk is, and on which page of what changed since then. */
export interface TimedPlace {
  readonly since: string | null;
  readonly page: number;
}
export const OLDEST: TimedPlace = { since: null, page: 1 };

export interface TimedList {
  /** As messages call it. */
  readonly name: string;
  /** Rows changed at a time or later, the oldest change first. */
  read(place: TimedPlace): Promise<TimedPage>;
  idOf(row: unknown): string | null;
  /** When a row was changed, in a form in which texts compare as times; null where that can't be read. */
  timeOf(row: unknown): string | null;
}

export interface TimedStep extends TimedPage {
  readonly place: TimedPlace;
  readonly next: TimedPlace;
}

/**
 * Walks a list in the order of its changes. The next page is what changed since the last row of the one before, so that
 * nothing that comes, goes or changes meanwhile moves what is still to be seen: only among rows of one moment, more
 * than a page of them, pages are counted. It ends where the vendor says that nothing more comes.
 * @throws SyncError `bad_payload` where the list shows the same page again
 */
export async function* walkTimes(list: TimedList, start: TimedPlace): AsyncGenerator<TimedStep, void> {
  const seen = new Set<string>();
  let before = '';
  for (let place = start; ;) {
    const page = await list.read(place);
    const ids = page.rows.map((row, index) => list.idOf(row) ?? `#${place.since}/${place.page}/${index}`);
    if (ids.length > 0 && ids.join() === before)
      throw new SyncError('bad_payload', `${list.name}: the list repeats itself, and would be read without end`);
    before = ids.join();
    const rows = page.rows.filter((_row, index) => !seen.has(ids[index] ?? ''));
    for (const id of ids) seen.add(id);
    const next = behind(page.rows.flatMap((row) => list.timeOf(row) ?? []).sort(), place);
    if (rows.length > 0 || page.broken) yield { ...page, rows, place, next };
    if (!page.more) return;
    place = next;
  }
}

function behind(times: readonly string[], { since, page }: TimedPlace): TimedPlace {
  const [first, last] = [times[0], times.at(-1)];
  const moves = first !== undefined && last !== undefined && first < last;
  return moves ? { since: last, page: 1 } : { since, page: page + 1 };
}
