import { SyncError } from '../core/sync-error.js';
import { FRONT } from '../kit/walk-cursor.js';
import { openBlockers } from './blocking.js';
import { differing } from './intake.js';
import { OPEN, PAGE, pageOrBroken } from './issue-pages.js';
import type { LinearFilter } from './linear-api.js';
import { walkNodes } from './node-walk.js';
import { readRows } from './parse.js';
import { blockersSchema } from './payloads.js';
import { IDS_AT_ONCE, readIssues } from './read-issues.js';
import type { LinearRun } from './run.js';
import { LINEAR_ISSUES } from './tables.js';

/** Open issues with a blocker that is open still (`hasBlockedByRelations`, docs/contract/vendors.md#linear). */
const BLOCKED: LinearFilter = { ...OPEN, hasBlockedByRelations: { eq: true } };

/** Pages of blocked issues looked at by every sync; of a workspace that has more, the sweep finds what changed. */
const BLOCKED_PAGES = 10;

/** A bounded price for every sync: with up to 100 open issues each sees all of them. */
const SWEEP_PAGES = 2;

/**
 * Looks whether issues are still blocked by what we have as blocking them: a relation that was removed leaves no trace
 * in any list, and an issue that waits for nothing any more must not count as blocked until somebody edits it. The
 * whole workspace's blocked issues are listed, since that answer serves all its projects; what differs is read again.
 */
export async function checkBlocked(run: LinearRun): Promise<void> {
  // Those that only a state or a label calls blocked have nothing in `blocked_by`, and change with a date.
  const ours = [...(await run.context.live(LINEAR_ISSUES, 'blocked_by', { blocked: 'true' }))].filter(
    ([, by]) => (by as string[]).length > 0,
  );
  if (ours.length === 0) return;
  const theirs = await blockedIssues(run);
  const changed = ours.filter(([id, by]) => {
    const now = theirs.blockers.get(id);
    return now === undefined ? theirs.complete : now === null || now.join() !== (by as string[]).join();
  });
  for (let first = 0; first < changed.length; first += IDS_AT_ONCE) {
    const ids = changed.slice(first, first + IDS_AT_ONCE).map(([id]) => id);
    await readIssues(run, ids, false);
  }
}

/** Blockers of each blocked issue of the workspace, null where there are more than the list shows. */
async function blockedIssues(run: LinearRun): Promise<{ blockers: Map<string, string[] | null>; complete: boolean }> {
  const blockers = new Map<string, string[] | null>();
  const pages = walkNodes(
    ({ after }) =>
      pageOrBroken(run, { first: PAGE, after, filter: BLOCKED, includeArchived: true, shared: true }, 'blockers'),
    FRONT,
    null,
  );
  let count = 0;
  for await (const { rows, next } of pages) {
    const read = readRows(blockersSchema, rows, String);
    // Of one that can't be read, nothing is known.
    for (const { source_ref } of read.failures) blockers.set(source_ref, null);
    for (const { fields } of read.records) {
      const { nodes, pageInfo } = fields.inverseRelations;
      blockers.set(fields.id, pageInfo.hasNextPage ? null : openBlockers(nodes));
    }
    if (next !== null && ++count >= BLOCKED_PAGES) return { blockers, complete: false };
  }
  return { blockers, complete: true };
}

/**
 * Looks at the next pages of open issues for what leaves no trace in any list: relations and comments that were
 * removed, and changes that don't date their issue anew. Closed ones are left to the daily comparison. A shared answer
 * may be a minute old, so what differs in it is read again before it is believed.
 * @param after cursor at which to begin
 * @returns the cursor to go on with, null for the beginning
 */
export async function sweep(run: LinearRun, after: string | null): Promise<string | null> {
  let place = after;
  try {
    for (let page = 0; page < SWEEP_PAGES; page++) {
      const { rows, next } = await pageOrBroken(run, {
        first: PAGE,
        after: place,
        filter: OPEN,
        includeArchived: true,
        shared: true,
      });
      const ids = await differing(run, rows);
      if (ids.length > 0) await readIssues(run, ids, false);
      place = next;
      if (next === null) break;
    }
    return place;
  } catch (error) {
    // The issue that marked the place was purged: the next look begins at the front.
    if (place !== null && error instanceof SyncError && (error.kind === 'config' || error.kind === 'gone')) return null;
    throw error;
  }
}
