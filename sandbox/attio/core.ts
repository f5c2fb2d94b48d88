import type { WebhookEvent } from './events.js';
import { uuidFor } from './ids.js';
import { NanoClock, nanosOf, nanoStamp, stampOfMs } from './nano-clock.js';
import type { Actor } from './records.js';
import { Schema } from './schema.js';
import { Tables } from './tables.js';

/** A moment as a mutation takes it: epoch ms, or ISO text. */
export type When = number | string;

/** What every part of the world works on. */
export class Core {
  readonly schema = new Schema();
  readonly tables = new Tables();
  readonly clock: NanoClock;
  /** What webhooks would have told since this was last emptied. */
  readonly events: WebhookEvent[] = [];
  private readonly counters = new Map<string, number>();

  constructor(now: () => number) {
    this.clock = new NanoClock(now);
  }

  /** @returns the next uuid of its kind: the same history gives the same ids */
  nextId(kind: string): string {
    const count = (this.counters.get(kind) ?? 0) + 1;
    this.counters.set(kind, count);
    return uuidFor(`${kind}/${count}`);
  }

  /** Who changes things: the first member, or the system in an empty workspace. */
  actor(memberId?: string): Actor {
    const id = memberId ?? this.tables.members[0]?.id;
    return id === undefined ? { type: 'system', id: null } : { type: 'workspace-member', id };
  }

  /** @throws when the text is not a date */
  stampOf(when: When): string {
    if (typeof when === 'number') return stampOfMs(when);
    const nanos = nanosOf(when);
    if (nanos === undefined) throw new Error(`'${when}' is no date`);
    return nanoStamp(nanos);
  }

  /** Every change ends here. */
  changed(...events: WebhookEvent[]): void {
    this.tables.version += 1;
    this.events.push(...events);
  }
}
