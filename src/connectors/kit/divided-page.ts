import { isTooMuch, MUCH_SMALLER, pageSizes, SMALLER, stumbled } from '../core/page-sizes.js';
import type { SyncError } from '../core/sync-error.js';
import type { TimedPage } from './walk-times.js';

/** So many rows in a row that can't be shown are an outage, and no longer those rows' own fault. */
const OUTAGE = 6;

export interface DividedList {
  /** Under which its size is kept. */
  readonly key: string;
  /** Rows on one of its pages. */
  readonly most: number;
  /** @param divisible whether fewer rows could be asked for */
  readonly read: (page: number, size: number, divisible: boolean) => Promise<TimedPage>;
}

/**
 * A page of a list that has page numbers, put together from smaller pages where all of it at once is too large, too
 * slow or can't be shown. Each size divides the one before it, so that pages of both begin at the same rows. What not
 * even one row's page shows is left out, and said to be broken.
 * @throws SyncError in an outage
 */
export async function readDivided({ key, most, read }: DividedList, page: number): Promise<TimedPage> {
  let failed = 0;

  async function piece(at: number, size: number): Promise<TimedPage> {
    try {
      const answer = await read(at / size + 1, size, size > 1);
      failed = 0;
      return answer;
    } catch (error) {
      if (!isTooMuch(error)) throw error;
      if (size === 1) return broken(error);
      const smaller = divisorOf(size, size / (stumbled(error) ? MUCH_SMALLER : SMALLER));
      // What the vendor stumbles over is one row, and no reason to ask for few ever after; nor is one row a size.
      if (!stumbled(error) && smaller > 1) pageSizes.keep(key, smaller);
      return span(at, size, smaller);
    }
  }

  function broken(error: SyncError): TimedPage {
    failed += 1;
    if (failed >= OUTAGE) throw error;
    return { rows: [], more: true, sentAt: Infinity, broken: error };
  }

  async function span(from: number, rows: number, size: number): Promise<TimedPage> {
    let whole: TimedPage = { rows: [], more: true, sentAt: Infinity };
    for (let at = from; whole.more && at < from + rows; at += size) {
      const { sentAt, more, ...next } = await piece(at, size);
      whole = { ...whole, ...next, rows: [...whole.rows, ...next.rows], more, sentAt: Math.min(whole.sentAt, sentAt) };
    }
    return whole;
  }

  return span((page - 1) * most, most, divisorOf(most, pageSizes.of(key, most)));
}

/** The largest divisor of a number that is no larger than another. */
function divisorOf(number: number, most: number): number {
  let divisor = Math.max(1, Math.floor(most));
  while (number % divisor !== 0) divisor -= 1;
  return divisor;
}
