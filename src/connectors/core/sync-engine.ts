import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { wait } from '../../common/wait.js';
import { Config } from '../../config/index.js';
import { Database, type Tx } from '../../database/index.js';
import { goesOn } from '../../jobs/index.js';
import { BatchStore, type BatchOwner } from './batch-store.js';
import { ConnectorErrorsRepository } from './connector-errors.repository.js';
import type { SyncContext, SyncCursor } from './contract.js';
import { FaultRecorder } from './fault-recorder.js';
import { KnownRows } from './known-rows.js';
import { RecordReader } from './record-reader.js';
import { SyncError } from './sync-error.js';
import { StreamsRepository } from './streams.repository.js';
import { SyncStateRepository, Superseded } from './sync-state.repository.js';
import type { SyncState } from './sync-state.entity.js';
import { SyncStreams } from './sync-streams.js';
import { SyncTally, type SyncResult } from './sync-tally.js';
import type { VendorHttp } from './vendor-http.js';

const BEGINNING: SyncCursor = { cursor_ts: null, cursor_id: null, page_cursor: null };
/** How often a run looks whether the connector that it waits for is free. */
const CLAIM_EVERY_MS = 250;

export interface SyncJob extends BatchOwner {
  http: VendorHttp;
  signal: AbortSignal;
  progress: SyncContext['progress'];
  /** Whether the project still reads from the source; unset: it does. */
  isBound?: () => Promise<boolean>;
}

/**
 * Brings one project's copy of one source up to date. Every batch is one transaction of rows, events, chunks and
 * cursor, so a crash at any point loses nothing and repeats at most one batch.
 */
@Injectable()
export class SyncEngine {
  private readonly log = new Logger('connectors');

  constructor(
    private readonly states: SyncStateRepository,
    private readonly streams: StreamsRepository,
    private readonly batches: BatchStore,
    private readonly records: RecordReader,
    private readonly known: KnownRows,
    private readonly errors: ConnectorErrorsRepository,
    private readonly faults: FaultRecorder,
    private readonly database: Database,
    private readonly config: Config,
    private readonly clock: Clock,
  ) {}

  /**
   * Syncs and returns what that did.
   * @throws SyncError when the vendor could not be read to the end; what came before it is kept, and the error is
   * queued.
   */
  async run(job: SyncJob): Promise<SyncResult> {
    const { projectId, runId, connector } = job;
    const started = this.clock.now();
    await this.claim(job);
    const state = await this.states.begin(projectId, connector.name, runId);
    const tally = new SyncTally(connector, state.mode ?? 'full', state.cursor_ts);
    const streams = new SyncStreams(connector.streams, await this.streams.read(projectId, connector.name));
    const context = this.context(job, state, streams);
    try {
      await this.readDue(job, context, tally);
      for await (const batch of connector.sync(context)) {
        tally.add(batch, await this.batches.store(job, batch, streams.takeMoves()), batch.cursor);
        job.signal.throwIfAborted();
      }
      if (streams.failure) throw streams.failure;
      // Webhooks that came while this ran have waited for it.
      await this.readDue(job, context, tally);
    } catch (error) {
      await this.fail(job, error, streams, tally);
    }
    const status = tally.errors + streams.failures.size > 0 ? 'partial' : 'ok';
    await this.database.transaction(async (tx) => {
      await this.states.end(tx, projectId, connector.name, runId, { status, error: null });
      await this.noteStreams(tx, job, streams, tally);
      await this.errors.resolve(tx, projectId, connector.name, 'sync', ['']);
      await this.faults.streams(tx, projectId, connector.name, streams.failures);
    });
    return tally.result(status, job.http.requests, this.clock.now().getTime() - started.getTime(), streams);
  }

  /** Records of a list that is closed to us stay due, and hold up no list. */
  private async readDue(job: SyncJob, context: SyncContext, tally: SyncTally): Promise<void> {
    try {
      await this.records.readDue(job, context, tally);
    } catch (error) {
      if (!(error instanceof SyncError) || !error.options.forbidden) throw error;
    }
  }

  /** Notes how each stream ended. */
  private async noteStreams(
    tx: Tx,
    { projectId, connector: { name } }: SyncJob,
    { through, failures }: SyncStreams,
    tally: SyncTally,
  ): Promise<void> {
    await this.streams.end(tx, projectId, name, [
      ...through.map((stream) => ({ stream, error: null, counts: tally.of(stream) })),
      ...[...failures].map(([stream, error]) => ({ stream, error, counts: tally.of(stream) })),
    ]);
    await this.errors.resolve(tx, projectId, name, 'sync', through);
  }

  /**
   * Holds the connector while `work` reads single records of it, which leaves how its sync stands as it is.
   * @throws what `work` throws.
   */
  async whileHolding<T>(job: SyncJob, work: (context: SyncContext) => Promise<T>): Promise<T> {
    return this.holding(job, await this.claim(job), work);
  }

  /**
   * The same, but null as long as a sync is under way, which may be an hour: that reads what is due itself before it
   * ends, and a run that waited for it would take a worker from the others.
   */
  async unlessSyncing<T>(job: SyncJob, work: (context: SyncContext) => Promise<T>): Promise<T | null> {
    const { projectId, connector, signal } = job;
    while (!(await this.states.isSyncing(projectId, connector.name))) {
      const state = await this.take(job);
      if (state) return this.holding(job, state, work);
      await wait(CLAIM_EVERY_MS, signal);
    }
    return null;
  }

  /** What a connector reads with, without holding anything: for lists that are only compared, or only looked at. */
  readingContext(
    job: SyncJob,
    cursor: SyncCursor = BEGINNING,
    streams = new SyncStreams(job.connector.streams),
  ): SyncContext {
    return this.context(job, cursor, streams);
  }

  private async holding<T>(job: SyncJob, state: SyncState, work: (context: SyncContext) => Promise<T>): Promise<T> {
    try {
      return await work(this.context(job, state, new SyncStreams(job.connector.streams)));
    } finally {
      await this.states.release(job.projectId, job.connector.name, job.runId);
    }
  }

  private async claim(job: SyncJob): Promise<SyncState> {
    for (;;) {
      job.signal.throwIfAborted();
      const state = await this.take(job);
      if (state) return state;
      await wait(CLAIM_EVERY_MS, job.signal);
    }
  }

  /**
   * The connector, or null while another run has it.
   * @throws AppError `data_leaving` while what was read before is leaving, and Superseded where the source is another
   * one
   */
  private async take({ projectId, runId, connector, source, isBound }: SyncJob): Promise<SyncState | null> {
    const bound = source.bound ?? null;
    const state = await this.states.claim(projectId, connector.name, runId, bound);
    if (state === null) await this.states.assertReadable(projectId, connector.name, bound);
    // Before the first claim nothing tells a new binding of it: so it is looked at once more, now that it can.
    else if (isBound && !(await isBound())) {
      await this.states.release(projectId, connector.name, runId);
      throw new Superseded('the project was bound to another source meanwhile');
    }
    return state;
  }

  private context(
    { projectId, source, http, signal, progress }: SyncJob,
    cursor: SyncCursor,
    streams: SyncStreams,
  ): SyncContext {
    const { cursor_ts, cursor_id, page_cursor } = cursor;
    return {
      source,
      cursor: { cursor_ts, cursor_id, page_cursor },
      streams,
      http,
      signal,
      now: this.clock.now(),
      lookbackDays: this.config.CONNECTOR_LOOKBACK_DAYS,
      known: (table, column, keys) => this.known.read(projectId, table, column, keys),
      live: (table, column, where) => this.known.live(projectId, table, column, where),
      progress,
    };
  }

  /**
   * Ends a sync that failed. One that was aborted, or broken off while the database is away, is not the vendor's:
   * it is left for the run that goes on with it.
   */
  private async fail(job: SyncJob, thrown: unknown, streams: SyncStreams, tally: SyncTally): Promise<never> {
    if (job.signal.aborted || thrown instanceof Superseded || goesOn(thrown)) throw thrown;
    const { projectId, runId, connector } = job;
    if (!(thrown instanceof SyncError)) this.log.error({ err: thrown, run_id: runId }, 'sync failed unexpectedly');
    const error = thrown instanceof SyncError ? thrown : new SyncError('internal', String(thrown), { cause: thrown });
    await this.database.transaction(async (tx) => {
      await this.states.end(tx, projectId, connector.name, runId, {
        status: 'failed',
        error: `${error.kind}: ${error.message}`,
      });
      // What broke off in between says nothing of the streams that it was not at.
      if (error === streams.failure) await this.noteStreams(tx, job, streams, tally);
      await this.faults.sync(tx, projectId, connector.name, error);
    });
    throw error;
  }
}
