import type { SyncError } from '../core/sync-error.js';
import { contentHash } from './content-hash.js';
import { rawId } from './parse.js';
import type { Resource } from './resources.js';
import type { Run } from './run.js';

/** What a look at one of the vendor's objects told. */
export interface Seen {
  /** Null when not even that can be read. */
  readonly id: string | null;
  readonly failed: boolean;
}

/**
 * Takes in one object as the vendor shows it. What is not the project's is marked gone where we had it. An object that
 * can't be read becomes a failure, and stays as we have it.
 * @param place the ref of an object without a readable id
 * @param known hashes of our live rows: what is the same is not written again; null: write whatever it is
 */
export function takeIn(
  run: Run,
  resource: Resource,
  raw: unknown,
  place: string,
  known: ReadonlyMap<string, unknown> | null,
): Seen {
  const row = resource.map(run, raw);
  if (typeof row === 'string') {
    const id = rawId(raw, resource.idPart);
    const source_ref = id === null ? place : `${resource.refName}:${id}`;
    run.builder.addFailure({ source_ref, message: row, payload: raw });
    return { id, failed: true };
  }
  const id = String(row[resource.table.key[0] ?? '']);
  run.builder.addRead(`${resource.refName}:${id}`);
  if (!resource.inScope(run, row)) {
    resource.drop(run, id);
    if (known === null || known.has(id)) run.builder.addGone(resource.table, id);
    return { id, failed: false };
  }
  resource.keep(run, row);
  const content_hash = contentHash(row);
  if (known?.get(id) !== content_hash) run.builder.add(resource.table, { ...row, content_hash });
  return { id, failed: false };
}

/** Whether a record is being merged: it says 404 until that is through, and nothing about the vendor's health. */
export const isMerging = (error: SyncError): boolean => error.kind === 'vendor_error' && error.options.status === 404;

/** Marks what the vendor no longer has. */
export function takeOut(run: Run, resource: Resource, id: string): void {
  resource.drop(run, id);
  run.builder.addGone(resource.table, id);
}
