import { z } from 'zod';
import { SyncError } from '../core/sync-error.js';
import { differing } from './intake.js';
import { OPEN, PAGE } from './issue-pages.js';
import { nodeId } from './parse.js';
import { IDS_AT_ONCE, readIssues } from './read-issues.js';
import type { Run } from './run.js';
import { LINEAR_ISSUES } from './tables.js';

/** Blocked issues looked at by every sync; of more, the sweep finds what changed. */
const MOST_BLOCKED = 4 * IDS_AT_ONCE;

/** A bounded price for every sync: with up to 100 open issues each sees all of them. */
const SWEEP_PAGES = 2;

/**
 * Looks at the issues that we have as blocked: a relation that was removed leaves no trace in any list, and an issue
 * that waits for nothing any more must not count as blocked until somebody edits it.
 */
export async function checkBlocked(run: Run): Promise<void> {
  const blocked = [...(await run.context.live(LINEAR_ISSUES, 'id', { blocked: 'true' })).keys()].sort();
  for (let first = 0; first < Math.min(blocked.length, MOST_BLOCKED); first += IDS_AT_ONCE) {
    const some = blocked.slice(first, first + IDS_AT_ONCE);
    const { rows } = await run.api.issues({
      first: IDS_AT_ONCE,
      after: null,
      filter: { id: { in: some } },
      includeArchived: true,
      shared: false,
    });
    const answered = rows.map(nodeId);
    const ids = new Set([...(await differing(run, rows)), ...some.filter((id) => !answered.includes(id))]);
    // Of a long list of relations, the one that is gone may be further down than the answer shows.
    for (const row of rows) if (hasMoreRelations(row)) ids.add(nodeId(row) ?? '');
    ids.delete('');
    if (ids.size > 0) await readIssues(run, [...ids], false);
  }
}

const hasMoreRelations = (row: unknown): boolean =>
  z.looseObject({ inverseRelations: z.object({ pageInfo: z.object({ hasNextPage: z.literal(true) }) }) }).safeParse(row)
    .success;

/**
 * Looks at the next pages of open issues for what leaves no trace in any list: relations and comments that were removed,
 * and changes that don't date their issue anew. Closed ones are left to the daily comparison.
 * A shared answer may be a minute old, so what differs in it is read again before it is believed.
 * @param after cursor at which to begin @returns the cursor to go on with, null for the beginning
 */
export async function sweep(run: Run, after: string | null): Promise<string | null> {
  let place = after;
  try {
    for (let page = 0; page < SWEEP_PAGES; page++) {
      const { rows, next } = await run.api.issues({
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
