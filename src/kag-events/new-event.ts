import type { DomainEventType } from './event-catalogue.js';
import type { Actor, EventSource, EvidenceRef } from './event.js';

/** An event to be appended. `dedupe_key` names what happened, once and for all: the same key is never stored twice. */
export interface NewEvent {
  event_type: DomainEventType;
  occurred_at: Date;
  actor: Actor;
  source: EventSource;
  source_ref: string | null;
  source_url: string | null;
  source_message_id?: string | null;
  source_linear_issue_id?: string | null;
  source_attio_record_id?: string | null;
  payload: Record<string, unknown>;
  evidence: EvidenceRef[];
  dedupe_key: string;
  /**
   * It is only logged where a person has taken back the event of this key, and judged another text than the one with
   * this hash: words that have changed since are a new question.
   */
  instead_of_refused?: { dedupe_key: string; text_hash: string };
}
