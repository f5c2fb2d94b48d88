import type { NewEvent } from '../../kag-events/index.js';
import type { TableSpec } from '../core/contract.js';
import { type Row, text } from '../kit/row-parts.js';

type Given = Pick<NewEvent, 'event_type' | 'occurred_at' | 'payload' | 'dedupe_key'>;

/** An event of the team's, with where it can be seen. */
export function attioEvent(given: Given, row: Row, table: TableSpec): NewEvent {
  const pk = text(row, table.key[0] ?? '') ?? '';
  // An activity is found on the page of the record that it is about.
  const record = text(row, 'record_id') ?? pk;
  return {
    ...given,
    actor: 'team',
    source: 'attio',
    source_ref: pk,
    source_url: text(row, 'web_url'),
    source_attio_record_id: record,
    evidence: [{ attio_record_id: record, source_table: table.table, source_pk: pk }],
  };
}
