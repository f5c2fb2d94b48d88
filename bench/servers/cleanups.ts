/** What must be undone however the bench ends, in the reverse order of its doing. */
export class Cleanups {
  private readonly steps: (() => Promise<unknown>)[] = [];
  private running: Promise<void> | null = null;

  /** @throws Error once cleaning has begun: what is started then would be left behind */
  add(step: () => Promise<unknown>): void {
    this.assertOpen();
    this.steps.push(step);
  }

  assertOpen(): void {
    if (this.running) throw new Error('the bench is ending');
  }

  /** Runs every step once, however often it is asked; a step that fails is told and stops none of the others. */
  run(): Promise<void> {
    return (this.running ??= this.undo());
  }

  private async undo(): Promise<void> {
    for (let step = this.steps.pop(); step; step = this.steps.pop()) {
      await step().catch((error: unknown) => process.stderr.write(`bench: while cleaning up: ${String(error)}\n`));
    }
  }
}
