import type { ProjectEvent } from '../../client/published.js';
import type { Format } from '../../shared/format.js';
import type { Texts } from '../texts/index.js';

/** What an event says of itself, beside the message that it may come from. */
export interface EventDetail {
  text: string | null;
  notes: string[];
}

/** Events of older servers may lack what newer ones have: whatever is not there is left out. */
export function detailOf(
  { event_type, payload_json: payload }: ProjectEvent,
  texts: Texts,
  format: Format,
): EventDetail {
  const { timeline: words, labels } = texts;
  const day = (key: string) => {
    const time = textOf(payload[key]);
    return time === null ? null : format.day(time.slice(0, 10));
  };
  const noted = (...notes: (string | null)[]) => notes.filter((note) => note !== null);
  switch (event_type) {
    case 'agreement_created': {
      const due = day('due_at');
      return { text: textOf(payload['what']), notes: noted(due && words.promised(due)) };
    }
    case 'issue_created':
    case 'issue_blocked':
    case 'issue_unblocked':
    case 'issue_completed': {
      const due = day('due_date');
      return { text: joined(payload['identifier'], payload['title']), notes: noted(due && words.due(due)) };
    }
    case 'stage_started':
    case 'stage_completed': {
      const due = day('due_at');
      return { text: textOf(payload['stage_name']), notes: noted(due && words.due(due)) };
    }
    case 'deal_stage_changed': {
      const [from, to] = [textOf(payload['from']), textOf(payload['to'])];
      return {
        text: textOf(payload['deal_name']),
        notes: noted(to && (from === null ? to : words.moved(from, to))),
      };
    }
    case 'finance_entry_recorded': {
      const kind = textOf(payload['entry_type']);
      const sum = amountOf(payload, format);
      return {
        text: textOf(payload['deal_name']),
        notes: noted(kind && sum && words.sum(labels.entries[kind] ?? kind, sum)),
      };
    }
    case 'contact_updated':
      return { text: joined(payload['name'], payload['email']), notes: [] };
    default:
      return { text: textOf(payload['title']), notes: [] };
  }
}

function amountOf({ amount, currency }: Record<string, unknown>, format: Format): string | null {
  return typeof amount === 'number' ? format.sum(amount, textOf(currency)) : null;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

function joined(...values: unknown[]): string | null {
  const texts = values.flatMap((value) => textOf(value) ?? []);
  return texts.length === 0 ? null : texts.join(' · ');
}
