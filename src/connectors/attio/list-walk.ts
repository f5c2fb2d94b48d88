/** Rows that a walk has not shown before, and where it would go on after them. */
export interface WalkedPage {
  readonly rows: readonly unknown[];
  /** Where the page began. */
  readonly offset: number;
  readonly next: number;
  /** When the page was asked for, epoch ms. */
  readonly sentAt: number;
}

interface Listed {
  readonly rows: readonly unknown[];
  readonly sentAt: number;
}

/** Shows the pages of a list; its result says whether every row was shown that was there all the time. */
export type ListWalk = AsyncGenerator<WalkedPage, boolean>;

export interface OffsetList {
  readonly limit: number;
  read(offset: number, fresh: boolean): Promise<Listed>;
  idOf(row: unknown): string | null;
}

/** The first walk, and more when it turns out to have missed rows. */
const ROUNDS = 3;
/** The share of a page that the next one shows again: as many deletions in between are noticed without another request. */
const OVERLAP = 0.05;
/** An order that changes with every request can't be followed; then it goes on, and the next round looks again. */
const MOST_STEPS_BACK = 20;

/**
 * Walks a list that has offsets and neither a cursor nor a total (offset paging over live data skips rows).
 *
 * A row that is deleted moves all behind it up. So each page begins a little before the end of the one before, and has
 * to show something of it again; where it doesn't, rows have slipped through in between, and the walk steps back. In
 * the end as many rows must have been seen as the last page's place says that there are; otherwise rows with equal
 * sort keys have changed places, or new ones came in front, and another round finds them. Steps back and later rounds
 * ask for fresh answers: a shared one would show what was there before.
 */
export async function* walkOffsets(list: OffsetList, start = 0): ListWalk {
  const shown = new Set<string>();
  const step = list.limit - Math.max(1, Math.ceil(list.limit * OVERLAP));
  for (let round = 0; round < ROUNDS; round++) {
    const from = round === 0 ? start : 0;
    const seen = new Set<string>();
    let fresh = round > 0;
    let back = 0;
    for (let offset = from; ;) {
      const { rows, sentAt } = await list.read(offset, fresh);
      // A row without a readable id counts by its place.
      const byId = new Map(rows.map((row, i) => [list.idOf(row) ?? `#${offset + i}`, row]));
      const follows = offset === from || [...byId.keys()].some((id) => seen.has(id));
      for (const id of byId.keys()) seen.add(id);
      const unseen = [...byId].filter(([id]) => !shown.has(id));
      for (const [id] of unseen) shown.add(id);
      const stepsBack = !follows && back < MOST_STEPS_BACK;
      const next = stepsBack ? Math.max(from, offset - step) : offset + Math.min(byId.size, step);
      if (unseen.length > 0) yield { rows: unseen.map(([, row]) => row), offset, next, sentAt };
      if (stepsBack) {
        back += 1;
        fresh = true;
      } else if (byId.size < list.limit) {
        if (seen.size >= offset + byId.size - from) return start === 0 || round > 0;
        break;
      }
      offset = next;
    }
  }
  return false;
}

/** Walks a list by its cursor, which stays where it is whatever comes and goes. */
export async function* walkCursor(
  read: (cursor: string | null) => Promise<Listed & { next: string | null }>,
): ListWalk {
  const used = new Set<string>();
  for (let cursor: string | null = null; ;) {
    const { rows, next, sentAt } = await read(cursor);
    yield { rows, offset: 0, next: 0, sentAt };
    if (next === null) return true;
    // A cursor that comes again would go round for ever.
    if (used.has(next)) return false;
    used.add(next);
    cursor = next;
  }
}
