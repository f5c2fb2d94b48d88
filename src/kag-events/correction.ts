import type { EventSource, EvidenceRef } from './event.js';

/** The type of the events by which people correct others. */
export const CORRECTION = 'event_corrected';

/** That a person takes an event back, or brings it back. */
export interface Correction {
  /** The event that is corrected; the correction has its time, so that all days from then on are read anew. */
  event: {
    id: string;
    event_type: string;
    occurred_at: Date;
    source: EventSource;
    source_ref: string | null;
    source_url: string | null;
    source_message_id: string | null;
    source_attio_record_id: string | null;
    evidence_refs: EvidenceRef[];
  };
  /** Whether it counts from now on. */
  holds: boolean;
  /** Tells the corrections of one event apart. */
  revision: number;
}

/** What each key of a correction's payload holds. */
export const CORRECTION_PAYLOAD = {
  event_id: 'id of the event that is corrected',
  event_type: 'its type',
  holds: '`false`: it is taken back; `true`: it counts again',
} as const;

/**
 * SQL over a row of `kag_event_log`: whether it is something that happened, and that nobody has taken back. The server's
 * own events and corrections are not; the index of domain events is found by the words of the first condition.
 */
export const counts = (event: string): string =>
  `${event}.event_type NOT LIKE 'process\\_%' AND ${event}.event_type <> '${CORRECTION}' AND NOT EXISTS (
     SELECT FROM kag_event_feedback said
     WHERE said.project_id = ${event}.project_id AND said.event_id = ${event}.id AND NOT said.is_right)`;
