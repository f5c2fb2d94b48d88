import { Injectable } from '@nestjs/common';
import { Database, type Tx } from '../../database/index.js';
import { EventLog } from '../../kag-events/index.js';
import { ChunkWriter } from '../../search/index.js';
import type { Batch, Connector, RowChange, Source } from './contract.js';
import { FaultRecorder } from './fault-recorder.js';
import { RowWriter } from './row-writer.js';
import { StreamsRepository } from './streams.repository.js';
import { SyncStateRepository } from './sync-state.repository.js';
import type { StreamMoves } from './sync-streams.js';

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
    private readonly writer: RowWriter,
    private readonly events: EventLog,
    private readonly chunks: ChunkWriter,
    private readonly faults: FaultRecorder,
    private readonly database: Database,
  ) {}

  /**
   * Stores the batch. The state's row is locked first, so that a run whose connector was taken over stops here.
   * @param moves where the batch brings its streams, and its cursor the sync; null: all cursors stay as they are
   * @throws Superseded when the connector is not the owner's run's any more; then nothing is stored.
   */
  async store(
    { projectId, runId, connector, source }: BatchOwner,
    batch: Batch,
    moves: StreamMoves | null,
  ): Promise<StoredBatch> {
    return this.database.transaction(async (tx) => {
      if (moves === null) await this.states.hold(tx, projectId, connector.name, runId);
      else {
        await this.states.advance(tx, projectId, connector.name, runId, batch.cursor);
        await this.streams.advance(tx, projectId, connector.name, moves);
      }
      const stored = await this.write(tx, { projectId, connector, source }, batch);
      await this.faults.records(tx, projectId, connector.name, batch.failures ?? []);
      return stored;
    });
  }

  /** Says what storing the batch would change: it is written, and taken back. */
  async preview(owner: Omit<BatchOwner, 'runId'>, batch: Batch): Promise<StoredBatch> {
    try {
      return await this.database.transaction(async (tx) => {
        throw new TakenBack(await this.write(tx, owner, batch));
      });
    } catch (error) {
      if (error instanceof TakenBack) return error.stored;
      throw error;
    }
  }

  private async write(
    tx: Tx,
    { projectId, connector, source }: Omit<BatchOwner, 'runId'>,
    batch: Batch,
  ): Promise<StoredBatch> {
    const rows = await this.writeRows(tx, projectId, batch);
    const { changes } = rows;
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
    return { ...rows, events, chunks };
  }

  private async writeRows(tx: Tx, projectId: string, batch: Batch) {
    const changes: RowChange[] = [];
    let unchanged = 0;
    let deleted = 0;
    for (const table of batch.rows) {
      const written = await this.writer.write(tx, projectId, table);
      changes.push(...written.changes);
      unchanged += written.unchanged;
      deleted += written.deleted;
    }
    for (const set of batch.complete ?? []) {
      const present = batch.rows.find((rows) => rows.table.table === set.table.table)?.rows ?? [];
      const removed = await this.writer.removeAbsent(tx, projectId, set, present);
      changes.push(...removed.changes);
      deleted += removed.deleted;
    }
    return { changes, unchanged, deleted };
  }
}
