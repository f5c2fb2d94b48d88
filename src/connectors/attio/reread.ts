import { errorText } from '../../common/app-error.js';
import type { Batch } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { resourceNamed } from './resources.js';
import type { Run } from './run.js';
import { takeIn, takeOut } from './take-in.js';

/** This many records in a row that can't be read are an outage, and no longer those records' own fault. */
const OUTAGE = 3;

/** Whether a failure is one record's own, so that the rest goes on without it; an outage shows in several in a row. */
export function isItsOwn(run: Run, error: SyncError): boolean {
  if (error.kind === 'bad_payload') return true;
  // A merge that isn't through yet says 404, and nothing about the vendor's health.
  if (error.kind === 'vendor_error' && error.options.status === 404) return true;
  return (error.kind === 'vendor_error' || error.kind === 'timeout') && ++run.failuresInARow < OUTAGE;
}

/**
 * Reads records again by their refs: `companies:ID`, `people:ID`, `deals:ID`, `note:ID`, `task:ID`, `meeting:ID`, and
 * `list:RESOURCE:OFFSET` for rows without an id that could be read; `record:OBJECT/ID` names the object by slug or id,
 * as webhooks do. What fails again is a failure again; what is gone at the vendor is marked.
 */
export async function* reread(run: Run, refs: readonly string[]): AsyncGenerator<Batch, void> {
  for (const ref of new Set(refs)) {
    run.context.signal.throwIfAborted();
    try {
      await readRef(run, ref);
      run.failuresInARow = 0;
    } catch (error) {
      if (!(error instanceof SyncError) || !isItsOwn(run, error)) throw error;
      run.builder.addFailure({ source_ref: ref, message: errorText(error), payload: null });
    }
  }
  yield run.builder.take(run.context.cursor);
}

async function readRef(run: Run, ref: string): Promise<void> {
  const [, page, offset] = /^list:(\w+):(\d{1,9})$/.exec(ref) ?? [];
  const [, object, objectsId] = /^record:([\w-]+)\/([\w-]+)$/.exec(ref) ?? [];
  const [, named, namedId] = /^(\w+):([\w-]+)$/.exec(ref) ?? [];
  const resource = resourceNamed(page ?? (object ? (run.workspace.objectSlug(object) ?? '') : (named ?? '')));
  if (!resource) {
    // Other objects of the workspace have webhooks too, and no rows here.
    if (object !== undefined) return;
    throw new SyncError('bad_payload', `'${ref}' names no Attio record; dismiss it and run a sync`);
  }
  if (page !== undefined) {
    const rows = await resource.page(run, Number(offset));
    run.builder.countFetched(rows.length);
    for (const raw of rows) takeIn(run, resource, raw, ref, null);
    return;
  }
  const id = objectsId ?? namedId ?? '';
  let raw: unknown;
  try {
    raw = await resource.get(run, id);
  } catch (error) {
    if (error instanceof SyncError && error.kind === 'gone') return takeOut(run, resource, id);
    throw error;
  }
  run.builder.countFetched(1);
  takeIn(run, resource, raw, ref, null);
}
