import { DAY_MS } from '../../../src/common/day.js';
import type { WorldEvent } from '../../worlds/narrate/scene.js';

/** How often the client asked for more than was agreed. */
export class Wishes {
  private times: number[] = [];

  take(event: WorldEvent): void {
    if (event.type === 'scope_change_detected') this.times.push(event.at);
  }

  measures(now: number) {
    this.times = this.times.filter((at) => at > now - 28 * DAY_MS);
    const week = this.times.filter((at) => at > now - 7 * DAY_MS).length;
    return { scope_requests_7d: week, scope_requests_28d: this.times.length };
  }
}
