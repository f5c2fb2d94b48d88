import { LRUCache } from 'lru-cache';
import type { Source } from './contract.js';
import { SyncError } from './sync-error.js';

/** Lists whose sizes are kept. */
const MAX_LISTS = 10_000;
/** Several records at once make an answer too large or too slow; how much smaller the next try is. */
export const SMALLER = 2;
/** What the vendor stumbles over is found in few steps: in an outage each of them fails. */
export const MUCH_SMALLER = 8;

/** Whether fewer rows at once may be answered where these were not. */
export function isTooMuch(error: unknown): error is SyncError {
  if (!(error instanceof SyncError)) return false;
  return error.options.tooLarge === true || error.kind === 'timeout' || stumbled(error);
}

/** GraphQL tells its failures with a good status too; 4xx are about what was asked for. */
export const stumbled = ({ kind, options: { status = 500 } }: SyncError): boolean =>
  kind === 'vendor_error' && !(status >= 400 && status < 500);

/**
 * How many rows each list of each source is asked for at once: what its vendor takes at most, or fewer since an answer
 * was too large or too slow. Kept while the process lives, so that not every sync finds out again.
 */
class PageSizes {
  private readonly sizes = new LRUCache<string, number>({ max: MAX_LISTS });

  /** How many rows a list is asked for at first. */
  of(list: string, most: number): number {
    return Math.min(most, this.sizes.get(list) ?? most);
  }

  /** From now on the list is asked for so many. */
  keep(list: string, size: number): void {
    this.sizes.set(list, size);
  }

  /**
   * Reads a page with fewer rows each time the answer proves too much, and remembers the size that was answered.
   * @param read gets the number of rows to ask for, and whether fewer could be asked for
   * @throws SyncError when not even one row is answered
   */
  async read<T>(list: string, most: number, read: (limit: number, divisible: boolean) => Promise<T>): Promise<T> {
    let limit = this.of(list, most);
    let tooMuch = false;
    for (;;) {
      try {
        const page = await read(limit, limit > 1);
        // What only one record at a time can be had of has a record that is too much by itself, here and nowhere else.
        if (tooMuch && limit > 1) this.keep(list, limit);
        return page;
      } catch (error) {
        if (limit === 1 || !isTooMuch(error)) throw error;
        // What the vendor stumbles over is one record, and no reason to ask for few ever after.
        if (!stumbled(error)) tooMuch = true;
        limit = Math.max(1, Math.floor(limit / (stumbled(error) ? MUCH_SMALLER : SMALLER)));
      }
    }
  }
}

export const pageSizes = new PageSizes();

/** The name under which a list's size is kept. */
export const listOf = ({ baseUrl, externalId }: Pick<Source, 'baseUrl' | 'externalId'>, list: string): string =>
  `${baseUrl} ${externalId} ${list}`;
