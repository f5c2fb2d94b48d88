import type { SourceFilter } from '../../projects/index.js';
import { isLacking, type LackingSource, type ResolvedSource } from './resolve-source.js';

/** What of a source decides which records are the project's. Kept beside what was read from it. */
export interface BoundSource {
  /** The account as it was named; empty: the token's own. */
  external_id: string;
  filter: SourceFilter;
  /** Whose token it is: where no account is named, it decides which one is read. */
  token: 'project' | 'environment';
}

/**
 * What becomes of what was read: it stays; it stays, and the source has to be read again from the beginning; what is
 * outside of the new filter leaves; or all of it leaves.
 */
export type Turn = 'stays' | 'read_again' | 'outside_leaves' | 'all_leaves';

/**
 * The part of a source that is kept. Ids are in order and empty lists are left out, so that equal sources are equal.
 */
export function boundSource({ externalId, filter, token }: Omit<ResolvedSource, 'apiToken'>): BoundSource {
  const lists = Object.entries(filter)
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids]) => [name, [...new Set(ids)].sort()] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return { external_id: externalId, filter: Object.fromEntries(lists), token };
}

/** What is bound, also while a variable for it is missing; null: nothing that the project may read. */
export function boundOf(found: ResolvedSource | LackingSource): BoundSource | null {
  const named = isLacking(found) ? found.named : found;
  return named ? boundSource(named) : null;
}

/**
 * @param was what the stored records were read from
 * @param now what the project reads from; null: nothing any more
 * @param account the account that the vendor said the records are of, where it did
 */
export function turnOf(was: BoundSource, now: BoundSource | null, account: string | null): Turn {
  if (now === null || !isSameAccount(was, now, account)) return 'all_leaves';
  if (!covers(now.filter, was.filter)) return 'outside_leaves';
  return covers(was.filter, now.filter) ? 'stays' : 'read_again';
}

/** Unnamed accounts of one owner are taken for the same: the vendor says at the next sync whether they are. */
function isSameAccount(was: BoundSource, now: BoundSource, account: string | null): boolean {
  if (now.external_id !== was.external_id) return now.external_id !== '' && now.external_id === account;
  return now.external_id !== '' || now.token === was.token;
}

/** Whether everything of the narrower filter is in the wider one. Lists add to each other; no list is everything. */
function covers(wide: SourceFilter, narrow: SourceFilter): boolean {
  if (Object.keys(wide).length === 0) return true;
  if (Object.keys(narrow).length === 0) return false;
  return Object.entries(narrow).every(([name, ids]) => ids.every((id) => wide[name]?.includes(id) ?? false));
}
