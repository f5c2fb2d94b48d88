/** What the limit counts by: which attempt of the run is under way, and up to where it has stored. */
export interface Stored {
  attempt: number;
  cursor: string | null;
}

/**
 * Limits how many batches a worker stores. The vendor answers until then and not after: the worker stops in the middle,
 * however fast the machine is.
 */
export class BatchLimit {
  /** Whether an answer is being held back. */
  reached = false;
  private attempt = Infinity;
  private left = Infinity;
  private last: string | null = null;

  constructor(private readonly stored: () => Promise<Stored>) {}

  /** Is reached at the next request after the worker of this attempt has stored so many batches. */
  async stopAfter(attempt: number, batches: number): Promise<void> {
    const { cursor } = await this.stored();
    Object.assign(this, { attempt, left: batches, last: cursor, reached: false });
  }

  lift(): void {
    this.left = Infinity;
    this.reached = false;
  }

  /** Resolves when the vendor may answer: at once, or never. */
  readonly pass = async (): Promise<void> => {
    const { attempt, cursor } = await this.stored();
    // A worker that was killed may have left a request behind.
    if (attempt !== this.attempt) return;
    if (cursor !== this.last) this.left--;
    this.last = cursor;
    if (this.left > 0) return;
    this.reached = true;
    await new Promise(() => {});
  };
}
