import type { EvidenceRef } from '../../src/kag-events/index.js';
import type { Ref } from './types.js';

/** Of each kind, its table and the field that names the vendor's object. */
const KINDS: Record<
  string,
  { table: string; field?: 'message_id' | 'linear_issue_id' | 'attio_record_id' | 'doc_url' | 'rag_chunk_id' }
> = {
  message: { table: 'cw_messages', field: 'message_id' },
  issue: { table: 'linear_issues_raw', field: 'linear_issue_id' },
  cycle: { table: 'linear_cycles_raw' },
  deal: { table: 'attio_opportunities_raw', field: 'attio_record_id' },
  note: { table: 'attio_activities_raw', field: 'attio_record_id' },
  doc: { table: 'docs', field: 'doc_url' },
  rag: { table: 'rag_chunks', field: 'rag_chunk_id' },
};

/** A ref in the product's form. */
export function evidenceRef(ref: Ref): EvidenceRef {
  const kind = KINDS[ref.split(':')[0] ?? ''];
  if (!kind) throw new Error(`no kind of ref: ${ref}`);
  return { ...(kind.field ? { [kind.field]: ref } : {}), source_table: kind.table, source_pk: ref };
}

export const refText = (ref: EvidenceRef): Ref => ref.source_pk;
