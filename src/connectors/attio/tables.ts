import { sourceTable } from '../kit/source-table.js';

/**
 * What every record of Attio's has. Times are to the nanosecond: `_text` keeps one as it came, where a timestamp has
 * microseconds. `content_hash` is what a scan compares instead of sending every row to the writer.
 */
const SHARED = {
  web_url: 'text?',
  vendor_created_at: 'timestamptz',
  vendor_created_at_text: 'text',
  content_hash: 'text',
  data: 'jsonb',
} as const;

/** A company of the workspace. */
export const ATTIO_ACCOUNTS = sourceTable('attio_accounts_raw', {
  key: { record_id: 'text' },
  columns: { name: 'text?', domains: 'jsonb', description: 'text?', ...SHARED },
});

/** A person of the workspace. `contact_since`: when name, addresses or company became what they are. */
export const ATTIO_PEOPLE = sourceTable('attio_people_raw', {
  key: { record_id: 'text' },
  columns: {
    name: 'text?',
    email: 'text?',
    emails: 'jsonb',
    job_title: 'text?',
    company_record_id: 'text?',
    contact_since: 'text?',
    ...SHARED,
  },
});

/** A deal. Columns ending in `_since` are the `active_from` of the value beside them, to the nanosecond. */
export const ATTIO_OPPORTUNITIES = sourceTable('attio_opportunities_raw', {
  key: { record_id: 'text' },
  columns: {
    name: 'text?',
    stage_id: 'text?',
    stage_title: 'text?',
    stage_status: 'text',
    stage_since: 'text?',
    won: 'boolean',
    closed_at: 'timestamptz?',
    amount: 'double precision?',
    currency: 'text?',
    amount_since: 'text?',
    planned_budget: 'double precision?',
    planned_budget_currency: 'text?',
    planned_budget_since: 'text?',
    cost: 'double precision?',
    cost_currency: 'text?',
    cost_since: 'text?',
    company_record_id: 'text?',
    person_record_ids: 'jsonb',
    owner_id: 'text?',
    owner_name: 'text?',
    ...SHARED,
  },
});

export type ActivityKind = 'note' | 'task' | 'meeting';

/** A note, task or meeting, by `kind`. */
export const ATTIO_ACTIVITIES = sourceTable('attio_activities_raw', {
  key: { activity_id: 'text' },
  columns: {
    kind: 'text',
    title: 'text?',
    content: 'text?',
    record_id: 'text?',
    linked_records: 'jsonb',
    is_completed: 'boolean?',
    completed_at: 'timestamptz?',
    completed_at_text: 'text?',
    deadline_at: 'timestamptz?',
    starts_at: 'timestamptz?',
    ends_at: 'timestamptz?',
    author_id: 'text?',
    author_name: 'text?',
    ...SHARED,
  },
  indexes: ['ix_attio_activities_raw_kind'],
});

export const ATTIO_TABLES = [ATTIO_ACCOUNTS, ATTIO_PEOPLE, ATTIO_OPPORTUNITIES, ATTIO_ACTIVITIES] as const;
