import type { EvidenceRef } from '../../../kag-events/index.js';
import { speakerOf } from '../domain-event.js';
import { forgetOlder } from '../periods.js';
import type { Track } from './track.js';

/** A request beyond the scope counts for a week, and the weeks before it show whether it goes on. */
export const WISH_DAYS = 7;
/** A need is worth an offer for longer: clients come back to it. */
export const NEED_DAYS = 14;
export const WISH_MEMORY_DAYS = 28;

export interface Wish {
  at: number;
  refs: readonly EvidenceRef[];
}

/** What the client asked for lately beyond the scope, and as needs; and how often the client wrote at all. */
export interface Wishes {
  scope_changes: Wish[];
  needs: Wish[];
  /** Times of the client's messages. */
  messages: number[];
}

export const wishes: Track<Wishes> = {
  start: () => ({ scope_changes: [], needs: [], messages: [] }),
  fold(memory, event) {
    if (event.type === 'scope_change_detected') add(memory.scope_changes, { at: event.at, refs: event.evidence });
    if (event.type === 'need_detected') add(memory.needs, { at: event.at, refs: event.evidence });
    if (speakerOf(event) !== 'client') return;
    memory.messages.push(event.at);
    forgetOlder(memory.messages, event.at, WISH_MEMORY_DAYS, (at) => at);
  },
};

function add(list: Wish[], wish: Wish): void {
  list.push(wish);
  forgetOlder(list, wish.at, WISH_MEMORY_DAYS, (one) => one.at);
}
