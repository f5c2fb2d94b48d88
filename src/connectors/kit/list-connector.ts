import type { NewEvent } from '../../kag-events/index.js';
import type { SourceText } from '../../search/index.js';
import type {
  SyncBatch,
  Connector,
  ConnectorName,
  RowChange,
  Source,
  ConnectorRow,
  SyncContext,
} from '../core/contract.js';
import { comparedList } from './compared.js';
import { type VendorList, type ListRun, refOf, streamsOf } from './listed.js';
import { type Rereading, rereadLists } from './list-reread.js';
import { readStream } from './list-stream.js';

/** What a vendor that consists of lists says of itself. */
export interface ListVendor<R extends ListRun> extends Rereading<R> {
  readonly name: ConnectorName;
  /** @throws SyncError when the token can't be used for the source */
  start(context: SyncContext): Promise<R>;
  events(change: RowChange, source: Source): NewEvent[];
  texts(change: RowChange, source: Source): SourceText[];
}

/** A connector of lists: each is read by itself, in their order, and what differs from our rows is written. */
export class ListConnector<R extends ListRun> implements Connector {
  readonly name;
  readonly streams;
  readonly reconcilables;

  constructor(private readonly vendor: ListVendor<R>) {
    const { name, lists } = vendor;
    this.name = name;
    this.streams = streamsOf(lists);
    this.reconcilables = lists
      .filter(({ compared }) => compared)
      .map((list) => comparedList(list, (context) => vendor.start(context)));
  }

  async *sync(context: SyncContext): AsyncIterable<SyncBatch> {
    const run = await this.vendor.start(context);
    const { streams, cursor } = run.context;
    for (const list of this.vendor.lists) yield* streams.read(list.name, () => readStream(run, list));
    yield run.builder.take({ ...cursor, cursor_ts: streams.cursorTs, page_cursor: null });
  }

  async *reread(context: SyncContext, refs: readonly string[]): AsyncGenerator<SyncBatch> {
    yield* rereadLists(await this.vendor.start(context), this.vendor, refs);
  }

  refOf(table: string, values: ConnectorRow['values']): string {
    const isOf = ({ table: its, rows = {} }: VendorList<R>) =>
      its.table === table && Object.entries(rows).every(([column, value]) => values[column] === value);
    const list = this.vendor.lists.find(isOf);
    const id = String(values[list?.table.key[0] ?? '']);
    return list ? refOf(list, id) : `${table}:${id}`;
  }

  events(change: RowChange, source: Source): NewEvent[] {
    return this.vendor.events(change, source);
  }

  texts(change: RowChange, source: Source): SourceText[] {
    return this.vendor.texts(change, source);
  }
}
