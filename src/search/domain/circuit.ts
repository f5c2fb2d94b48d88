/** Milliseconds for which a provider that failed is not asked again, where it does not say itself. */
const REST_MS = 15_000;
const LONGEST_REST_MS = 120_000;

/** Remembers that a provider is down, so that not every query waits for it; `now` is in epoch milliseconds. */
export class Circuit {
  private openUntil = 0;
  private reason = '';

  /** Why the provider should not be asked at this moment; null when it may be. */
  blocked(now: number): string | null {
    return now < this.openUntil ? this.reason : null;
  }

  failed(now: number, reason: string, retryAfterMs: number | null): void {
    this.openUntil = now + Math.min(LONGEST_REST_MS, retryAfterMs ?? REST_MS);
    this.reason = reason;
  }

  succeeded(): void {
    this.openUntil = 0;
  }
}
