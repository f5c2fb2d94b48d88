import { errorText } from '../../common/app-error.js';
import { SyncError } from '../core/sync-error.js';
import type { BatchBuilder } from './batch-builder.js';
import { firstBehind } from './first-behind.js';
import { WalkGuard } from './walk-guard.js';

/** One answer of a list: its rows as they came, and how many rows the whole list has, where the vendor says so. */
export interface NumberedPage {
  readonly rows: readonly unknown[];
  readonly total: number | null;
  /** Whether more lies behind; unset where only an empty page tells. */
  readonly more?: boolean;
}

export interface WalkedNumber extends NumberedPage {
  readonly page: number;
  /** Why the page's rows can't be shown, while those behind it can. */
  readonly broken?: SyncError;
}

export interface PagedList {
  /** As messages call it. */
  readonly name: string;
  readonly read: (page: number) => Promise<NumberedPage>;
  readonly idOf: (row: unknown) => unknown;
  /** Whether a page that the vendor stumbles over is shown as broken, and the walk goes on behind it. */
  readonly skipsBroken?: boolean;
}

/**
 * The pages of a list until one is empty, or said to be the last. Their size is a server's own setting, so a short page
 * proves nothing; and a server that ignores the page is noticed.
 *
 * Lists have no cursor: when a row in front is deleted, those behind move up, and the first of the next page would be
 * missed. The total shrinks then, and as many pages as the missing rows fill are read again. A row that arrives at the
 * same moment hides the loss; callers that can't live with that walk a second time.
 */
export async function* walkPages(list: PagedList, start: number): AsyncGenerator<WalkedNumber> {
  const guard = new WalkGuard(list.name);
  let total: number | null = null;
  let size = 1;
  for (let page = start; ;) {
    const answer = list.skipsBroken ? await pageOrBroken(list, page) : { ...(await list.read(page)), page };
    const lost = total !== null && answer.total !== null ? total - answer.total : 0;
    total = answer.total ?? total;
    if (lost > 0 && page > 1) {
      page = Math.max(1, page - Math.ceil(lost / size));
      continue;
    }
    if (answer.rows.length === 0 && !answer.broken) return;
    guard.page(answer.rows.map(list.idOf), answer.total);
    size = Math.max(size, answer.rows.length);
    yield answer;
    if (answer.more === false) return;
    page += 1;
  }
}

/** Whether the vendor stumbles over one of the rows, or is out. */
export const stumbled = (error: unknown): error is SyncError =>
  error instanceof SyncError && (error.kind === 'vendor_error' || error.kind === 'timeout');

/**
 * A page that one of its rows breaks is told from an outage by a page behind it, which is shown then.
 * @throws SyncError in an outage
 */
export async function pageOrBroken(list: Pick<PagedList, 'read'>, page: number): Promise<WalkedNumber> {
  try {
    return { ...(await list.read(page)), page };
  } catch (error) {
    if (!stumbled(error)) throw error;
    const { total } = await firstBehind(error, (ahead) => list.read(page + ahead));
    return { rows: [], total, page, broken: error };
  }
}

/** Adds a page that can't be shown as a failure of its own, under which it is read again. */
export function addBrokenPage(builder: BatchBuilder, place: string, { broken }: WalkedNumber): void {
  if (broken) builder.addFailures([{ source_ref: place, message: errorText(broken), payload: null }]);
}
