import type { Batch, Connector, RowChange, Source, SourceRow, SyncContext } from '../core/contract.js';
import { backfill, beginWalk } from './backfill.js';
import { chatwootEvents } from './events.js';
import { incremental } from './incremental.js';
import { readWalk } from './position.js';
import { CHATWOOT_RECONCILABLES } from './reconcilables.js';
import { reread } from './reread.js';
import { refOfRow } from './row-refs.js';
import { nowSeconds, type Run, startRun } from './run.js';
import { chatwootTexts } from './texts.js';
import { OVERLAP_SECONDS } from './watermark.js';

/** Conversations with their messages, contacts and inboxes of one Chatwoot account. */
export class ChatwootConnector implements Connector {
  readonly name = 'chatwoot';
  readonly reconcilables = CHATWOOT_RECONCILABLES;

  async *sync(context: SyncContext): AsyncIterable<Batch> {
    const run = startRun(context);
    const { cursor_ts } = context.cursor;
    if (cursor_ts === null) return yield* firstSync(run);
    const from = cursor_ts.getTime() / 1000;
    const lookback = nowSeconds(run) - context.lookbackDays * 86_400;
    // After a pause longer than the lookback, nothing that came meanwhile is too old.
    const horizon = Math.min(lookback, from - OVERLAP_SECONDS);
    yield* incremental(run, from, { ...context.cursor, page_cursor: null }, horizon);
  }

  reread(context: SyncContext, refs: readonly string[]): AsyncIterable<Batch> {
    return reread(startRun(context), refs);
  }

  refOf(table: string, values: SourceRow['values']) {
    return refOfRow(table, values);
  }

  events(change: RowChange, source: Source) {
    return chatwootEvents(change, source);
  }

  texts(change: RowChange, source: Source) {
    return chatwootTexts(change, source);
  }
}

/** The walk over everything, then what changed since it began: nothing that moved meanwhile is missed. */
async function* firstSync(run: Run): AsyncGenerator<Batch, void> {
  const start = readWalk(run.context.cursor.page_cursor) ?? (await beginWalk(run));
  const walk = yield* backfill(run, start);
  const cursor = { cursor_ts: null, cursor_id: null, page_cursor: { ...walk } };
  yield* incremental(run, walk.watermark, cursor, walk.horizon);
}
