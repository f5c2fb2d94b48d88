import type { WorkingTime } from '../../../common/working-time/working-time.js';
import type { EvidenceRef } from '../../../kag-events/index.js';
import { expectsAnswer, speakerOf, textOf } from '../domain-event.js';
import type { Track } from './track.js';

/** Working days without an answer after which a client counts as silent. */
export const SILENT_DAYS = 4;

export interface FoundSilence {
  /** When it began to be one: 4 working days after the team's first unanswered question, epoch ms. */
  at: number;
  /** Names the silence: the client's last message before it, or that there was none. */
  since: string;
  conversation: string | null;
  /** The team's message that got no answer. */
  refs: readonly EvidenceRef[];
}

export interface Silence {
  /** The client's last message. */
  since: string;
  /** The team's first message after it that expects an answer, if any. */
  asked: { at: number; conversation: string | null; refs: readonly EvidenceRef[] } | null;
  /** Whether this silence was found already. */
  told: boolean;
  /** Silences found since this was last emptied. */
  found: FoundSilence[];
}

/** Clients who give no answer: a silence is found once, and ends with the client's next message. */
export const silence: Track<Silence> = {
  start: () => ({ since: 'start', asked: null, told: false, found: [] }),
  fold(memory, event) {
    const by = speakerOf(event);
    if (by === 'client') {
      memory.since = event.evidence[0]?.source_pk ?? String(event.at);
      memory.asked = null;
      memory.told = false;
    } else if (by === 'team' && expectsAnswer(event)) {
      memory.asked ??= { at: event.at, conversation: textOf(event, 'conversation_id'), refs: event.evidence };
    }
  },
};

/**
 * Looks whether the client has been silent up to this time, by the calendar that applies; to be called before each
 * event and each reading. Who answers at the very moment has answered: an event is looked at as of the moment before
 * it.
 */
export function findSilence(memory: Silence, now: number, time: WorkingTime): void {
  const { asked, told, since } = memory;
  if (!asked || told) return;
  const at = time.addDays(asked.at, SILENT_DAYS);
  if (now < at) return;
  memory.told = true;
  memory.found.push({ at, since, conversation: asked.conversation, refs: asked.refs });
}
