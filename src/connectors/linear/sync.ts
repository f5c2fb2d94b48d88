import type { SyncBatch, SyncCursor } from '../core/contract.js';
import { backfill, beginWalk } from './backfill.js';
import { followComments, followRelations } from './followers.js';
import { beginChanges, followIssues } from './incremental.js';
import { readWalk, type LinearWalk, wholeMinute, writeMarks } from './position.js';
import { addSchemaChanges, readPart, type LinearRun } from './run.js';
import { areNew, moveTo, readAll, readChanged } from './small-lists.js';
import { checkBlocked, sweep } from './sweep.js';
import { OVERLAP_MS, watermarkOf } from './watermark.js';

/**
 * Takes in everything that changed, at first after a walk over everything: nothing that moved meanwhile is missed. Ends
 * with the batch that says so; batches on the way only say where the walk is. Comments and relations come last: what
 * they name is read as it is by then.
 */
export async function* syncWorkspace(run: LinearRun): AsyncGenerator<SyncBatch, void> {
  const { streams, now } = run.context;
  let walk = await streams.attempt('issues', () => whereToBegin(run));
  if (walk?.first) {
    run.horizon = walk.horizon;
    if (areNew(run)) await readAll(run, walk);
    walk = yield* readIssuesOf(run, walk, backfill);
  }
  const lists = yield* readChanged(run, walk);
  walk = walk && (yield* readIssuesOf(run, walk, followIssues));
  moveTo(run, lists, walk?.newest ?? null);
  let after = run.marks.sweep;
  if (walk) {
    const until = watermarkOf(walk.newest, streams.of('issues').cursor_ts, now);
    yield* followPart(run, walk, until, 'comments', followComments);
    yield* followPart(run, walk, until, 'relations', followRelations);
    await streams.attempt('issues', async () => {
      await checkBlocked(run);
      after = await sweep(run, after);
      streams.move('issues', { cursor_ts: until, page_cursor: null });
    });
  }
  addSchemaChanges(run);
  yield run.builder.take(endOf(run, walk !== null, after));
}

/** The walk that is under way, or a new one: over everything, or since the last sync. */
async function whereToBegin(run: LinearRun): Promise<LinearWalk> {
  const { cursor_ts, page_cursor } = run.context.streams.of('issues');
  const stored = readWalk(page_cursor);
  const resumed = stored?.scope === run.scopeKey ? stored : null;
  // Narrowed to other teams or projects, what was read before is not all there is to read, nor all to keep.
  if (cursor_ts === null || run.marks.scope !== run.scopeKey) return resumed?.first ? resumed : beginWalk(run);
  return resumed ?? beginChanges(run, cursor_ts);
}

type Reading = (run: LinearRun, walk: LinearWalk) => AsyncGenerator<SyncBatch, LinearWalk>;

/** @returns the walk behind this part of it, or null where the issues could not be read */
async function* readIssuesOf(
  run: LinearRun,
  walk: LinearWalk,
  reading: Reading,
): AsyncGenerator<SyncBatch, LinearWalk | null> {
  let behind = walk;
  yield* readPart(run, 'issues', async function* () {
    if (reading !== backfill || walk.phase === 'issues') behind = yield* reading(run, walk);
  });
  return run.context.streams.hasFailed('issues') ? null : behind;
}

/**
 * What hangs on issues, since its own last reading: one that was closed to us has more to catch up with than they have.
 */
async function* followPart(
  run: LinearRun,
  walk: LinearWalk,
  until: Date,
  stream: 'comments' | 'relations',
  reading: (run: LinearRun, walk: LinearWalk) => AsyncGenerator<SyncBatch, void>,
): AsyncGenerator<SyncBatch, void> {
  const { streams } = run.context;
  const { cursor_ts, page_cursor } = streams.of(stream);
  // In a first sync the issues bring all there is until then; later, only a look back tells what they left out.
  const beginning = walk.first ? walk.from : run.horizon;
  const begun = typeof page_cursor?.['from'] === 'string' ? page_cursor['from'] : beginning;
  const own = cursor_ts === null ? begun : wholeMinute(cursor_ts.getTime() - OVERLAP_MS);
  const from = own < walk.from ? own : walk.from;
  if (cursor_ts === null) streams.move(stream, { page_cursor: { from } });
  yield* readPart(run, stream, () => reading(run, { ...walk, from, first: walk.first || cursor_ts === null }));
  if (!streams.hasFailed(stream)) streams.move(stream, { cursor_ts: until, page_cursor: null });
}

/** @param through whether the issues were read under the scope that the source has now */
function endOf({ api, context, marks, scopeKey }: LinearRun, through: boolean, after: string | null): SyncCursor {
  return {
    cursor_ts: context.streams.cursorTs,
    cursor_id: writeMarks({
      workspace: api.answered ?? marks.workspace,
      scope: through ? scopeKey : marks.scope,
      sweep: after,
    }),
    page_cursor: null,
  };
}
