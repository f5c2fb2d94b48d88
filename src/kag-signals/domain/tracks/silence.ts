import type { EvidenceRef } from '../../../kag-events/index.js';
import { speakerOf, textOf } from '../domain-event.js';
import { DAY_MS } from '../periods.js';
import type { Track } from './track.js';

/** Days without an answer after which a client counts as silent (spec 7). */
const SILENT_DAYS = 4;

export interface FoundSilence {
  /** When it began to be one: 4 days after the team's message, epoch ms. */
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
  /** The team's last message after it, if any. */
  team: { at: number; conversation: string | null; refs: readonly EvidenceRef[] } | null;
  /** Whether this silence was found already. */
  told: boolean;
  /** Silences found since this was last emptied. */
  found: FoundSilence[];
}

/** Clients who give no answer: a silence is found once, and ends with the client's next message. */
export const silence: Track<Silence> = {
  start: () => ({ since: 'start', team: null, told: false, found: [] }),
  fold(memory, event) {
    const by = speakerOf(event);
    if (by === null) return;
    // Who answers at the very moment has answered.
    findSilence(memory, by === 'client' ? event.at - 1 : event.at);
    if (by === 'client') {
      memory.since = event.evidence[0]?.source_pk ?? String(event.at);
      memory.team = null;
      memory.told = false;
    } else {
      memory.team = { at: event.at, conversation: textOf(event, 'conversation_id'), refs: event.evidence };
    }
  },
};

/** Looks whether the client has been silent up to this time; to be called before a reading, too. */
export function findSilence(memory: Silence, now: number): void {
  const { team, told, since } = memory;
  if (!team || told || now < team.at + SILENT_DAYS * DAY_MS) return;
  memory.told = true;
  memory.found.push({ at: team.at + SILENT_DAYS * DAY_MS, since, conversation: team.conversation, refs: team.refs });
}
