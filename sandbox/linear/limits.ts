/** A bucket that refills evenly over its period. */
class Bucket {
  private used = 0;
  private at: number;

  constructor(
    private readonly now: () => number,
    private readonly size: () => number,
    private readonly period: () => number,
  ) {
    this.at = now();
  }

  /**
   * Takes what is asked, unless that much is not there.
   * @returns whether it was
   */
  take(amount: number): boolean {
    if (amount > this.remaining()) return false;
    this.used += amount;
    return true;
  }

  remaining(): number {
    const now = this.now();
    // A clock set back, as seeds do, refills nothing.
    this.used = Math.max(0, this.used - (Math.max(0, now - this.at) * this.size()) / this.period());
    this.at = now;
    return Math.floor(this.size() - this.used);
  }

  /** When it will be full again, epoch ms. */
  reset(): number {
    this.remaining();
    return Math.ceil(this.at + (this.used * this.period()) / this.size());
  }

  empty(): void {
    this.remaining();
    this.used = this.size();
  }

  fill(): void {
    this.used = 0;
    this.at = this.now();
  }
}

/** What one key may ask for. The numbers may be changed at any time. */
export class Limits {
  requests = 2500;
  complexity = 3_000_000;
  /** Requests and complexity are counted over this long. */
  periodMs = 3_600_000;
  /** The most one query may cost, whatever is left. */
  queryComplexity = 10_000;
  searches = 30;
  searchPeriodMs = 60_000;
  private readonly buckets: Record<'requests' | 'complexity' | 'searches', Bucket>;

  constructor(now: () => number) {
    this.buckets = {
      requests: new Bucket(
        now,
        () => this.requests,
        () => this.periodMs,
      ),
      complexity: new Bucket(
        now,
        () => this.complexity,
        () => this.periodMs,
      ),
      searches: new Bucket(
        now,
        () => this.searches,
        () => this.searchPeriodMs,
      ),
    };
  }

  take(kind: keyof Limits['buckets'], amount: number): boolean {
    return this.buckets[kind].take(amount);
  }

  /** As if the key had been used up. */
  exhaust(kind: keyof Limits['buckets']): void {
    this.buckets[kind].empty();
  }

  /** As if the hour had passed. */
  refill(): void {
    for (const bucket of Object.values(this.buckets)) bucket.fill();
  }

  status(kind: keyof Limits['buckets']): { limit: number; remaining: number; reset: number; period: number } {
    const bucket = this.buckets[kind];
    const period = kind === 'searches' ? this.searchPeriodMs : this.periodMs;
    return { limit: this[kind], remaining: Math.max(0, bucket.remaining()), reset: bucket.reset(), period };
  }
}
