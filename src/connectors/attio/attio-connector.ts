import type { Batch, Connector, RowChange, SourceRow, SyncContext, SyncCursor } from '../core/contract.js';
import { attioEvents } from './events.js';
import { readPosition } from './position.js';
import { attioReconcilables } from './reconcilables.js';
import type { DealAttributes } from './record-mapper.js';
import { reread } from './reread.js';
import { type Resource, RESOURCES } from './resources.js';
import { startRun } from './run.js';
import { scan } from './scan.js';
import { attioTexts } from './texts.js';

/**
 * Companies, people, deals, notes, tasks and meetings of one Attio workspace. The vendor shows no dates of change and
 * no tombstones (Attio, query records), so every sync looks at all there is, by answers that the
 * workspace's projects share, and writes what differs.
 */
export class AttioConnector implements Connector {
  readonly name = 'attio';
  readonly reconcilables;

  constructor(private readonly attributes: DealAttributes) {
    this.reconcilables = attioReconcilables(attributes);
  }

  async *sync(context: SyncContext): AsyncIterable<Batch> {
    const { cursor } = context;
    const first = cursor.cursor_ts === null;
    const resumed = first ? readPosition(cursor.page_cursor, context.now) : null;
    const started = resumed?.started ?? context.now.toISOString();
    const run = await startRun(context, this.attributes);
    // A first sync goes on where it stopped; a later one that is repeated finds what is stored already unchanged.
    const cursorAt =
      (resource: string) =>
      (offset: number): SyncCursor => ({
        ...cursor,
        page_cursor: first ? { resource, offset, started } : null,
      });
    const begin = resumed ? RESOURCES.findIndex(({ name }) => name === resumed.resource) : 0;
    for (const [index, resource] of RESOURCES.entries()) {
      if (index < begin) continue;
      const offset = resource.name === resumed?.resource ? resumed.offset : 0;
      yield* scan(run, resource, offset, cursorAt(resource.name));
      const following = RESOURCES[index + 1];
      if (first && following && run.builder.size > 0) yield run.builder.take(cursorAt(following.name)(0));
    }
    // Of what changed after the scan began, only some was seen; a shared scan began before this sync did.
    const until = Math.min(Date.parse(started), run.oldestAnswer);
    yield run.builder.take({ cursor_ts: new Date(until), cursor_id: null, page_cursor: null });
  }

  async *reread(context: SyncContext, refs: readonly string[]): AsyncIterable<Batch> {
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
