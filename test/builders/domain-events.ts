import type { EvidenceRef } from '../../src/kag-events/index.js';
import type { DomainEvent } from '../../src/kag-signals/domain/domain-event.js';

export type Given = readonly [type: string, at: number, payload?: object];

/** A ref of the nth event (from 1) of a history. */
const ref = (n: number): EvidenceRef => ({ message_id: `m${n}`, source_table: 'cw_messages', source_pk: `m${n}` });
export const refs = (...ns: number[]): EvidenceRef[] => ns.map(ref);

/** An event as the log has it; the actor is who the payload says is speaking, else the team. */
export function event(...[type, at, payload = {}]: Given): DomainEvent {
  const actor = (payload as { sender?: string }).sender === 'client' ? 'client' : 'team';
  return { type, at, actor, url: null, payload: payload as DomainEvent['payload'], evidence: [] };
}

/** A history; the nth event's evidence is `refs(n)`. */
export const eventsOf = (given: readonly Given[]): DomainEvent[] =>
  given.map((one, index) => ({ ...event(...one), evidence: refs(index + 1) }));
