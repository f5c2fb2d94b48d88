import type { NewEvent } from '../../kag-events/index.js';
import type { RowChange } from '../core/contract.js';
import { tellsOfBudget } from './domain/budget-words.js';
import { type InvoiceNews, invoiceNews } from './domain/invoice-words.js';
import { createdAt, isGone, type Row, sinceOr, text } from '../kit/row-parts.js';
import { attioEvent } from './attio-event.js';
import { isByMachine } from './machines.js';
import { ATTIO_ACTIVITIES } from './tables.js';

/**
 * Notes, tasks and meetings that are new, tasks that are done, and invoices that notes and tasks tell of. Each is told
 * once: an activity that was gone and is back is the same one. `about_budget`: its text is about what the work was to
 * cost and costs.
 */
export function activityEvents({ before, after }: RowChange): NewEvent[] {
  if (isGone(after)) return [];
  const id = text(after, 'activity_id') ?? '';
  const kind = text(after, 'kind');
  const facts = {
    activity_id: id,
    kind,
    title: text(after, 'title'),
    record_ids: recordIds(after),
    ...(isByMachine(after) ? { automatic: true } : {}),
    about_budget: tellsOfMoney(after) && tellsOfBudget(text(after, 'title'), text(after, 'content')),
  };
  const made = (given: Pick<NewEvent, 'event_type' | 'occurred_at' | 'payload' | 'dedupe_key'>) =>
    attioEvent(given, after, ATTIO_ACTIVITIES);
  const events: NewEvent[] = [];
  if (before === null) {
    const event_type = kind === 'note' ? 'note_logged' : 'activity_logged';
    const payload = kind === 'note' ? { ...facts, note_id: id } : { ...facts, action: 'created' };
    events.push(made({ event_type, occurred_at: createdAt(after), payload, dedupe_key: `${event_type}:${id}` }));
  }
  if (after['is_completed'] === true && before?.['is_completed'] !== true) {
    const completed = text(after, 'completed_at_text');
    events.push(
      made({
        event_type: 'activity_logged',
        occurred_at: sinceOr(completed, after),
        payload: { ...facts, action: 'completed' },
        dedupe_key: `activity_logged:${id}:completed:${completed ?? text(after, 'content_hash') ?? ''}`,
      }),
    );
  }
  const earlier = newsOf(before);
  for (const news of newsOf(after)) {
    if (earlier.has(news)) continue;
    // Text that says so from the beginning says it of that time; an edit, of when it was seen.
    const occurred_at = before === null ? createdAt(after) : sinceOr(null, after);
    events.push(made({ event_type: news, occurred_at, payload: facts, dedupe_key: `${news}:${id}` }));
  }
  return events;
}

function newsOf(row: Row | null): Set<InvoiceNews> {
  const tells = row !== null && !isGone(row) && tellsOfMoney(row);
  return tells ? invoiceNews(text(row, 'title'), text(row, 'content')) : new Set();
}

/** A meeting is an appointment: what its title names is yet to be talked about. */
const tellsOfMoney = (row: Row): boolean => row['kind'] === 'note' || row['kind'] === 'task';

const recordIds = (row: Row): string[] =>
  ((row['linked_records'] ?? []) as readonly { record_id: string }[]).map((link) => link.record_id);
