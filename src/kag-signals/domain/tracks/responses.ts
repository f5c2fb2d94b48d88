import type { EvidenceRef } from '../../../kag-events/index.js';
import { speakerOf, textOf } from '../domain-event.js';
import { daysBetween, forgetOlder, MINUTE_MS } from '../periods.js';
import type { Track } from './track.js';

/** Answers count for this long (spec 8). */
export const RESPONSE_DAYS = 35;
/** After which a message is not waited for any more: a team that writes then writes about something else. */
const FORGOTTEN_DAYS = 90;

export interface Responses {
  /** The first client message that nobody has answered, by conversation. */
  open: Record<string, { at: number; refs: readonly EvidenceRef[] }>;
  /** Answers in the order of their times. */
  samples: { at: number; minutes: number; refs: EvidenceRef[] }[];
}

/** How long clients waited for their answers. */
export const responses: Track<Responses> = {
  start: () => ({ open: {}, samples: [] }),
  fold(memory, event) {
    const by = speakerOf(event);
    const conversation = textOf(event, 'conversation_id');
    if (by === null || conversation === null) return;
    const asked = memory.open[conversation];
    if (by === 'client') {
      if (!asked || daysBetween(asked.at, event.at) > FORGOTTEN_DAYS)
        memory.open[conversation] = { at: event.at, refs: event.evidence };
      return;
    }
    if (!asked) return;
    delete memory.open[conversation];
    if (daysBetween(asked.at, event.at) > FORGOTTEN_DAYS) return;
    memory.samples.push({
      at: event.at,
      minutes: (event.at - asked.at) / MINUTE_MS,
      refs: [...event.evidence, ...asked.refs],
    });
    forgetOlder(memory.samples, event.at, RESPONSE_DAYS, (sample) => sample.at);
  },
};

/** What a long memory may drop before it is stored. */
export function forgetUnanswered(memory: Responses, now: number): void {
  for (const [conversation, { at }] of Object.entries(memory.open))
    if (daysBetween(at, now) > FORGOTTEN_DAYS) delete memory.open[conversation];
}
