import type { NewEvent } from '../../kag-events/index.js';
import type { RowChange, TableSpec } from '../core/contract.js';
import { readStamp } from './payloads.js';

export type Row = RowChange['after'];

/** How Attio calls the people among its actors. */
const PERSON = 'workspace-member';

/** A column's text, null for everything else. */
export const text = (row: Row | null, column: string): string | null => {
  const value = row?.[column];
  return typeof value === 'string' && value !== '' ? value : null;
};

export const isGone = (row: Row | null): boolean => row === null || (row['deleted_at'] ?? null) !== null;

const dateOf = (value: unknown): Date | null =>
  value instanceof Date ? value : typeof value === 'string' ? (readStamp(value)?.at ?? null) : null;

/** Whether no person of the workspace made it: an integration, an automation, or Attio itself. */
export function isByMachine(row: Row): boolean {
  const actor = (row['data'] as { created_by_actor?: { type?: unknown } | null } | null | undefined)?.created_by_actor;
  const type = typeof actor === 'object' ? actor?.type : null;
  return typeof type === 'string' && type !== PERSON;
}

/** The row's own time: of creation at the vendor, as every row has it. */
export const createdAt = (row: Row): Date => dateOf(row['vendor_created_at']) ?? new Date(0);

/** When a value became what it is; where the vendor shows none (it was removed), when we saw that. */
export const sinceOr = (since: string | null, row: Row): Date =>
  readStamp(since)?.at ?? dateOf(row['updated_at']) ?? createdAt(row);

/** The time a row was marked deleted, as text for keys; empty for a row that is there. */
export const goneAt = (row: Row | null): string => dateOf(row?.['deleted_at'])?.toISOString() ?? '';

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
