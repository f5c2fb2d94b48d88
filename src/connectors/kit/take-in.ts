import type { SyncError } from '../core/sync-error.js';
import { contentHash } from './content-hash.js';
import { type VendorList, type ListRun, refOf } from './listed.js';

/**
 * Takes in one object as the vendor shows it. What is not the project's is marked gone where we had it. An object that
 * can't be read becomes a failure, and stays as we have it.
 * @param place the ref of an object without a readable id
 * @param known hashes of our live rows, kept up to date: what is the same is not written again; null: write it anyway
 * @returns its id; null when not even that can be read
 */
export function takeIn<R extends ListRun>(
  run: R,
  list: VendorList<R>,
  raw: unknown,
  place: string,
  known: Map<string, unknown> | null,
): string | null {
  const { builder } = run;
  const row = list.map(run, raw);
  if (typeof row === 'string') {
    const id = list.idOf(run, raw);
    builder.addFailures([{ source_ref: id === null ? place : refOf(list, id), message: row, payload: raw }]);
    return id;
  }
  if (row === null) return null;
  const id = String(row[list.table.key[0] ?? '']);
  builder.addRead(refOf(list, id));
  if (list.inScope?.(run, row) === false) {
    list.drop?.(run, id);
    if (known === null || known.delete(id)) builder.addGone(list.table, id);
    return id;
  }
  list.keep?.(run, row);
  const content_hash = contentHash(row);
  if (known?.get(id) !== content_hash) {
    builder.add(list.table, { values: { ...row, content_hash } });
    known?.set(id, content_hash);
  }
  return id;
}

/** Whether a record is being merged: it says 404 until that is through, and nothing about the vendor's health. */
export const isMerging = (error: SyncError): boolean => error.kind === 'vendor_error' && error.options.status === 404;

/** Marks what the vendor no longer has. */
export function takeOut<R extends ListRun>(run: R, list: VendorList<R>, id: string): void {
  list.drop?.(run, id);
  run.builder.addGone(list.table, id);
}
