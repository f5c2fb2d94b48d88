import type { Batch } from '../core/contract.js';
import { followComments, followRelations } from './followers.js';
import { settle } from './read-issues.js';
import { takeIn } from './intake.js';
import { issuePages, placeOf } from './issue-pages.js';
import type { Filter } from './linear-api.js';
import { FRONT, timeOf } from './page-walk.js';
import { type Marks, type Walk, wholeMinute, writeMarks } from './position.js';
import { readReferences } from './references.js';
import { addSchemaChanges, onTheWay, type Run } from './run.js';
import { checkBlocked, sweep } from './sweep.js';
import { OVERLAP_MS, watermarkOf } from './watermark.js';

/** A pass of a single page has seen everything at once; a workspace so busy that none is gets the rest next time. */
const MOST_PASSES = 3;

/** Where a sync begins that only looks for changes. */
export function beginChanges(run: Run, since: Date): Walk {
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
 * Takes in everything that changed, and ends with the batch that says so; batches on the way only say where the walk is.
 * Comments and relations come last: what they name is read as it is by then.
 */
export async function* incremental(run: Run, start: Walk): AsyncGenerator<Batch, void> {
  const today = run.context.now.toISOString().slice(0, 10);
  const listed = start.first || run.marks.lists === today;
  const references = await readReferences(run, listed ? start.from : null);
  // Before the rows that tell of it: were they stored first and this interrupted, nobody would know of the new name.
  if (references.renamed) yield* follow(run, references.renamed, start);
  references.collect();
  const walk = yield* followIssues(run, start);
  yield* followComments(run, walk);
  yield* followRelations(run, walk);
  await checkBlocked(run);
  const marks: Marks = {
    workspace: run.api.workspaceId,
    scope: run.scopeKey,
    lists: today,
    sweep: await sweep(run, run.marks.sweep),
  };
  addSchemaChanges(run);
  yield run.builder.take({
    cursor_ts: watermarkOf(walk.newest, run.context.cursor.cursor_ts, run.context.now),
    cursor_id: writeMarks(marks),
    page_cursor: null,
  });
}

/** Issues that changed, newest first: those that change while pages are read move to the front, and the next pass has them. */
async function* followIssues(run: Run, start: Walk): AsyncGenerator<Batch, Walk> {
  let walk = start;
  for (;;) {
    let pages = walk.after === null && walk.until === null ? 0 : 1;
    let place = { after: walk.after, until: walk.until };
    const filter: Filter = { updatedAt: { gte: walk.since } };
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
    if (pages <= 1 || walk.pass >= MOST_PASSES) return walk;
    walk = { ...walk, pass: walk.pass + 1, since: wholeMinute(Date.parse(walk.newest)) };
    yield run.builder.take(onTheWay(run, walk));
  }
}

/** All issues that fit, whenever they changed. */
async function* follow(run: Run, filter: Filter, walk: Walk): AsyncGenerator<Batch, void> {
  for await (const page of issuePages(run, 'createdAt', filter, FRONT)) {
    await takeIn(run, page.rows, placeOf('createdAt', FRONT), { fresh: false, cascade: 'changed' });
    await settle(run);
    if (page.next !== null) yield run.builder.take(onTheWay(run, walk));
  }
}

/** The newest change a page shows; never one of the future. */
function newestOf({ context }: Run, rows: readonly unknown[], atLeast: string): string {
  let newest = atLeast;
  for (const row of rows) {
    const time = timeOf(row, 'updatedAt');
    if (time !== null && time > newest && time <= context.now.toISOString()) newest = time;
  }
  return newest;
}
