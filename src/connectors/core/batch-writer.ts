import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import { EventLog } from '../../kag-events/index.js';
import { ChunkWriter } from '../../search/index.js';
import type { SyncBatch, CompleteSet, Connector, RecordFailure, RowChange, Source } from './contract.js';
import { refusedValue } from './refused-value.js';
import { RowWriter, type WrittenRows } from './row-writer.js';

export interface RowsOwner {
  projectId: string;
  connector: Connector;
  source: Source;
}

/** What a batch's rows came to. */
export interface WrittenBatch {
  changes: readonly RowChange[];
  unchanged: number;
  deleted: number;
  events: number;
  chunks: number;
  /** Records with values that PostgreSQL does not take. */
  refused: readonly RecordFailure[];
}

/** Writes a batch's rows, with the events and chunks that follow from what changed. */
@Injectable()
export class BatchWriter {
  constructor(
    private readonly writer: RowWriter,
    private readonly events: EventLog,
    private readonly chunks: ChunkWriter,
  ) {}

  /**
   * All at once.
   * @throws what `refusedValue` tells, where one of the rows can’t be stored
   */
  async allRows(tx: Tx, owner: RowsOwner, batch: SyncBatch): Promise<WrittenBatch> {
    const written = new Tally();
    for (const table of batch.rows) written.add(await this.writer.write(tx, owner.projectId, table));
    for (const set of batch.complete ?? []) written.add(await this.removeAbsent(tx, owner, batch, set));
    return { ...written, ...(await this.follow(tx, owner, written.changes)), refused: [] };
  }

  /** Each row behind a savepoint of its own, with what follows from it. */
  async rowByRow(tx: Tx, owner: RowsOwner, batch: SyncBatch): Promise<WrittenBatch> {
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

  private async follow(tx: Tx, { projectId, connector, source }: RowsOwner, changes: readonly RowChange[]) {
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

  private removeAbsent(tx: Tx, { projectId }: RowsOwner, batch: SyncBatch, set: CompleteSet): Promise<WrittenRows> {
    // A row that is refused is there all the same.
    const present = batch.rows.find((rows) => rows.table.table === set.table.table)?.rows ?? [];
    return this.writer.removeAbsent(tx, projectId, set, present);
  }
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
