import type { SyncBatch } from '../core/contract.js';
import { FRONT } from '../kit/walk-cursor.js';
import { settle } from './read-issues.js';
import { takeIn } from './intake.js';
import { issuePages, placeOf } from './issue-pages.js';
import type { LinearFilter } from './linear-api.js';
import { timeOf } from './node-walk.js';
import { type LinearWalk, wholeMinute } from './position.js';
import { between, onTheWay, type LinearRun } from './run.js';
import { OVERLAP_MS } from './watermark.js';

/** A pass of a single page has seen everything at once; a workspace so busy that none is gets the rest next time. */
const MAX_PASSES = 3;

/** Where a sync begins that only looks for changes. */
export function beginChanges(run: LinearRun, since: Date): LinearWalk {
  const from = wholeMinute(since.getTime() - OVERLAP_MS);
  return {
    phase: 'changes',
    scope: run.scopeKey,
    horizon: run.horizon,
    from,
    since: from,
    newest: since.toISOString(),
    pass: 1,
    first: false,
    after: null,
    until: null,
    done: 0,
  };
}

/**
 * Issues that changed, newest first: those that change while pages are read move to the front, and the next pass has
 * them.
 */
export async function* followIssues(run: LinearRun, start: LinearWalk): AsyncGenerator<SyncBatch, LinearWalk> {
  let walk = start;
  for (;;) {
    let pages = walk.after === null && walk.until === null ? 0 : 1;
    let place = { after: walk.after, until: walk.until };
    const filter: LinearFilter = { updatedAt: { gte: walk.since } };
    for await (const page of issuePages(run, 'updatedAt', filter, place)) {
      if (pages === 0) walk = { ...walk, newest: newestOf(run, page.rows, walk.newest) };
      pages += 1;
      // After a walk over everything, blocked issues may have been read before their blockers changed.
      await takeIn(run, page.rows, placeOf('updatedAt', place), {
        fresh: false,
        cascade: walk.first ? 'all' : 'changed',
      });
      await settle(run);
      walk = { ...walk, done: walk.done + page.rows.length };
      run.context.progress(walk.done, null, 'issues');
      if (page.next === null) break;
      place = page.next;
      walk = { ...walk, ...place };
      yield run.builder.take(onTheWay(run, walk));
    }
    walk = { ...walk, ...FRONT };
    if (pages <= 1 || walk.pass >= MAX_PASSES) return walk;
    walk = { ...walk, pass: walk.pass + 1, since: wholeMinute(Date.parse(walk.newest)) };
    yield run.builder.take(onTheWay(run, walk));
  }
}

/** All issues that fit, whenever they changed. */
export async function* follow(run: LinearRun, filter: LinearFilter, walk: LinearWalk): AsyncGenerator<SyncBatch, void> {
  for await (const page of issuePages(run, 'createdAt', filter, FRONT)) {
    await takeIn(run, page.rows, placeOf('createdAt', FRONT), { fresh: false, cascade: 'changed' });
    await settle(run);
    if (page.next !== null) yield run.builder.take(between(run, walk));
  }
}

/** The newest change a page shows; never one of the future. */
function newestOf({ context }: LinearRun, rows: readonly unknown[], atLeast: string): string {
  let newest = atLeast;
  for (const row of rows) {
    const time = timeOf(row, 'updatedAt');
    if (time !== null && time > newest && time <= context.now.toISOString()) newest = time;
  }
  return newest;
}
