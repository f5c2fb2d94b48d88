import { CLOSED_TYPES } from './blocking.js';
import type { Filter } from './linear-api.js';
import { type Place, timeOf, type WalkedPage, walkPages } from './page-walk.js';
import type { Run } from './run.js';

/** Issues with all that belongs to them, in one answer (see the price in `queries.ts`). */
export const PAGE = 50;

/** Issues that a first sync takes: still open, or changed since a time. */
export const worthTaking = (horizon: string): Filter => ({
  or: [{ updatedAt: { gte: horizon } }, OPEN],
});
export const OPEN: Filter = { state: { type: { nin: [...CLOSED_TYPES] } } };

/**
 * Pages of the workspace's issues, archived and trashed ones too; shared, so that all its projects live on one walk,
 * unless they have to be as they are now.
 */
export function issuePages(
  run: Run,
  orderBy: 'createdAt' | 'updatedAt',
  filter: Filter,
  start: Place,
  shared = true,
): AsyncGenerator<WalkedPage, void> {
  return walkPages(
    ({ after, until }) =>
      run.api.issues({
        first: PAGE,
        after,
        filter: until === null ? filter : { and: [filter, { [orderBy]: { lte: until } }] },
        orderBy,
        includeArchived: true,
        shared,
      }),
    start,
    (row) => timeOf(row, orderBy),
  );
}

/** Names a page for a record on it whose own id can't be read. */
export const placeOf = (orderBy: 'createdAt' | 'updatedAt', { after }: Place): string =>
  `list:issues:${orderBy}:${after ?? ''}`;
