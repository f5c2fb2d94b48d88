import type { SyncBatch, Connector, RowChange, Source, ConnectorRow, SyncContext } from '../core/contract.js';
import { backfill, beginWalk } from './backfill.js';
import { readContacts } from './contacts.js';
import { chatwootEvents } from './events.js';
import { readInboxes } from './inbox-sync.js';
import { incremental } from './incremental.js';
import { readWalk } from './position.js';
import { CHATWOOT_RECONCILABLES } from './reconcilables.js';
import { reread } from './reread.js';
import { refOfRow } from './row-refs.js';
import { nowSeconds, onTheWay, type ChatwootRun, startRun } from './run.js';
import { CHATWOOT_STREAMS } from './streams.js';
import { chatwootTexts } from './texts.js';
import { OVERLAP_SECONDS } from './watermark.js';

/** Conversations with their messages, contacts and inboxes of one Chatwoot account. */
export class ChatwootConnector implements Connector {
  readonly name = 'chatwoot';
  readonly streams = CHATWOOT_STREAMS;
  readonly reconcilables = CHATWOOT_RECONCILABLES;

  async *sync(context: SyncContext): AsyncIterable<SyncBatch> {
    const run = startRun(context);
    const { streams } = context;
    yield* streams.read('conversations', () => readConversationsStream(run));
    // With a filter, the account's other contacts stay out of the project.
    if (run.inboxes === null) yield* streams.read('contacts', () => readContacts(run));
    await streams.attempt('inboxes', () => readInboxes(run));
    yield run.builder.take({ cursor_ts: streams.cursorTs, cursor_id: null, page_cursor: null });
  }

  reread(context: SyncContext, refs: readonly string[]): AsyncIterable<SyncBatch> {
    return reread(startRun(context), refs);
  }

  refOf(table: string, values: ConnectorRow['values']) {
    return refOfRow(table, values);
  }

  events(change: RowChange, source: Source) {
    return chatwootEvents(change, source);
  }

  texts(change: RowChange, source: Source) {
    return chatwootTexts(change, source);
  }
}

/** First the walk over everything, then what changed since it began: nothing that moved meanwhile is missed. */
async function* readConversationsStream(run: ChatwootRun): AsyncGenerator<SyncBatch, void> {
  const { context } = run;
  const { cursor_ts, page_cursor } = context.streams.of('conversations');
  if (cursor_ts === null) {
    const walk = yield* backfill(run, readWalk(page_cursor) ?? (await beginWalk(run)));
    return yield* incremental(run, walk.watermark, onTheWay(run, 'conversations', walk), walk.horizon);
  }
  const from = cursor_ts.getTime() / 1000;
  const lookback = nowSeconds(run) - context.lookbackDays * 86_400;
  // After a pause longer than the lookback, nothing that came meanwhile is too old.
  const horizon = Math.min(lookback, from - OVERLAP_SECONDS);
  yield* incremental(run, from, { ...context.cursor, page_cursor: null }, horizon);
}
