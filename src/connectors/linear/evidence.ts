import type { EvidenceTable } from '../core/evidence-table.js';
import { LINEAR_CYCLES, LINEAR_ISSUES } from './tables.js';

export const LINEAR_EVIDENCE: readonly EvidenceTable[] = [
  {
    table: LINEAR_ISSUES,
    kind: `'issue'`,
    title: `identifier || ' ' || title`,
    text: 'description',
    occurred_at: 'vendor_created_at',
    facts: `jsonb_build_object('identifier', identifier, 'state', state_name, 'due_date', due_date)`,
  },
  {
    table: LINEAR_CYCLES,
    kind: `'stage'`,
    title: `coalesce(name, number::text)`,
    occurred_at: 'starts_at',
    facts: `jsonb_build_object('due_at', ends_at, 'completed_at', completed_at)`,
  },
];
