import type { SyncBatch } from '../core/contract.js';
import { takeIn } from './intake.js';
import { issuePages, pageOrBroken, placeOf, worthTaking } from './issue-pages.js';
import { timeOf } from './node-walk.js';
import { type LinearWalk, wholeMinute } from './position.js';
import { settle } from './read-issues.js';
import { onTheWay, type LinearRun } from './run.js';
import { OVERLAP_MS, watermarkOf } from './watermark.js';

/** Where a walk over everything begins: with the newest change there is, so that what comes later is caught up with. */
export async function beginWalk(run: LinearRun): Promise<LinearWalk> {
  const { rows } = await pageOrBroken(run, {
    first: 1,
    after: null,
    orderBy: 'updatedAt',
    includeArchived: true,
    shared: false,
  });
  const newest = watermarkOf(timeOf(rows[0], 'updatedAt'), null, run.context.now);
  const from = wholeMinute(newest.getTime() - OVERLAP_MS);
  return {
    phase: 'issues',
    scope: run.scopeKey,
    horizon: run.horizon,
    from,
    since: from,
    newest: newest.toISOString(),
    pass: 1,
    first: true,
    after: null,
    until: null,
    done: 0,
  };
}

/**
 * Walks all issues worth taking, each page a batch. By creation: whatever happens to an issue, it stays in its place.
 * @returns the position from which to catch up with what changed meanwhile
 */
export async function* backfill(run: LinearRun, start: LinearWalk): AsyncGenerator<SyncBatch, LinearWalk> {
  let walk = start;
  let place = { after: walk.after, until: walk.until };
  for await (const page of issuePages(run, 'createdAt', worthTaking(walk.horizon), place)) {
    await takeIn(run, page.rows, placeOf('createdAt', place), { fresh: false, cascade: 'none' });
    await settle(run);
    walk = { ...walk, done: walk.done + page.rows.length };
    run.context.progress(walk.done, null, 'issues');
    if (page.next === null) break;
    place = page.next;
    walk = { ...walk, ...place };
    yield run.builder.take(onTheWay(run, walk));
  }
  walk = { ...walk, phase: 'changes', after: null, until: null };
  yield run.builder.take(onTheWay(run, walk));
  return walk;
}
