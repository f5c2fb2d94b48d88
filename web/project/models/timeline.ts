import type { ProjectEvent } from '../../client/published.js';
import { vendorName } from '../../shared/vendor-name.js';
import type { Format } from '../../shared/format.js';
import { keyOf, type Timeline } from '../reading.js';
import type { Texts } from '../texts/index.js';
import { detailOf } from './event-details.js';
import { eventName, isByPerson, judgementOf, type Judgement } from './judgement.js';

/** Something that happened, in words. */
export interface Happening {
  /** Of the first of its events, so that it stays the same when others join. */
  id: string;
  /** When on its day. */
  at: string;
  time: string;
  /** What it was; a message may be several things at once, or nothing any more. */
  names: string[];
  /** What was heard in its words, and what was said of that. */
  judgements: Judgement[];
  side: ProjectEvent['actor'];
  who: string | null;
  text: string | null;
  /** Whether the text is a person's own words. */
  quoted: boolean;
  notes: string[];
  link: { url: string; text: string } | null;
}

export interface Day {
  name: string;
  happenings: Happening[];
}

/** Events by the day on which they happened, the newest first; what one message did is one happening. */
export function daysOf(timeline: Timeline, texts: Texts, format: Format): Day[] {
  const days: Day[] = [];
  let before: ProjectEvent | null = null;
  for (const event of timeline.events) {
    // What a person has put there and taken away again was never there.
    if (isByPerson(event) && !event.holds) continue;
    const name = format.dayOf(event.occurred_at);
    let day = days.at(-1);
    if (day?.name !== name) {
      day = { name, happenings: [] };
      days.push(day);
      before = null;
    }
    const same = before !== null && isOneWith(before, event) ? day.happenings.at(-1) : undefined;
    if (same) join(same, event, texts, format);
    else day.happenings.push(happeningOf(event, timeline, texts, format));
    before = event;
  }
  return days;
}

/** Of one message: its events lie beside each other, having one time. */
function isOneWith(one: ProjectEvent, other: ProjectEvent): boolean {
  const [ref, otherRef] = [one.evidence_refs[0], other.evidence_refs[0]];
  if (one.source !== 'chatwoot' || other.source !== 'chatwoot' || !ref || !otherRef) return false;
  return one.occurred_at === other.occurred_at && keyOf(ref) === keyOf(otherRef);
}

function join(into: Happening, event: ProjectEvent, texts: Texts, format: Format): void {
  into.id = event.id;
  into.names.push(...namesOf(event, texts).filter((name) => !into.names.includes(name)));
  // That it is a message goes without saying once it is told what it did.
  const { message_sent } = texts.labels.events;
  if (into.names.length > 1) into.names = into.names.filter((one) => one !== message_sent);
  into.judgements.push(...judgementsOf(event, texts));
  into.notes.push(...notesOf(event, texts, format).filter((note) => !into.notes.includes(note)));
}

function happeningOf(event: ProjectEvent, { words }: Timeline, texts: Texts, format: Format): Happening {
  const { text } = detailOf(event, texts, format);
  const ref = event.evidence_refs[0];
  const evidence = ref === undefined ? undefined : words.get(keyOf(ref));
  const url = event.source_url ?? ref?.url ?? null;
  return {
    id: event.id,
    at: format.hour(event.occurred_at),
    time: event.occurred_at,
    names: namesOf(event, texts),
    judgements: judgementsOf(event, texts),
    side: event.actor,
    who: evidence?.author ?? null,
    text: evidence?.text ?? text,
    quoted: typeof evidence?.text === 'string',
    notes: notesOf(event, texts, format),
    link: url === null ? null : { url, text: texts.timeline.source(vendorName(event.source)) },
  };
}

const namesOf = ({ event_type, holds }: ProjectEvent, texts: Texts): string[] =>
  holds ? [eventName(event_type, texts)] : [];

const judgementsOf = (event: ProjectEvent, texts: Texts): Judgement[] => [judgementOf(event, texts) ?? []].flat();

function notesOf(event: ProjectEvent, texts: Texts, format: Format): string[] {
  if (!event.holds) return [];
  const { notes } = detailOf(event, texts, format);
  return isByPerson(event) ? [...notes, texts.timeline.judge.added(eventName(event.event_type, texts))] : notes;
}
