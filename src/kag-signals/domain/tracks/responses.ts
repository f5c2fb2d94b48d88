import type { EvidenceRef } from '../../../kag-events/index.js';
import { expectsAnswer, speakerOf, textOf } from '../domain-event.js';
import { daysBetween, forgetOlder } from '../periods.js';
import type { Track } from './track.js';

/** Answers count for this long. */
export const RESPONSE_DAYS = 28;
/** After which a message is not waited for any more: a team that writes then writes about something else. */
export const FORGOTTEN_DAYS = 90;

/** A client's message that expects an answer. */
interface Asked {
  at: number;
  refs: readonly EvidenceRef[];
}

export interface Responses {
  /** The first one without an answer, by conversation. */
  open: Record<string, Asked>;
  /** Answers in the order of their times: when each was given, and to what of which time. */
  samples: { at: number; asked_at: number; refs: EvidenceRef[] }[];
}

/** What clients asked, and when it was answered. How long that took is for a calendar to say. */
export const responses: Track<Responses> = {
  start: () => ({ open: {}, samples: [] }),
  fold(memory, event) {
    const by = speakerOf(event);
    const conversation = textOf(event, 'conversation_id');
    if (by === null || conversation === null) return;
    const asked = memory.open[conversation];
    if (by === 'client') {
      if (expectsAnswer(event) && (!asked || daysBetween(asked.at, event.at) > FORGOTTEN_DAYS))
        memory.open[conversation] = { at: event.at, refs: event.evidence };
      return;
    }
    if (!asked) return;
    delete memory.open[conversation];
    if (daysBetween(asked.at, event.at) > FORGOTTEN_DAYS) return;
    memory.samples.push({ at: event.at, asked_at: asked.at, refs: [...event.evidence, ...asked.refs] });
    forgetOlder(memory.samples, event.at, RESPONSE_DAYS, (sample) => sample.at);
  },
};

/** What a long memory may drop before it is stored. */
export function forgetUnanswered(memory: Responses, now: number): void {
  for (const [conversation, { at }] of Object.entries(memory.open))
    if (daysBetween(at, now) > FORGOTTEN_DAYS) delete memory.open[conversation];
}
