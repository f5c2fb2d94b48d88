import { sourceTable } from '../kit/source-table.js';

/** A record, as its list shows it: give it the columns that events, texts and readers need. */
export const __NAME___RECORDS = sourceTable('__name___records_raw', {
  key: { id: 'text' },
  columns: {
    name: 'text',
    url: 'text?',
    vendor_created_at: 'timestamptz',
    content_hash: 'text',
    data: 'jsonb',
  },
});

export const __NAME___TABLES = [__NAME___RECORDS] as const;
