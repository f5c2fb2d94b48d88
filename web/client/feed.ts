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
 * Data that are fetched now and then, and when there is news. The pauses grow while fetching fails; nothing is fetched
 * while `idle` says so, which is asked at the end of each pause.
 */
export class Feed<T> {
  readonly state = new Store<FeedState<T>>({ data: null, at: null, error: null });
  private readonly stop = new AbortController();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private current: Promise<void> | null = null;
  private failures = 0;
  private hasNews = false;

  /**
   * @param every ms between two fetches, asked before each pause
   * @param soonMs how old the data have to be before news makes them be fetched again
   */
  constructor(
    private readonly load: (signal: AbortSignal) => Promise<T>,
    private readonly every: number | (() => number),
    private readonly idle: () => boolean,
    private readonly failed: (error: unknown) => void = () => {},
    private readonly soonMs = 0,
  ) {}

  /** Fetches at once; with a fetch on its way, after that one, whose answer may be older than what is waited for. */
  async refresh(): Promise<void> {
    if (this.current) await this.current;
    this.current ??= this.fetch().finally(() => (this.current = null));
    await this.current;
  }

  /** Fetches unless the data are fresh. */
  async catchUp(now = Date.now()): Promise<void> {
    const { at } = this.state.get();
    if (at === null || now - at >= (this.soonMs > 0 ? this.soonMs : this.everyMs())) await this.refresh();
  }

  /** Something has changed: fetches as soon as the data are old enough for that. */
  news(): void {
    this.hasNews = true;
    // What is on its way may be older than the news: its end looks for them.
    if (!this.stop.signal.aborted && this.current === null) this.wait();
  }

  close(): void {
    this.stop.abort();
    clearTimeout(this.timer);
  }

  private async fetch(): Promise<void> {
    clearTimeout(this.timer);
    this.hasNews = false;
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

  private everyMs(): number {
    return typeof this.every === 'number' ? this.every : this.every();
  }

  private pause(): number {
    const { at } = this.state.get();
    // What fails is asked less and less often, whatever the news.
    if (this.hasNews && this.failures === 0) return at === null ? 0 : Math.max(0, at + this.soonMs - Date.now());
    return this.longPause();
  }

  private longPause(): number {
    const everyMs = this.everyMs();
    return Math.max(everyMs, Math.min(everyMs * 2 ** this.failures, LONGEST_PAUSE_MS));
  }

  /** The pace may have become slower during a pause. */
  private isFresh(): boolean {
    const { at } = this.state.get();
    return !this.hasNews && this.failures === 0 && at !== null && Date.now() - at < this.everyMs();
  }

  private wait(pause = this.pause()): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      if (this.idle()) this.wait(this.longPause());
      else if (this.isFresh()) this.wait();
      else void this.refresh();
    }, pause);
  }
}

/** The project is out of reach, or what it showed is not its own any more: that must not stay in sight. */
const isGone = (error: unknown) =>
  error instanceof ApiProblem && (error.code === 'data_leaving' || error.code === 'project_not_found');
