import { ApiProblem } from './api-problem.js';
import { Store } from './store.js';

/** What a panel knows: the last good data stays while newer ones can't be had. */
export interface FeedState<T> {
  data: T | null;
  /** When the data came, in ms since 1970. */
  at: number | null;
  /** Why the last attempt failed; null when it did not. */
  error: unknown;
}

const LONGEST_PAUSE_MS = 120_000;

/**
 * Data that are fetched now and then. The pauses grow while fetching fails; nothing is fetched while `idle` says so,
 * which is asked at the end of each pause.
 */
export class Feed<T> {
  readonly state = new Store<FeedState<T>>({ data: null, at: null, error: null });
  private readonly stop = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private current: Promise<void> | null = null;
  private failures = 0;

  constructor(
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly everyMs: number,
    private readonly idle: () => boolean,
    private readonly failed: (error: unknown) => void = () => {},
  ) {}

  /** Fetches at once; with a fetch on its way, after that one, whose answer may be older than what is waited for. */
  async refresh(): Promise<void> {
    if (this.current) await this.current;
    this.current ??= this.fetch().finally(() => (this.current = null));
    await this.current;
  }

  /** Fetches unless the data are younger than a pause. */
  async catchUp(now = Date.now()): Promise<void> {
    const { at } = this.state.get();
    if (at === null || now - at >= this.everyMs) await this.refresh();
  }

  close(): void {
    this.stop.abort();
    clearTimeout(this.timer);
  }

  private async fetch(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const data = await this.load(this.stop.signal);
      if (this.stop.signal.aborted) return;
      this.failures = 0;
      this.state.set({ data, at: Date.now(), error: null });
    } catch (error) {
      if (this.stop.signal.aborted) return;
      this.failures++;
      this.state.set(isGone(error) ? { data: null, at: null, error } : { ...this.state.get(), error });
      this.failed(error);
    }
    this.wait();
  }

  private wait(): void {
    clearTimeout(this.timer);
    const pause = Math.max(this.everyMs, Math.min(this.everyMs * 2 ** this.failures, LONGEST_PAUSE_MS));
    this.timer = setTimeout(() => {
      if (this.idle()) this.wait();
      else void this.refresh();
    }, pause);
  }
}

/** The project is out of reach, or what it showed is not its own any more: that must not stay in sight. */
const isGone = (error: unknown) =>
  error instanceof ApiProblem && (error.code === 'data_leaving' || error.code === 'project_not_found');
