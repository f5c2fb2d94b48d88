import type { Batch, Connector, RowChange, Source, SourceRow, SyncContext } from '../core/contract.js';
import { backfill, beginWalk } from './backfill.js';
import { linearEvents } from './events.js';
import { beginChanges, incremental } from './incremental.js';
import { readMarks, readWalk, type Walk } from './position.js';
import { LINEAR_RECONCILABLES } from './reconcilables.js';
import { readReferences, refNameOf } from './references.js';
import { reread } from './reread.js';
import { type Run, startRun } from './run.js';
import { linearTexts } from './texts.js';

/** Issues with their comments and relations, and what they belong to, of one Linear workspace or a part of it. */
export class LinearConnector implements Connector {
  readonly name = 'linear';
  readonly reconcilables = LINEAR_RECONCILABLES;

  /** @param historyDays an issue or a cycle that is older when it is first seen makes no news */
  constructor(private readonly historyDays = Infinity) {}

  async *sync(context: SyncContext): AsyncIterable<Batch> {
    const run = startRun(context);
    const { cursor_ts } = context.cursor;
    const stored = readWalk(context.cursor.page_cursor);
    const resumed = stored?.scope === run.scopeKey ? stored : null;
    // Narrowed to other teams or projects, what was read before is not all there is to read, nor all to keep.
    const anew = cursor_ts === null || run.marks.scope !== run.scopeKey;
    if (anew) return yield* firstSync(run, resumed?.first ? resumed : null);
    yield* incremental(run, resumed ?? beginChanges(run, cursor_ts));
  }

  reread(context: SyncContext, refs: readonly string[]): AsyncIterable<Batch> {
    return reread(startRun(context), refs);
  }

  accountOf(cursorId: string | null) {
    return readMarks(cursorId).workspace;
  }

  refOf(table: string, { id }: SourceRow['values']) {
    return `${refNameOf(table)}:${String(id)}`;
  }

  events(change: RowChange, _source: Source) {
    return linearEvents(change, this.historyDays);
  }

  texts(change: RowChange, _source: Source) {
    return linearTexts(change);
  }
}

/** The walk over everything, then what changed since it began: nothing that moved meanwhile is missed. */
async function* firstSync(run: Run, resumed: Walk | null): AsyncGenerator<Batch, void> {
  let walk = resumed ?? (await beginWalk(run));
  run.horizon = walk.horizon;
  (await readReferences(run, null)).collect();
  if (walk.phase === 'issues') walk = yield* backfill(run, walk);
  yield* incremental(run, walk);
}
