import { stableHash } from '../../common/stable-hash.js';
import type { NewEvent } from '../../kag-events/index.js';
import type { RowChange } from '../core/contract.js';
import { isGone, type Row, sinceOr, text } from '../kit/row-parts.js';
import { attioEvent } from './attio-event.js';
import { ATTIO_PEOPLE } from './tables.js';

const FIELDS = ['name', 'emails', 'company_record_id'] as const;

/** A person whose name, addresses or company changed; one seen for the first time, or back again, is not an update. */
export function contactEvents({ before, after }: RowChange): NewEvent[] {
  if (before === null || isGone(before) || isGone(after)) return [];
  const changed = FIELDS.filter((field) => stableHash(before[field] ?? null) !== stableHash(after[field] ?? null));
  if (changed.length === 0) return [];
  const id = text(after, 'record_id') ?? '';
  const [was, is] = [text(before, 'contact_since'), text(after, 'contact_since')];
  const state = (row: Row) => FIELDS.map((field) => row[field] ?? null);
  const key = stableHash([was, is, state(before), state(after)]).slice(0, 32);
  return [
    attioEvent(
      {
        event_type: 'contact_updated',
        // An address that was taken away leaves no date of its own.
        occurred_at: sinceOr(is === was ? null : is, after),
        payload: {
          contact_id: id,
          name: text(after, 'name'),
          email: text(after, 'email'),
          company_id: text(after, 'company_record_id'),
          changed: changed.map((field) => CALLED[field]),
        },
        dedupe_key: `contact_updated:${id}:${key}`,
      },
      after,
      ATTIO_PEOPLE,
    ),
  ];
}

const CALLED: Record<(typeof FIELDS)[number], string> = { name: 'name', emails: 'email', company_record_id: 'company' };
