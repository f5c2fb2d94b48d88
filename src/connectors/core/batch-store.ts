import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { EventLog } from '../../kag-events/index.js';
import { ChunkWriter } from '../../search/index.js';
import type { Batch, CompleteSet, Connector, RecordFailure, RowChange, Source } from './contract.js';
import { FaultRecorder } from './fault-recorder.js';
import { refusedValue } from './refused-value.js';
import { RowWriter, type Written as WrittenRows } from './row-writer.js';
import { SyncStateRepository } from './sync-state.repository.js';

export interface BatchOwner {
  projectId: string;
  runId: string;
  connector: Connector;
  source: Source;
}

export interface StoredBatch {
  changes: readonly RowChange[];
  unchanged: number;
  deleted: number;
  events: number;
  chunks: number;
  /** The batch's own, and those of rows that PostgreSQL refused. */
  failures: readonly RecordFailure[];
}

/** Stores a batch in one transaction: its rows, the events and chunks that follow from what changed, and the cursor. */
@Injectable()
export class BatchStore {
  constructor(
    private readonly states: SyncStateRepository,
    private readonly writer: RowWriter,
    private readonly events: EventLog,
    private readonly chunks: ChunkWriter,
    private readonly faults: FaultRecorder,
    private readonly database: Database,
  ) {}

  /**
   * Stores the batch; `advance` moves the sync's cursor to the batch's, and `retried` are records whose time to be tried
   * again has come. The state's row is locked first, so that a run whose connector was taken over stops here. Where
   * PostgreSQL refuses a value, the rows are written one by one: the one with that value fails alone.
   * @throws Superseded when the connector is not the owner's run's any more; then nothing is stored.
   */
  async store(
    owner: BatchOwner,
    batch: Batch,
    advance: boolean,
    retried: ReadonlySet<string> = new Set(),
  ): Promise<StoredBatch> {
    try {
      return await this.write(owner, batch, advance, retried, (tx) => this.allRows(tx, owner, batch));
    } catch (error) {
      if (refusedValue(error) === null) throw error;
      return this.write(owner, batch, advance, retried, (tx) => this.rowByRow(tx, owner, batch));
    }
  }

  private async write(
    { projectId, runId, connector }: BatchOwner,
    batch: Batch,
    advance: boolean,
    retried: ReadonlySet<string>,
    rows: (tx: Tx) => Promise<Written>,
  ): Promise<StoredBatch> {
    return this.database.transaction(async (tx) => {
      if (advance) await this.states.advance(tx, projectId, connector.name, runId, batch.cursor);
      else await this.states.hold(tx, projectId, connector.name, runId);
      const { refused, ...stored } = await rows(tx);
      const failures = [...(batch.failures ?? []), ...refused];
      await this.faults.healed(tx, projectId, connector.name, { ...batch, failures });
      await this.faults.records(tx, projectId, connector.name, failures, retried);
      return { ...stored, failures };
    });
  }

  private async allRows(tx: Tx, owner: BatchOwner, batch: Batch): Promise<Written> {
    const written = new Tally();
    for (const table of batch.rows) written.add(await this.writer.write(tx, owner.projectId, table));
    for (const set of batch.complete ?? []) written.add(await this.removeAbsent(tx, owner, batch, set));
    return { ...written, ...(await this.follow(tx, owner, written.changes)), refused: [] };
  }

  /** Each row behind a savepoint of its own, with what follows from it. */
  private async rowByRow(tx: Tx, owner: BatchOwner, batch: Batch): Promise<Written> {
    const written = new Tally();
    const refused = new Map<string, RecordFailure>();
    let [events, chunks] = [0, 0];
    const one = async (work: () => Promise<Tally | WrittenRows>) => {
      const part = await work();
      const followed = await this.follow(tx, owner, part.changes);
      written.add(part);
      events += followed.events;
      chunks += followed.chunks;
    };
    for (const { table, rows } of batch.rows) {
      for (const row of rows) {
        await tx.run('SAVEPOINT one_row');
        try {
          await one(() => this.writer.write(tx, owner.projectId, { table, rows: [row] }));
          await tx.run('RELEASE SAVEPOINT one_row');
        } catch (error) {
          const why = refusedValue(error);
          if (why === null) throw error;
          await tx.run('ROLLBACK TO SAVEPOINT one_row');
          const source_ref = owner.connector.refOf(table.table, row.values);
          // What hangs on a refused row is refused with it; the row itself came first.
          if (!refused.has(source_ref))
            refused.set(source_ref, {
              source_ref,
              message: `It holds a value that can’t be stored: ${why}`,
              payload: row.values,
            });
        }
      }
    }
    for (const set of batch.complete ?? []) await one(() => this.removeAbsent(tx, owner, batch, set));
    return { ...written, events, chunks, refused: [...refused.values()] };
  }

  private async follow(tx: Tx, { projectId, connector, source }: BatchOwner, changes: readonly RowChange[]) {
    const events = await this.events.append(
      tx,
      projectId,
      changes.flatMap((change) => connector.events(change, source)),
    );
    const chunks = await this.chunks.replace(
      tx,
      projectId,
      changes.flatMap((change) => connector.texts(change, source)),
    );
    return { events, chunks };
  }

  private removeAbsent(tx: Tx, { projectId }: BatchOwner, batch: Batch, set: CompleteSet): Promise<WrittenRows> {
    // A row that is refused is there all the same.
    const present = batch.rows.find((rows) => rows.table.table === set.table.table)?.rows ?? [];
    return this.writer.removeAbsent(tx, projectId, set, present);
  }
}

interface Written extends Omit<StoredBatch, 'failures'> {
  refused: readonly RecordFailure[];
}

/** Adds up what was written. */
class Tally {
  readonly changes: RowChange[] = [];
  unchanged = 0;
  deleted = 0;

  add({ changes, unchanged, deleted }: Tally | WrittenRows): void {
    this.changes.push(...changes);
    this.unchanged += unchanged;
    this.deleted += deleted;
  }
}
