import type { EvidenceTable } from '../core/evidence-table.js';
import { ATTIO_ACCOUNTS, ATTIO_ACTIVITIES, ATTIO_OPPORTUNITIES, ATTIO_PEOPLE } from './tables.js';

const occurred_at = 'vendor_created_at';

export const ATTIO_EVIDENCE: readonly EvidenceTable[] = [
  {
    table: ATTIO_OPPORTUNITIES,
    kind: `'deal'`,
    title: 'name',
    author: 'owner_name',
    occurred_at,
    facts: `jsonb_build_object('stage', stage_title, 'amount', amount, 'currency', coalesce(currency, planned_budget_currency, cost_currency), 'planned_budget', planned_budget, 'cost', cost)`,
  },
  {
    table: ATTIO_ACTIVITIES,
    kind: 'kind',
    title: 'title',
    text: 'content',
    author: 'author_name',
    occurred_at: `coalesce(starts_at, vendor_created_at)`,
    facts: `jsonb_build_object('is_completed', is_completed, 'due_at', deadline_at)`,
  },
  { table: ATTIO_PEOPLE, kind: `'person'`, title: 'name', text: 'job_title', occurred_at },
  { table: ATTIO_ACCOUNTS, kind: `'company'`, title: 'name', text: 'description', occurred_at },
];
