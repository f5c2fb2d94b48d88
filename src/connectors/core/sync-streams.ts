import type { SyncBatch, StreamsOfSync, StreamSpec, SyncCursor } from './contract.js';
import { SyncError } from './sync-error.js';

/** What is stored of a stream between two syncs. */
export interface StoredStream extends SyncCursor {
  readonly status: string;
}

export type StreamMoves = ReadonlyMap<string, SyncCursor>;

const BEGINNING: SyncCursor = { cursor_ts: null, cursor_id: null, page_cursor: null };

/** The lists of one sync: each is read on its own, and what goes wrong with one is told of that one. */
export class SyncStreams implements StreamsOfSync {
  private readonly cursors: Map<string, SyncCursor>;
  private readonly begun = new Set<string>();
  private readonly failed = new Map<string, SyncError>();
  private moves = new Map<string, SyncCursor>();

  constructor(
    private readonly specs: readonly StreamSpec[],
    private readonly stored: ReadonlyMap<string, StoredStream> = new Map(),
  ) {
    this.cursors = new Map(stored);
  }

  of(name: string): SyncCursor {
    const { cursor_ts, cursor_id, page_cursor } = this.cursors.get(name) ?? BEGINNING;
    return { cursor_ts, cursor_id, page_cursor };
  }

  move(name: string, cursor: Partial<SyncCursor>): void {
    const moved = { ...this.of(name), ...cursor };
    this.cursors.set(name, moved);
    this.moves.set(name, moved);
  }

  wasFailing(name: string): boolean {
    return this.stored.get(name)?.status === 'failed';
  }

  hasFailed(name: string): boolean {
    return this.failed.has(name);
  }

  async *read(
    name: string,
    reading: () => AsyncIterable<SyncBatch>,
    undo: () => void = () => undefined,
  ): AsyncGenerator<SyncBatch, void> {
    this.begun.add(name);
    if (this.failed.has(name)) return;
    try {
      yield* reading();
    } catch (error) {
      undo();
      this.fail(name, error);
    }
  }

  async attempt<T>(name: string, work: () => Promise<T>): Promise<T | null> {
    this.begun.add(name);
    if (this.failed.has(name)) return null;
    try {
      return await work();
    } catch (error) {
      this.fail(name, error);
      return null;
    }
  }

  /** @throws what is not the stream's own */
  private fail(name: string, error: unknown): void {
    if (!(error instanceof SyncError) || error.isOfTheSource) throw error;
    this.failed.set(name, error);
  }

  get cursorTs(): Date | null {
    const times = [...this.begun].map((name) => this.of(name).cursor_ts);
    if (times.length === 0 || times.includes(null)) return null;
    return new Date(Math.min(...times.map(Number)));
  }

  /** Where streams have moved since this was asked last; to be stored with the batch that came then. */
  takeMoves(): StreamMoves {
    const { moves } = this;
    this.moves = new Map();
    return moves;
  }

  /** Why each stream that could not be read was not. */
  get failures(): ReadonlyMap<string, SyncError> {
    return this.failed;
  }

  /** Streams that were read to their end. */
  get through(): string[] {
    return [...this.begun].filter((name) => !this.failed.has(name));
  }

  /**
   * Why the sync as a whole has failed: none of its streams was read, or the main one by more than a right that is
   * lacking, which is an outage of the source. Null where something is in.
   */
  get failure(): SyncError | null {
    const [first = null] = this.failed.values();
    if (this.through.length === 0) return first;
    for (const { name, main } of this.specs) {
      const error = this.failed.get(name);
      if (main && error && !error.options.forbidden) return error;
    }
    return null;
  }
}
