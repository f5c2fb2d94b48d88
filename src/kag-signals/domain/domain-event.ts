import type { EvidenceRef } from '../../kag-events/index.js';

/** A domain event as the fold takes it: what a client or a team did (the system's own notes are not folded). */
export interface DomainEvent {
  type: string;
  /** When it happened, epoch ms. */
  at: number;
  actor: 'client' | 'team';
  /** Where it can be seen at the vendor's. */
  url: string | null;
  payload: Readonly<Record<string, unknown>>;
  evidence: readonly EvidenceRef[];
}

/** A payload's text; null for anything else. */
export const textOf = (event: DomainEvent, name: string): string | null => {
  const value = event.payload[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

/** A payload's list of texts; other items are left out. */
export const textsOf = (event: DomainEvent, name: string): string[] => {
  const value = event.payload[name];
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string' && one !== '') : [];
};

/** A payload's finite number; null for anything else. */
export const numberOf = (event: DomainEvent, name: string): number | null => {
  const value = event.payload[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
};

/** A payload's time, epoch ms; null where it holds none. */
export const timeOf = (event: DomainEvent, name: string): number | null => {
  const time = Date.parse(textOf(event, name) ?? '');
  return Number.isNaN(time) ? null : time;
};

/** Who says a message; null for every other event, and for what a machine wrote. */
export const speakerOf = (event: DomainEvent): 'client' | 'team' | null => {
  const isSaid = event.type === 'message_sent' && event.payload['automatic'] !== true;
  const sender = isSaid ? event.payload['sender'] : null;
  return sender === 'client' || sender === 'team' ? sender : null;
};

/** Whether a message expects an answer. Events that are older than this field count as if they did. */
export const expectsAnswer = (event: DomainEvent): boolean => event.payload['expects_answer'] !== false;
