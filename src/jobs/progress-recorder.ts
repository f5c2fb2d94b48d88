import type { Progress } from './job-definition.js';

const INTERVAL_MS = 1000;

/**
 * Writes the latest of many progress reports of each run, about once a second and all together; a write that fails is
 * no reason to fail a run.
 */
export class ProgressRecorder<R> {
  private readonly latest = new Map<R, Progress>();
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (latest: { run: R; progress: Progress }[]) => Promise<void>) {}

  record(run: R, progress: Progress): void {
    this.latest.set(run, progress);
    this.timer ??= setTimeout(() => this.writeLatest(), INTERVAL_MS);
  }

  /** Writes what is still unwritten; resolves when no write is under way. */
  async flush(): Promise<void> {
    this.writeLatest();
    await this.writing;
  }

  private writeLatest(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (this.latest.size === 0) return;
    const latest = [...this.latest].map(([run, progress]) => ({ run, progress }));
    this.latest.clear();
    this.writing = this.writing.then(() => this.write(latest)).catch(() => {});
  }
}
