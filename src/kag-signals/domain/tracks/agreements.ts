import type { EvidenceRef } from '../../../kag-events/index.js';
import { textOf, timeOf } from '../domain-event.js';
import { daysBetween } from '../periods.js';
import type { Track } from './track.js';

/** An agreement older than this is not news any more. */
export const AGREEMENT_DAYS = 90;

export interface Agreement {
  id: string;
  conversation: string | null;
  at: number;
  due_at: number | null;
  refs: readonly EvidenceRef[];
}

/** Open agreements in the order in which they were made. */
export type Agreements = { open: Agreement[] };

export const agreements: Track<Agreements> = {
  start: () => ({ open: [] }),
  fold(memory, event) {
    if (event.type === 'agreement_created') {
      const id = textOf(event, 'agreement_id');
      if (id === null) return;
      memory.open = memory.open.filter((one) => one.id !== id && daysBetween(one.at, event.at) <= AGREEMENT_DAYS);
      const conversation = textOf(event, 'conversation_id');
      memory.open.push({ id, conversation, at: event.at, due_at: timeOf(event, 'due_at'), refs: event.evidence });
    }
    if (event.type === 'approval_approved') {
      const named = textOf(event, 'agreement_id');
      const conversation = textOf(event, 'conversation_id');
      const index = memory.open.findLastIndex((one) =>
        named === null ? conversation !== null && one.conversation === conversation : one.id === named,
      );
      if (index >= 0) memory.open.splice(index, 1);
    }
  },
};
