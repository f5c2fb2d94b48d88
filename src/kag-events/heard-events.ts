import type { Actor } from './event.js';
import { DOMAIN_EVENTS, type DomainEventType } from './event-catalogue.js';

/** What is heard in words, by what it is heard in: there it can be mistaken for another of the same line. */
const HEARD_IN = {
  message: ['approval_requested', 'approval_approved', 'agreement_created', 'scope_change_detected', 'need_detected'],
  activity: ['invoice_sent', 'invoice_paid'],
} as const satisfies Readonly<Record<string, readonly DomainEventType[]>>;

export type HeardType = (typeof HEARD_IN)[keyof typeof HEARD_IN][number];

/** Every type of event that a detector hears in words, and that a person may correct. */
export const HEARD_TYPES: readonly HeardType[] = Object.values(HEARD_IN).flat();

export const isHeard = (type: string): type is HeardType => (HEARD_TYPES as readonly string[]).includes(type);

/**
 * What an event of this type may have been instead: what is heard in the same kind of words, and is done by the same
 * side. Null: the event was not heard in words, so that nothing can be mistaken.
 */
export function alternativesTo(type: string, actor: Actor): HeardType[] | null {
  if (!isHeard(type)) return null;
  const together: readonly HeardType[] =
    Object.values(HEARD_IN).find((types) => (types as readonly string[]).includes(type)) ?? [];
  return together.filter(
    (other) => other !== type && (DOMAIN_EVENTS[other].actors as readonly Actor[]).includes(actor),
  );
}
