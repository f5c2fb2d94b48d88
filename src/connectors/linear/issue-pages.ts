import { errorText } from '../../common/app-error.js';
import { isTooMuch } from '../core/page-sizes.js';
import { type CursorPlace, type WalkedCursorPage } from '../kit/walk-cursor.js';
import { CLOSED_TYPES } from './blocking.js';
import { Unresolved } from './field-errors.js';
import type { LinearFilter, ListRequest, LinearPage } from './linear-api.js';
import { timeOf, walkNodes } from './node-walk.js';
import type { LinearRun } from './run.js';

/** Issues with all that belongs to them, in one answer (see the price in `queries.ts`). */
export const PAGE = 50;

/** Issues that a first sync takes: still open, or changed since a time. */
export const worthTaking = (horizon: string): LinearFilter => ({
  or: [{ updatedAt: { gte: horizon } }, OPEN],
});
export const OPEN: LinearFilter = { state: { type: { nin: [...CLOSED_TYPES] } } };

/**
 * Pages of the workspace's issues, archived and trashed ones too; shared, so that all its projects live on one walk,
 * unless they have to be as they are now.
 */
export function issuePages(
  run: LinearRun,
  orderBy: 'createdAt' | 'updatedAt',
  filter: LinearFilter,
  start: CursorPlace,
  shared = true,
): AsyncGenerator<WalkedCursorPage<LinearPage>, void> {
  const read = ({ after, until }: CursorPlace) => {
    const among = until === null ? filter : { and: [filter, { [orderBy]: { lte: until } }] };
    return pageOrBroken(run, { first: PAGE, after, filter: among, orderBy, includeArchived: true, shared });
  };
  return walkNodes(read, start, (row) => timeOf(row, orderBy));
}

/**
 * A page, or the one issue at its place that Linear stumbles over: told by a question that asks for less of it, which
 * fails too in an outage.
 */
export async function pageOrBroken(
  run: LinearRun,
  request: ListRequest,
  list: 'issues' | 'blockers' = 'issues',
): Promise<LinearPage> {
  try {
    return await run.api[list](request);
  } catch (error) {
    if (!isTooMuch(error)) throw error;
    const { rows, next } = await run.api.issueVersions({ ...request, first: 1, shared: false });
    return { rows: rows.map((row) => new Unresolved(errorText(error), row)), next };
  }
}

/** Names a page for a record on it whose own id can't be read. */
export const placeOf = (orderBy: 'createdAt' | 'updatedAt', { after }: CursorPlace): string =>
  `list:issues:${orderBy}:${after ?? ''}`;
