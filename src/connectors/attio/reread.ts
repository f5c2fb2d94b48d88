import { errorText } from '../../common/app-error.js';
import type { Batch } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import { leftBehind } from './left-behind.js';
import { type Resource, resourceNamed, RESOURCES } from './resources.js';
import type { Run } from './run.js';
import { isMerging, takeIn, takeOut } from './take-in.js';

/**
 * Reads records again by their refs: `companies:ID`, `people:ID`, `deals:ID`, `note:ID`, `task:ID`, `meeting:ID`, and
 * `list:RESOURCE:OFFSET` for rows without an id that could be read; `record:OBJECT/ID` names the object by slug or id,
 * as webhooks do. What fails again is a failure again; what is gone at the vendor is marked, and the activities that
 * hung on it are read too.
 */
export async function* reread(run: Run, refs: readonly string[]): AsyncGenerator<Batch, void> {
  const wanted = new Map<string, Wanted>();
  for (const ref of refs) {
    const one = wantedBy(run, ref);
    if (one) wanted.set(one.ref, one);
  }
  // Webhooks come in any order; a filter judges what hangs on a record by that record, which so has to come first.
  const place = ({ resource }: Wanted) => RESOURCES.indexOf(resource);
  for (const one of [...wanted.values()].sort((a, b) => place(a) - place(b))) await read(run, one);
  for (const ref of await leftBehind(run)) {
    const one = wanted.has(ref) ? null : wantedBy(run, ref);
    if (one) await read(run, one);
  }
  yield run.builder.take(run.context.cursor);
}

interface Wanted {
  /** One for each record, however it was named. */
  readonly ref: string;
  readonly resource: Resource;
  /** A record's id, or where a page begins. */
  readonly at: { id: string } | { offset: number };
}

/** Null for records of objects that have no rows here, and for what names nothing, which is a failure. */
function wantedBy(run: Run, ref: string): Wanted | null {
  const [, page, offset] = /^list:(\w+):(\d{1,9})$/.exec(ref) ?? [];
  const [, object, objectsId] = /^record:([\w-]+)\/([\w-]+)$/.exec(ref) ?? [];
  const [, named, namedId] = /^(\w+):([\w-]+)$/.exec(ref) ?? [];
  const resource = resourceNamed(page ?? (object ? (run.workspace.objectSlug(object) ?? '') : (named ?? '')));
  if (!resource) {
    // Other objects of the workspace have webhooks too.
    if (object !== undefined) return null;
    const message = `'${ref}' names no Attio record; dismiss it and run a sync`;
    run.builder.addFailure({ source_ref: ref, message, payload: null });
    return null;
  }
  if (page !== undefined) return { ref, resource, at: { offset: Number(offset) } };
  const id = objectsId ?? namedId ?? '';
  return { ref: `${resource.refName}:${id}`, resource, at: { id } };
}

/** A failure that is the record's own is kept as one. @throws SyncError for every other */
async function read(run: Run, { ref, resource, at }: Wanted): Promise<void> {
  run.context.signal.throwIfAborted();
  try {
    const rows = 'id' in at ? [await resource.get(run, at.id)] : await resource.page(run, at.offset);
    run.builder.countFetched(rows.length);
    for (const raw of rows) takeIn(run, resource, raw, ref, null);
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    if (error.kind === 'gone' && 'id' in at) takeOut(run, resource, at.id);
    else if (error.options.forbidden || isMerging(error) || (await run.failures.isOwn(ref, error))) {
      run.builder.addFailure({ source_ref: ref, message: errorText(error), payload: null });
      return;
    } else throw error;
  }
  if ('id' in at) run.failures.succeeded(ref);
}
