import { vendorName } from '../../shared/vendor-name.js';
import type { Format } from '../../shared/format.js';
import type { ProjectEvent, Timeline } from '../answers.js';
import { keyOf } from '../reading.js';
import type { Texts } from '../texts/index.js';
import { detailOf } from './event-details.js';

/** Something that happened, in words. */
export interface Happening {
  id: string;
  /** When on its day. */
  at: string;
  time: string;
  /** What it was; a message may be several things at once. */
  names: string[];
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
  const name = nameOf(event, texts);
  if (!into.names.includes(name)) into.names.push(name);
  // That it is a message goes without saying once it is told what it did.
  const { message_sent } = texts.labels.events;
  if (into.names.length > 1) into.names = into.names.filter((one) => one !== message_sent);
  into.notes.push(...detailOf(event, texts, format).notes.filter((note) => !into.notes.includes(note)));
}

function happeningOf(event: ProjectEvent, { words }: Timeline, texts: Texts, format: Format): Happening {
  const { text, notes } = detailOf(event, texts, format);
  const ref = event.evidence_refs[0];
  const evidence = ref === undefined ? undefined : words.get(keyOf(ref));
  const url = event.source_url ?? ref?.url ?? null;
  return {
    id: event.id,
    at: format.hour(event.occurred_at),
    time: event.occurred_at,
    names: [nameOf(event, texts)],
    side: event.actor,
    who: evidence?.author ?? null,
    text: evidence?.text ?? text,
    quoted: typeof evidence?.text === 'string',
    notes,
    link: url === null ? null : { url, text: texts.timeline.source(vendorName(event.source)) },
  };
}

const nameOf = ({ event_type }: ProjectEvent, { labels }: Texts): string => labels.events[event_type] ?? event_type;
