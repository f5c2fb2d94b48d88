import type { WorkingTime } from '../../common/working-time/working-time.js';
import type { DomainEvent } from './domain-event.js';
import { fold, type State } from './state.js';
import { findSilence } from './tracks/silence.js';

/**
 * Takes a project's events in, in their order, and stops at moments: each is visited with the state of all events up
 * to and at that moment. Moments ascend, and none is before an event that is in the state already.
 */
export class Timeline {
  private next = 0;

  constructor(
    readonly state: State,
    /** When the project's people work: silences are measured in it. */
    private readonly time: WorkingTime,
    private readonly moments: readonly number[],
    private readonly visit: (moment: number, state: State) => void,
  ) {}

  take(event: DomainEvent): void {
    this.visitBefore(event.at);
    findSilence(this.state.silence, event.at - 1, this.time);
    fold(this.state, event);
  }

  /** Visits the moments that are left: no event up to them is left to take. */
  finish(): void {
    this.visitBefore(Infinity);
  }

  private visitBefore(time: number): void {
    for (let moment = this.moments[this.next]; moment !== undefined && moment < time;) {
      findSilence(this.state.silence, moment, this.time);
      this.visit(moment, this.state);
      moment = this.moments[++this.next];
    }
  }
}
