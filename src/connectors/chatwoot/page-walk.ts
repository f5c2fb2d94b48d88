import { SyncError } from '../core/sync-error.js';
import { WalkGuard } from '../core/walk-guard.js';
import type { Page } from './chatwoot-api.js';
import { rowId } from './parse.js';

export interface WalkedPage extends Page {
  readonly page: number;
  /** Why the page's rows can't be shown, while those behind it can. */
  readonly broken?: SyncError;
}

export interface PagedList {
  readonly name: string;
  read(page: number): Promise<Page>;
  /** Whether a page that the vendor stumbles over is shown as broken, and the walk goes on behind it. */
  readonly skipsBroken?: boolean;
}

/**
 * The pages of a list until one is empty. Their size is a server's own setting, so a short page proves nothing; and a
 * server that ignores the page is noticed.
 *
 * Lists have no cursor: when a row in front is deleted, those behind move up, and the first of the next page would be
 * missed. The total shrinks then, and as many pages as the missing rows fill are read again. A row that arrives at the
 * same moment hides the loss; callers that can't live with that walk a second time.
 */
export async function* walkPages(list: PagedList, start: number): AsyncGenerator<WalkedPage> {
  const guard = new WalkGuard(`Chatwoot's ${list.name}`);
  let total: number | null = null;
  let size = 1;
  for (let page = start; ;) {
    const answer = await readPage(list, page);
    const lost = total !== null && answer.total !== null ? total - answer.total : 0;
    total = answer.total ?? total;
    if (lost > 0 && page > 1) {
      page = Math.max(1, page - Math.ceil(lost / size));
      continue;
    }
    if (answer.rows.length === 0 && !answer.broken) return;
    guard.page(answer.rows.map(rowId), answer.total);
    size = Math.max(size, answer.rows.length);
    yield answer;
    page += 1;
  }
}

/** A page that one of its rows breaks is told from an outage by the page behind it, which is shown then. */
async function readPage(list: PagedList, page: number): Promise<WalkedPage> {
  try {
    return { ...(await list.read(page)), page };
  } catch (error) {
    const own = error instanceof SyncError && (error.kind === 'vendor_error' || error.kind === 'timeout');
    if (!own || !list.skipsBroken) throw error;
    const behind = await list.read(page + 1).catch(() => null);
    if (behind === null) throw error;
    return { rows: [], total: behind.total, page, broken: error };
  }
}
