import type { Batch, Connector, RowChange, SourceRow, SyncContext } from '../core/contract.js';
import { attioEvents } from './events.js';
import { attioReconcilables } from './reconcilables.js';
import type { DealAttributes } from './record-mapper.js';
import { reread } from './reread.js';
import { type Resource, RESOURCES, streamsOf } from './resources.js';
import { startRun } from './run.js';
import { readStream } from './stream.js';
import { attioTexts } from './texts.js';

/**
 * Companies, people, deals, notes, tasks and meetings of one Attio workspace. The vendor shows no dates of change and
 * no tombstones (Attio, query records), so every sync looks at all there is, by answers that the
 * workspace's projects share, and writes what differs.
 */
export class AttioConnector implements Connector {
  readonly name = 'attio';
  readonly streams = streamsOf(RESOURCES);
  readonly reconcilables;

  constructor(private readonly attributes: DealAttributes) {
    this.reconcilables = attioReconcilables(attributes);
  }

  async *sync(context: SyncContext): AsyncIterable<Batch> {
    const { streams, cursor } = context;
    const run = await startRun(context, this.attributes);
    for (const resource of RESOURCES) yield* streams.read(resource.name, () => readStream(run, resource));
    yield run.builder.take({ ...cursor, cursor_ts: streams.cursorTs, page_cursor: null });
  }

  async *reread(context: SyncContext, refs: readonly string[]): AsyncGenerator<Batch> {
    yield* reread(await startRun(context, this.attributes), refs);
  }

  refOf(table: string, values: SourceRow['values']) {
    const isOf = ({ table: its, rows }: Resource) =>
      its.table === table && Object.entries(rows).every(([column, value]) => values[column] === value);
    const resource = RESOURCES.find(isOf);
    return `${resource?.refName ?? table}:${String(values[resource?.table.key[0] ?? ''])}`;
  }

  events(change: RowChange) {
    return attioEvents(change);
  }

  texts(change: RowChange) {
    return attioTexts(change);
  }
}
