import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/index.js';
import { Database, type Tx } from '../../database/index.js';
import { EventLog } from '../../kag-events/index.js';
import { ChunkWriter } from '../../search/index.js';
import { ConnectorErrorsRepository } from './connector-errors.repository.js';
import type { Batch, Connector, RowChange, Source, SyncContext } from './contract.js';
import { FaultRecorder } from './fault-recorder.js';
import { KnownRows } from './known-rows.js';
import { RowWriter } from './row-writer.js';
import { SyncError } from './sync-error.js';
import { SyncStateRepository } from './sync-state.repository.js';
import type { SyncState } from './sync-state.entity.js';
import { SyncTally, type SyncResult } from './sync-tally.js';
import type { VendorHttp } from './vendor-http.js';

/** Records of an earlier failure that one sync tries again. */
const RECORDS_AGAIN = 50;

export interface SyncJob {
  projectId: string;
  runId: string;
  source: Source;
  connector: Connector;
  http: VendorHttp;
  signal: AbortSignal;
  progress: SyncContext['progress'];
}

/**
 * Brings one project's copy of one source up to date. Every batch is one transaction of rows, events, chunks and
 * cursor, so a crash at any point loses nothing and repeats at most one batch.
 */
@Injectable()
export class SyncEngine {
  constructor(
    private readonly states: SyncStateRepository,
    private readonly writer: RowWriter,
    private readonly known: KnownRows,
    private readonly errors: ConnectorErrorsRepository,
    private readonly faults: FaultRecorder,
    private readonly events: EventLog,
    private readonly chunks: ChunkWriter,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Syncs and returns what that did.
   * @throws SyncError when the vendor could not be read to the end; what came before it is kept, and the error is queued.
   */
  async run(job: SyncJob): Promise<SyncResult> {
    const { projectId, runId, connector } = job;
    const started = this.clock.now();
    const state = await this.states.begin(projectId, connector.name, runId);
    const tally = new SyncTally(connector.name, state.mode ?? 'full', state.cursor_ts);
    const context = this.context(job, state);
    try {
      await this.retryRecords(job, context, tally);
      for await (const batch of connector.sync(context)) {
        await this.store(job, batch, tally, true);
        job.signal.throwIfAborted();
      }
    } catch (error) {
      await this.fail(job, error);
    }
    const status = tally.errors > 0 ? 'partial' : 'ok';
    await this.database.transaction(async (tx) => {
      await this.states.end(tx, projectId, connector.name, runId, { status, error: null });
      await this.errors.resolve(tx, projectId, connector.name, 'sync', null);
    });
    return tally.result(status, job.http.requests, this.clock.now().getTime() - started.getTime());
  }

  private context({ projectId, source, http, signal, progress }: SyncJob, state: SyncState): SyncContext {
    return {
      source,
      cursor: { cursor_ts: state.cursor_ts, cursor_id: state.cursor_id, page_cursor: state.page_cursor },
      http,
      signal,
      now: this.clock.now(),
      lookbackDays: this.config.CONNECTOR_LOOKBACK_DAYS,
      known: (table, column, keys) => this.known.read(projectId, table, column, keys),
      progress,
    };
  }

  /** Reads again, by id, the records that earlier syncs could not understand. */
  private async retryRecords(job: SyncJob, context: SyncContext, tally: SyncTally): Promise<void> {
    const { projectId, connector } = job;
    const refs = await this.errors.dueRecords(projectId, connector.name, RECORDS_AGAIN);
    if (refs.length === 0) return;
    const failed = new Set<string>();
    for await (const batch of connector.reread(context, refs)) {
      await this.store(job, batch, tally, false);
      for (const failure of batch.failures ?? []) failed.add(failure.source_ref);
    }
    await this.errors.resolve(
      this.database,
      projectId,
      connector.name,
      'record',
      refs.filter((ref) => !failed.has(ref)),
    );
  }

  /** One batch, one transaction. Locking the state first makes a run that was taken over stop here. */
  private async store(job: SyncJob, batch: Batch, tally: SyncTally, advance: boolean): Promise<void> {
    const { projectId, runId, connector, source } = job;
    const stored = await this.database.transaction(async (tx) => {
      if (advance) await this.states.advance(tx, projectId, connector.name, runId, batch.cursor);
      else await this.states.hold(tx, projectId, connector.name, runId);
      const rows = await this.writeRows(tx, projectId, batch);
      const events = await this.events.append(
        tx,
        projectId,
        rows.changes.flatMap((change) => connector.events(change, source)),
      );
      const chunks = await this.chunks.replace(
        tx,
        projectId,
        rows.changes.flatMap((change) => connector.texts(change, source)),
      );
      await this.faults.records(tx, projectId, connector.name, batch.failures ?? []);
      return { ...rows, events, chunks };
    });
    tally.add(batch, stored, advance ? batch.cursor : null);
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

  /** Ends a sync that failed. An aborted one is no failure of the vendor's: it is left for the run that goes on with it. */
  private async fail(job: SyncJob, thrown: unknown): Promise<never> {
    if (job.signal.aborted) throw thrown;
    const { projectId, runId, connector } = job;
    const error = thrown instanceof SyncError ? thrown : new SyncError('internal', String(thrown), { cause: thrown });
    await this.database.transaction(async (tx) => {
      await this.states.end(tx, projectId, connector.name, runId, {
        status: 'failed',
        error: `${error.kind}: ${error.message}`,
      });
      await this.faults.sync(tx, projectId, connector.name, error);
    });
    throw error;
  }
}
