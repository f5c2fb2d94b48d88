import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { BatchWriter, type RowsOwner, type WrittenBatch } from './batch-writer.js';
import type { SyncBatch, RecordFailure } from './contract.js';
import { FaultRecorder } from './fault-recorder.js';
import { refusedValue } from './refused-value.js';
import { StreamsRepository } from './streams.repository.js';
import { SyncStateRepository } from './sync-state.repository.js';
import type { StreamMoves } from './sync-streams.js';

export interface BatchOwner extends RowsOwner {
  runId: string;
}

export interface StoredBatch extends Omit<WrittenBatch, 'refused'> {
  /** The batch's own, and those of rows that PostgreSQL refused. */
  failures: readonly RecordFailure[];
}

/** Ends a transaction that was only to show what it would do. */
class TakenBack extends Error {
  constructor(readonly stored: StoredBatch) {
    super('taken back');
  }
}

/** Stores a batch in one transaction: its rows, the events and chunks that follow from what changed, and the cursor. */
@Injectable()
export class BatchStore {
  constructor(
    private readonly states: SyncStateRepository,
    private readonly streams: StreamsRepository,
    private readonly writer: BatchWriter,
    private readonly faults: FaultRecorder,
    private readonly database: Database,
  ) {}

  /**
   * Stores the batch. The state's row is locked first, so that a run whose connector was taken over stops here.
   * @param moves where the batch brings its streams, and its cursor the sync; null: all cursors stay as they are
   * @param retried records whose time to be tried again has come
   * @throws Superseded when the connector is not the owner's run's any more; then nothing is stored.
   */
  async store(
    owner: BatchOwner,
    batch: SyncBatch,
    moves: StreamMoves | null,
    retried: ReadonlySet<string> = new Set(),
  ): Promise<StoredBatch> {
    const { projectId, runId, connector } = owner;
    return this.written(owner, batch, async (tx, write) => {
      if (moves === null) await this.states.hold(tx, projectId, connector.name, runId);
      else {
        await this.states.advance(tx, projectId, connector.name, runId, batch.cursor);
        await this.streams.advance(tx, projectId, connector.name, moves);
      }
      const stored = await write();
      await this.faults.healed(tx, projectId, connector.name, { ...batch, failures: stored.failures });
      await this.faults.records(tx, projectId, connector.name, stored.failures, retried);
      return stored;
    });
  }

  /** Says what storing the batch would change: it is written, and taken back. */
  async preview(owner: RowsOwner, batch: SyncBatch): Promise<StoredBatch> {
    try {
      return await this.written(owner, batch, async (_tx, write) => {
        throw new TakenBack(await write());
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.stored;
      throw error;
    }
  }

  /** Where PostgreSQL refuses a value, the rows are written one by one: the one with that value fails alone. */
  private async written(
    owner: RowsOwner,
    batch: SyncBatch,
    work: (tx: Tx, write: () => Promise<StoredBatch>) => Promise<StoredBatch>,
  ): Promise<StoredBatch> {
    const trying = (way: 'allRows' | 'rowByRow') =>
      this.database.transaction((tx) =>
        work(tx, async () => {
          const { refused, ...stored } = await this.writer[way](tx, owner, batch);
          return { ...stored, failures: [...(batch.failures ?? []), ...refused] };
        }),
      );
    try {
      return await trying('allRows');
    } catch (error) {
      if (refusedValue(error) === null) throw error;
      return trying('rowByRow');
    }
  }
}
