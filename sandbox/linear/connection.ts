import { invalidArgument } from './problems.js';
import { newestFirst } from './tables.js';
import type { LinearWorld } from './world.js';

export interface PageArguments {
  first?: number | null;
  last?: number | null;
  after?: string | null;
  before?: string | null;
  orderBy?: 'createdAt' | 'updatedAt' | null;
}

export interface Row {
  id: string;
  createdAt: string;
  updatedAt: string;
  archivedAt?: string | null;
}

export interface Connection {
  nodes: Row[];
  edges: { cursor: string; node: Row }[];
  pageInfo: {
    hasNextPage: boolean;
    hasPreviousPage: boolean;
    startCursor: string | null;
    endCursor: string | null;
  };
}

export const DEFAULT_PAGE = 50;
const MAX_PAGE = 250;

/**
 * One page, newest first. A cursor names a row, and the row's place is looked up when the page is asked for: with
 * `orderBy: updatedAt` a row that was changed meanwhile takes its cursor along to the front.
 * @throws FieldError for a size out of range or a cursor of nothing
 */
export function pageOf(rows: readonly Row[], args: PageArguments, type: string, world: LinearWorld): Connection {
  checkSize('first', args.first);
  checkSize('last', args.last);
  const key = args.orderBy ?? 'createdAt';
  const sorted = [...rows].sort((a, b) => newestFirst(a, b, key));
  const cut = window(sorted, args, key, type, world);
  const edges = cut.nodes.map((node) => ({ cursor: cursorOf(node, type), node }));
  return {
    nodes: cut.nodes,
    edges,
    pageInfo: {
      hasNextPage: cut.after,
      hasPreviousPage: cut.before,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

function window(
  sorted: readonly Row[],
  { first, last, after, before }: PageArguments,
  key: 'createdAt' | 'updatedAt',
  type: string,
  world: LinearWorld,
): { nodes: Row[]; before: boolean; after: boolean } {
  const place = (cursor: string, name: 'after' | 'before'): Row | undefined => anchor(cursor, name, type, world);
  let [start, end] = [0, sorted.length];
  if (after) {
    const row = place(after, 'after');
    const found = row ? sorted.findIndex((each) => newestFirst(row, each, key) < 0) : -1;
    start = found === -1 ? sorted.length : found;
  }
  if (before) {
    const row = place(before, 'before');
    const found = row ? sorted.findIndex((each) => newestFirst(row, each, key) <= 0) : 0;
    end = found === -1 ? sorted.length : found;
  }
  // A null is an argument left out.
  const backwards = Boolean(last) || (Boolean(before) && !first);
  if (backwards) start = Math.max(start, end - (last ?? DEFAULT_PAGE));
  else end = Math.min(end, start + (first ?? DEFAULT_PAGE));
  return { nodes: sorted.slice(start, end), before: start > 0, after: end < sorted.length };
}

function checkSize(name: 'first' | 'last', size: number | null | undefined): void {
  if (size === null || size === undefined) return;
  if (size > MAX_PAGE) throw invalidArgument(name, 'max', `${name} must not be greater than ${MAX_PAGE}`);
  if (size < 1) throw invalidArgument(name, 'min', `${name} must not be less than 1`);
}

/** Both forms have been seen, so neither means anything. */
function cursorOf(row: Row, type: string): string {
  return type === 'Issue' ? Buffer.from(`cursor:${row.id}`).toString('base64') : row.id;
}

/** Archived, moved or filtered-out rows still mark their place; only a row that is gone for good does not. */
function anchor(cursor: string, name: string, type: string, world: LinearWorld): Row | undefined {
  const id =
    type === 'Issue'
      ? Buffer.from(cursor, 'base64')
          .toString()
          .replace(/^cursor:/, '')
      : cursor;
  const row = world.rowOf(type, id);
  const lost = /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(id) && world.quirks.lostCursor === 'end';
  if (!row && !lost) throw invalidArgument(name, 'isCursor', `${name} must be a valid cursor`);
  return row;
}
