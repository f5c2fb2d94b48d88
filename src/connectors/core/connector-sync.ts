import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import type { JobContext } from '../../jobs/index.js';
import { isLacking, type LackingSource } from '../domain/resolve-source.js';
import { ConnectorRegistry } from './connector-registry.js';
import type { ConnectorName } from './contract.js';
import { type Compared, Reconciler } from './reconciler.js';
import { RecordReader } from './record-reader.js';
import { SourceTurns } from './source-turns.js';
import { Sources } from './sources.js';
import { StreamsRepository } from './streams.repository.js';
import { SyncEngine, type SyncJob } from './sync-engine.js';
import { SyncError } from './sync-error.js';
import { SyncPreview } from './sync-preview.js';
import { Superseded, SyncStateRepository } from './sync-state.repository.js';
import { SyncTally, type SyncResult } from './sync-tally.js';
import { VendorClients } from './vendor-clients.js';

/** Syncs one connector of one project, as a job run. */
@Injectable()
export class ConnectorSync {
  constructor(
    private readonly registry: ConnectorRegistry,
    private readonly sources: Sources,
    private readonly engine: SyncEngine,
    private readonly reconciler: Reconciler,
    private readonly records: RecordReader,
    private readonly previews: SyncPreview,
    private readonly streams: StreamsRepository,
    private readonly states: SyncStateRepository,
    private readonly turns: SourceTurns,
    private readonly clients: VendorClients,
  ) {}

  /** What the project lacks to read this connector, as `run` would say it; null when it lacks nothing. */
  async notConfigured(name: ConnectorName, projectId: string): Promise<LackingSource | null> {
    const found = await this.sources.resolve(projectId, this.registry.get(name));
    return isLacking(found) ? found : null;
  }

  /** @throws AppError `connector_not_configured`, or `vendor_failed` with the error's kind. */
  async run(name: ConnectorName, context: JobContext): Promise<SyncResult> {
    return this.talking(name, context, (job) => this.engine.run(job));
  }

  /**
   * What `run` would change, without writing anything.
   * @throws AppError like `run`.
   */
  async preview(name: ConnectorName, context: JobContext): Promise<SyncResult> {
    return this.talking(name, context, (job) => this.previews.run(job));
  }

  /**
   * Reads single records again; returns the refs of those that could not be read.
   * @throws AppError like `run`.
   */
  async reread(name: ConnectorName, context: JobContext, refs: readonly string[]) {
    return this.talking(name, context, (job) =>
      this.engine.whileHolding(job, async (held) => {
        const tally = new SyncTally(job.connector, 'incremental', null);
        const failed = await this.records.read(job, held, refs, tally);
        return { read: refs.length - failed.size, failed: [...failed], chunks: tally.chunks, events: tally.events };
      }),
    );
  }

  /**
   * Has the next sync read a list from its beginning.
   * @throws AppError like `run`.
   */
  async forget(name: ConnectorName, context: JobContext, stream: string): Promise<void> {
    await this.talking(name, context, (job) =>
      this.engine.whileHolding(job, () => this.streams.reset(context.projectId, name, stream)),
    );
  }

  /**
   * Compares the connector's records with ours and heals them; what was found, by resource, or null while a first sync
   * has not gone through: everything it has not come to yet would be missing.
   * @throws AppError like `run`.
   */
  async reconcile(name: ConnectorName, context: JobContext, day: string): Promise<Compared | null> {
    if (!(await this.states.hasSynced(context.projectId, name))) return null;
    return this.talking(name, context, (job) => this.reconciler.run(job, day));
  }

  /**
   * Reads what webhooks have made due; null while a sync does that itself, or will.
   * @throws AppError like `run`.
   */
  async readDue(
    name: ConnectorName,
    context: JobContext,
  ): Promise<{ read: number; chunks: number; events: number } | null> {
    const reading = this.talking(name, context, (job) =>
      this.engine.unlessSyncing(job, async (held) => {
        const tally = new SyncTally(job.connector, 'incremental', null);
        const read = await this.records.readDue(job, held, tally);
        const { chunks, events } = tally;
        return { read, chunks, events };
      }),
    );
    return reading.catch((error: unknown) => {
      // The sync that follows the removal reads what is due.
      if (error instanceof AppError && error.code === 'data_leaving') return null;
      throw error;
    });
  }

  private async talking<T>(name: ConnectorName, context: JobContext, work: (job: SyncJob) => Promise<T>): Promise<T> {
    const vendor = this.registry.get(name);
    const source = await this.sources.of(context.projectId, vendor);
    await this.turns.settle(context.projectId, name);
    const byHand = context.triggeredBy !== null;
    if (byHand) await this.clients.unblock(vendor, source);
    try {
      return await work({
        projectId: context.projectId,
        runId: context.runId,
        source,
        connector: vendor.connector,
        // A person wants the present moment; the schedule's syncs share what lists say within a minute.
        http: this.clients.of(vendor, source, context.signal, byHand),
        signal: context.signal,
        progress: (done, total, unit) => context.progress({ done, total, unit }),
        isBound: async () => isDeepStrictEqual((await this.sources.of(context.projectId, vendor)).bound, source.bound),
      });
    } catch (error) {
      const { reason } = context.signal as { reason: unknown };
      if (reason instanceof AppError && reason.code === 'job_cancelled')
        await this.states.cancelled(context.projectId, name, context.runId, reason.message);
      if (error instanceof Superseded)
        throw new AppError('job_cancelled', `${name} was not read to the end: ${error.message}`);
      if (!(error instanceof SyncError)) throw error;
      throw new AppError(error.code, error.message, { connector: name, error_kind: error.kind }, { cause: error });
    }
  }
}
