import type { SyncBatch, Connector, RowChange, Source, ConnectorRow, SyncContext } from '../core/contract.js';
import { linearEvents } from './events.js';
import { readMarks } from './position.js';
import { LINEAR_RECONCILABLES } from './reconcilables.js';
import { refNameOf } from './references.js';
import { reread } from './reread.js';
import { startRun } from './run.js';
import { LINEAR_STREAMS } from './streams.js';
import { syncWorkspace } from './sync.js';
import { linearTexts } from './texts.js';

/** Issues with their comments and relations, and what they belong to, of one Linear workspace or a part of it. */
export class LinearConnector implements Connector {
  readonly name = 'linear';
  readonly streams = LINEAR_STREAMS;
  readonly reconcilables = LINEAR_RECONCILABLES;

  /** @param historyDays an issue or a cycle that is older when it is first seen makes no news */
  constructor(private readonly historyDays = Infinity) {}

  sync(context: SyncContext): AsyncIterable<SyncBatch> {
    return syncWorkspace(startRun(context));
  }

  reread(context: SyncContext, refs: readonly string[]): AsyncIterable<SyncBatch> {
    return reread(startRun(context), refs);
  }

  accountOf(cursorId: string | null) {
    return readMarks(cursorId).workspace;
  }

  refOf(table: string, { id }: ConnectorRow['values']) {
    return `${refNameOf(table)}:${String(id)}`;
  }

  events(change: RowChange, _source: Source) {
    return linearEvents(change, this.historyDays);
  }

  texts(change: RowChange, _source: Source) {
    return linearTexts(change);
  }
}
