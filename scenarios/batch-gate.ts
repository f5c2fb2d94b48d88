/** What the gate looks at: which attempt of the run is under way, and up to where it has stored. */
export interface Stored {
  attempt: number;
  cursor: string | null;
}

/**
 * Stands before the vendor's answers. It lets them through until the worker has stored so many batches, and none after
 * that: the worker is in the middle, however fast the machine is, and can't get any further.
 */
export class BatchGate {
  /** Whether an answer is being held back. */
  shut = false;
  private attempt = Infinity;
  private left = Infinity;
  private last: string | null = null;

  constructor(private readonly stored: () => Promise<Stored>) {}

  /** Shuts once the worker of this attempt has stored so many batches, at its next request. */
  async shutAfter(attempt: number, batches: number): Promise<void> {
    const { cursor } = await this.stored();
    Object.assign(this, { attempt, left: batches, last: cursor, shut: false });
  }

  open(): void {
    this.left = Infinity;
    this.shut = false;
  }

  /** Resolves when the vendor may answer: at once, or never. */
  readonly pass = async (): Promise<void> => {
    const { attempt, cursor } = await this.stored();
    // A worker that was killed may have left a request behind.
    if (attempt !== this.attempt) return;
    if (cursor !== this.last) this.left--;
    this.last = cursor;
    if (this.left > 0) return;
    this.shut = true;
    await new Promise(() => {});
  };
}
