import type { Progress } from './job-definition.js';

const INTERVAL_MS = 1000;

/** Writes the latest of many progress reports, about once a second; a write that fails is no reason to fail the run. */
export class ProgressRecorder {
  private latest: Progress | null = null;
  private timer: NodeJS.Timeout | null = null;
  private writing: Promise<void> = Promise.resolve();

  constructor(private readonly write: (progress: Progress) => Promise<void>) {}

  record(progress: Progress): void {
    this.latest = progress;
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
    const { latest } = this;
    if (!latest) return;
    this.latest = null;
    this.writing = this.writing.then(() => this.write(latest)).catch(() => {});
  }
}
