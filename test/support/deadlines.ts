/** Deadlines of requests that pass when the test says so, not by a clock. */
export class Deadlines {
  private open: AbortController[] = [];

  /** A deadline for one request. */
  readonly deadline = (): AbortSignal => {
    const controller = new AbortController();
    this.open.push(controller);
    return controller.signal;
  };

  /** Every deadline so far has passed. */
  pass(): void {
    for (const controller of this.open.splice(0)) controller.abort(new DOMException('too late', 'TimeoutError'));
  }
}
