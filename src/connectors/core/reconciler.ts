import { Injectable } from '@nestjs/common';
import { compareIds, type TheirRecord } from '../domain/compare-ids.js';
import type { Reconcilable } from './contract.js';
import { RecordReader } from './record-reader.js';
import { ReconciliationRepository, type Completeness } from './reconciliation.repository.js';
import { SyncEngine, type SyncJob } from './sync-engine.js';
import { type ErrorKind, SyncError } from './sync-error.js';

export interface Compared {
  /** What was found and healed, by resource. */
  measured: Record<string, Completeness>;
  /** Lists that the token may not read: they are not compared. */
  closed: { resource: string; error: { kind: ErrorKind; message: string } }[];
}

/** Records read again in one go. */
const HEAL_BATCH = 50;

/**
 * Compares what the vendor has with what we have, id by id, and puts both directions right by reading the records that
 * differ. A record is only ever changed by reading it: one that was made or removed while the lists were read, and so
 * looks missing or extra, is found as it is.
 */
@Injectable()
export class Reconciler {
  constructor(
    private readonly engine: SyncEngine,
    private readonly records: RecordReader,
    private readonly metrics: ReconciliationRepository,
  ) {}

  /**
   * A list that is closed to us is told of, and holds up no other.
   * @throws SyncError when the vendor can't be listed to the end, and where every list of it is closed
   */
  async run(job: SyncJob, day: string): Promise<Compared> {
    const compared: Compared = { measured: {}, closed: [] };
    let first: SyncError | null = null;
    const { name, reconcilables } = job.connector;
    for (const resource of reconcilables) {
      job.signal.throwIfAborted();
      try {
        const measured = await this.one(job, resource);
        await this.metrics.record(job.projectId, name, resource.resource, day, measured);
        compared.measured[resource.resource] = measured;
      } catch (error) {
        if (!(error instanceof SyncError) || !error.options.forbidden) throw error;
        first ??= error;
        compared.closed.push({ resource: resource.resource, error: { kind: error.kind, message: error.message } });
      }
    }
    if (first !== null && compared.closed.length === reconcilables.length) throw first;
    return compared;
  }

  private async one(job: SyncJob, resource: Reconcilable): Promise<Completeness> {
    const { projectId, source } = job;
    const context = this.engine.readingContext(job);
    const began = context.now;
    const theirs: TheirRecord[] = [];
    for await (const page of resource.list(context)) {
      theirs.push(...page);
      job.signal.throwIfAborted();
      job.progress(theirs.length, null, resource.resource);
    }
    // Read after the list: what came while it was read is here by now and no longer missing.
    const ours = await this.metrics.ours(projectId, resource, began);
    const { total, missing, stale, extra, completeness_pct } = compareIds(theirs, ours.versions);
    // What we have got only since the list began can't be expected in it, and what is of another account never.
    const removed = extra.filter((key) => ours.older.has(key) && (resource.isOf?.(key, source) ?? true));
    const refs = [...missing, ...stale, ...removed.map((key) => resource.refOf(key, source))];
    let failed = 0;
    for (let first = 0; first < refs.length; first += HEAL_BATCH) {
      const some = refs.slice(first, first + HEAL_BATCH);
      // Held for some records at a time: a sync that waits gets its turn in between.
      failed += (await this.engine.whileHolding(job, (held) => this.records.read(job, held, some))).size;
      job.progress(first + some.length, refs.length, `${resource.resource} read again`);
    }
    return {
      total,
      missing: missing.length,
      extra: removed.length,
      stale: stale.length,
      healed: refs.length - failed,
      completeness_pct,
    };
  }
}
