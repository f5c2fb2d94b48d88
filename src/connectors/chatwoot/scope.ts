import type { Source } from '../core/contract.js';

/** The inboxes a source is narrowed to; null: the whole account. */
export function inboxScope(source: Pick<Source, 'filter'>): ReadonlySet<number> | null {
  const ids = source.filter['inbox_ids'];
  if (!Array.isArray(ids) || ids.length === 0) return null;
  return new Set(ids.map(Number));
}

/** The one inbox that the vendor can filter by itself: its parameter takes a single id. */
export function singleInbox(scope: ReadonlySet<number> | null): number | undefined {
  return scope?.size === 1 ? [...scope][0] : undefined;
}

export const inScope = (scope: ReadonlySet<number> | null, inboxId: number): boolean =>
  scope === null || scope.has(inboxId);
