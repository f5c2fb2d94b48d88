import type { ProjectEvent } from '../answers.js';
import type { Texts } from '../texts/index.js';

/** What was heard in words, and what a person said of it. */
export interface Judgement {
  id: string;
  name: string;
  /** Null: nothing was said. */
  right: boolean | null;
  /** The type of event that it was instead; empty: none. */
  instead: string;
  by: string | null;
  /** What it may have been instead. */
  others: { type: string; name: string }[];
}

/** What a person has put there is what they said of another event: it is judged by that one. */
export const isByPerson = ({ payload_json: { by_person } }: ProjectEvent): boolean => by_person === true;

/** Null where nothing was heard in words. */
export function judgementOf(event: ProjectEvent, texts: Texts): Judgement | null {
  const { id, alternatives, feedback } = event;
  if (alternatives === null || isByPerson(event)) return null;
  return {
    id,
    name: eventName(event.event_type, texts),
    right: feedback?.right ?? null,
    instead: feedback?.instead ?? '',
    by: feedback?.by ?? null,
    others: alternatives.map((type) => ({ type, name: eventName(type, texts) })),
  };
}

export const eventName = (type: string, { labels }: Texts): string => labels.events[type] ?? type;
