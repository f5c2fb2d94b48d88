import { Clock } from '../../src/common/clock.js';

/** Time that stands still unless the test lets it pass: no wait takes any, and no deadline passes by itself. */
export class OwnClock extends Clock {
  /** How long each wait was, in ms. */
  readonly waits: number[] = [];
  /** Called when something waits, such as what stops it. */
  onWait: () => void = () => undefined;
  private deadlines: AbortController[] = [];
  private ms = Date.now();

  override now(): Date {
    return new Date(this.ms);
  }

  override async wait(ms: number): Promise<void> {
    this.waits.push(ms);
    this.onWait();
    this.ms += ms;
  }

  override deadline(): AbortSignal {
    const controller = new AbortController();
    this.deadlines.push(controller);
    return controller.signal;
  }

  /** Every deadline so far has passed. */
  passDeadlines(): void {
    for (const controller of this.deadlines.splice(0)) controller.abort(new DOMException('too late', 'TimeoutError'));
  }
}
