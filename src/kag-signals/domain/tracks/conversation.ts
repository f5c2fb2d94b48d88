import { firstRefs } from '../../../common/source-row.js';
import type { EvidenceRef } from '../../../kag-events/index.js';
import { expectsAnswer, speakerOf } from '../domain-event.js';
import { SIGNAL_REFS } from '../evidence.js';
import type { Track } from './track.js';

export interface Conversation {
  /** Whether somebody, of the client or of the team, has written at all. */
  begun: boolean;
  /** When the team first asked something that the client has not answered since; follow-ups change nothing. */
  asked_at: number | null;
  /** The client's last message and the team's since, newest first. */
  refs: EvidenceRef[];
}

/** Whether the client owes an answer. Any word of theirs gives it, in any conversation. */
export const conversation: Track<Conversation> = {
  start: () => ({ begun: false, asked_at: null, refs: [] }),
  fold(memory, event) {
    const by = speakerOf(event);
    if (by === null) return;
    memory.begun = true;
    if (by === 'client') memory.asked_at = null;
    else if (expectsAnswer(event)) memory.asked_at ??= event.at;
    memory.refs = firstRefs([...event.evidence, ...(by === 'client' ? [] : memory.refs)], SIGNAL_REFS);
  },
};
