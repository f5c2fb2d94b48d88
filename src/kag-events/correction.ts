import type { HeardType } from './heard-events.js';

/** The type of the events by which people correct others. */
export const CORRECTION = 'event_corrected';

/** That a person takes an event back, or brings it back. */
export interface Correction {
  event_id: string;
  event_type: string;
  /** Whether it counts from now on. */
  holds: boolean;
  /** Tells the corrections of one event apart. */
  revision: number;
}

/** An event by the word of a person or a model, beside another one of the same words. */
export interface Replacement {
  event_id: string;
  event_type: HeardType;
  payload: Record<string, unknown>;
  dedupe_key: string;
}

/** What each key of a correction's payload holds. */
export const CORRECTION_PAYLOAD = {
  event_id: 'id of the event that is corrected',
  event_type: 'its type',
  holds: '`false`: it is taken back; `true`: it counts again',
} as const;

/**
 * SQL over a row of `kag_event_log`: whether it is something that happened, and that no person has taken back. The
 * server's own events and corrections are not; the index of domain events is found by the words of the first condition.
 */
export const counts = (event: string): string =>
  `${event}.event_type NOT LIKE 'process\\_%' AND ${event}.event_type <> '${CORRECTION}' AND NOT EXISTS (
     SELECT FROM kag_event_feedback said
     WHERE said.project_id = ${event}.project_id AND said.event_id = ${event}.id AND NOT said.is_right)`;
