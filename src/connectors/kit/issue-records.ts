import type { SourceRecords } from '../../source-records/index.js';
import type { TableSpec } from '../core/contract.js';

type IssueRows = NonNullable<SourceRecords['issues']>;

/**
 * Issues for those who read them of all vendors, from the columns that `issueEvents` needs too.
 * @param others what this table has otherwise
 */
export const issueRecords = (table: TableSpec, others: Partial<IssueRows['columns']> = {}): IssueRows => ({
  table: table.table,
  columns: {
    id: 't.id',
    identifier: 't.identifier',
    title: 't.title',
    url: 't.url',
    state: 't.state',
    state_type: 't.state_type',
    priority: 'NULL',
    due_date: 't.due_date',
    blocked: 't.blocked',
    blocked_since: 't.blocked_since',
    labels: 't.labels',
    assignee: 't.assignee',
    opened_at: 't.vendor_created_at',
    changed_at: 't.vendor_updated_at',
    closed_at: 'least(t.completed_at, t.canceled_at)',
    deleted_at: 't.deleted_at',
    archived: 'false',
    ...others,
  },
});
