/** Times for changes: ISO with milliseconds, each later than the one before unless the clock itself was set back. */
export class WorldClock {
  private last = -Infinity;
  private lastBase = -Infinity;
  private frozen: string | undefined;

  constructor(private source: () => number) {}

  now(): number {
    return this.source();
  }

  /** @returns the clock before */
  replace(source: () => number): () => number {
    const before = this.source;
    this.source = source;
    return before;
  }

  tick(): string {
    if (this.frozen !== undefined) return this.frozen;
    const base = Math.floor(this.source());
    this.last = base < this.lastBase ? base : Math.max(base, this.last + 1);
    this.lastBase = base;
    return new Date(this.last).toISOString();
  }

  /** All ticks inside are the same one, as they are for rows that one transaction changes. */
  frozenDuring<T>(action: () => T): T {
    const outer = this.frozen;
    this.frozen = this.tick();
    try {
      return action();
    } finally {
      this.frozen = outer;
    }
  }
}
