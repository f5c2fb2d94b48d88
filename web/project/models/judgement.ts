import type { ProjectEvent } from '../../client/published.js';
import type { Texts } from '../texts/index.js';

/** What can be heard in words. */
export type Heard = NonNullable<ProjectEvent['alternatives']>[number];

/** What was heard in words, and what a person said of it. */
export interface Judgement {
  id: string;
  name: string;
  /** Null: nothing was said. */
  right: boolean | null;
  /** The type of event that it was instead; empty: none. */
  instead: Heard | '';
  by: string | null;
  /** What it may have been instead. */
  others: { type: Heard; name: string }[];
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
