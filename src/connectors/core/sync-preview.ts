import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { BatchStore, type StoredBatch } from './batch-store.js';
import type { Connector, RowChange } from './contract.js';
import { StreamsRepository } from './streams.repository.js';
import { SyncEngine, type SyncJob } from './sync-engine.js';
import { SyncStateRepository } from './sync-state.repository.js';
import { SyncStreams } from './sync-streams.js';
import { streamOf, SyncTally, type StreamSample, type SyncResult } from './sync-tally.js';

/** Rows shown of one stream. */
const SAMPLES = 5;
/** Columns that change with every writing, or repeat what others say. */
const SILENT = new Set(['data', 'created_at', 'updated_at', 'content_hash', 'fingerprint']);

/**
 * Says what a sync would change, by reading all that it would read and taking back each batch as soon as it is written.
 */
@Injectable()
export class SyncPreview {
  constructor(
    private readonly engine: SyncEngine,
    private readonly states: SyncStateRepository,
    private readonly streams: StreamsRepository,
    private readonly batches: BatchStore,
    private readonly clock: Clock,
  ) {}

  /** @throws SyncError when the vendor could not be read to the end */
  async run(job: SyncJob): Promise<SyncResult> {
    const { projectId, connector, source } = job;
    const started = this.clock.now();
    await this.states.assertReadable(projectId, connector.name, source.bound ?? null);
    const cursor = await this.states.cursorOf(projectId, connector.name);
    const streams = new SyncStreams(connector.streams, await this.streams.read(projectId, connector.name));
    const full = connector.streams.every(({ name }) => streams.of(name).cursor_ts === null);
    const tally = new SyncTally(connector, full ? 'full' : 'incremental', cursor.cursor_ts);
    const seen = new Seen(connector);
    for await (const batch of connector.sync(this.engine.readingContext(job, cursor, streams))) {
      tally.add(batch, seen.once(await this.batches.preview(job, batch)), null);
      job.signal.throwIfAborted();
    }
    if (streams.failure) throw streams.failure;
    const status = tally.errors + streams.failures.size > 0 ? 'partial' : 'ok';
    const result = tally.result(status, job.http.requests, this.clock.now().getTime() - started.getTime(), streams);
    return {
      ...result,
      preview: true,
      streams: result.streams.map((stream) => ({ ...stream, samples: seen.samplesOf(stream.name) })),
    };
  }
}

/** A row that several batches bring counts once: with nothing stored, each of them would find it new. */
class Seen {
  private readonly keys = new Set<string>();
  private readonly samples = new Map<string, StreamSample[]>();

  constructor(private readonly connector: Connector) {}

  once(stored: StoredBatch): StoredBatch {
    const changes = stored.changes.filter((change) => {
      const key = `${change.table} ${this.keyOf(change)}`;
      if (this.keys.has(key)) return false;
      this.keys.add(key);
      this.show(change);
      return true;
    });
    return { ...stored, changes, deleted: changes.filter(isRemoval).length };
  }

  samplesOf(stream: string): StreamSample[] {
    return this.samples.get(stream) ?? [];
  }

  private show(change: RowChange): void {
    const stream = streamOf(this.connector.streams, change);
    if (!stream) return;
    const shown = this.samples.get(stream.name) ?? [];
    this.samples.set(stream.name, shown);
    if (shown.length < SAMPLES) shown.push(sampleOf(change, this.keyOf(change)));
  }

  private keyOf({ table, after }: RowChange): string {
    const specs = this.connector.streams.flatMap(({ tables }) => tables);
    const [key = ''] = specs.find((spec) => spec.table === table)?.key ?? [];
    return String(after[key]);
  }
}

const isRemoval = ({ before, after }: RowChange): boolean =>
  after['deleted_at'] !== null && before?.['deleted_at'] === null;

function sampleOf(change: RowChange, id: string): StreamSample {
  const { table, before, after } = change;
  if (before === null) return { change: 'added', table, id, columns: [] };
  if (isRemoval(change)) return { change: 'deleted', table, id, columns: [] };
  const differs = (name: string) => JSON.stringify(before[name]) !== JSON.stringify(after[name]);
  const columns = Object.keys(after).filter((name) => !SILENT.has(name) && differs(name));
  return { change: 'changed', table, id, columns };
}
