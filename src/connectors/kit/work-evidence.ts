import type { EvidenceTable } from '../core/evidence-table.js';
import type { TableSpec } from '../core/contract.js';

/**
 * How an issue is shown that a conclusion rests on.
 * @param more the columns of its words, its author and its state
 */
export const issueEvidence = (
  table: TableSpec,
  { text, state, author }: { text: string; state: string; author?: string },
): EvidenceTable => ({
  table,
  kind: `'issue'`,
  title: `identifier || ' ' || title`,
  text,
  ...(author === undefined ? {} : { author }),
  occurred_at: 'vendor_created_at',
  facts: `jsonb_build_object('identifier', identifier, 'state', ${state}, 'due_date', due_date)`,
});

export const stageEvidence = (table: TableSpec): EvidenceTable => ({
  table,
  kind: `'stage'`,
  title: `coalesce(name, number::text)`,
  occurred_at: 'starts_at',
  facts: `jsonb_build_object('due_at', ends_at, 'completed_at', completed_at)`,
});
