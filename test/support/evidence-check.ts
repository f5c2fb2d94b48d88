import type { Sql } from '../../src/database/index.js';
import type { EvidenceRef } from '../../src/kag-events/index.js';

/** Tables whose rows rest on evidence. */
export const CONCLUSIONS = [
  'kag_event_log',
  'kag_signals',
  'kag_scores',
  'project_snapshots',
  'past_case_outcomes',
  'kag_risk_forecasts',
  'recommendations_v2',
] as const;
export type ConclusionTable = (typeof CONCLUSIONS)[number];

/** A ref that opens to nothing in its project. */
export interface DeadRef {
  project_id: string;
  ref: EvidenceRef;
}

/** What a ref may point to: of each table its key, and what names the same object at the vendor's. */
const SOURCES = `
  SELECT 'cw_messages' AS source_table, project_id, message_global_id AS pk, 'message_id' AS field, message_global_id AS name
  FROM cw_messages
  UNION ALL SELECT 'linear_issues_raw', project_id, id, 'linear_issue_id', id FROM linear_issues_raw
  UNION ALL SELECT 'linear_cycles_raw', project_id, id, NULL, NULL FROM linear_cycles_raw
  UNION ALL SELECT 'attio_opportunities_raw', project_id, record_id, 'attio_record_id', record_id FROM attio_opportunities_raw
  UNION ALL SELECT 'attio_people_raw', project_id, record_id, 'attio_record_id', record_id FROM attio_people_raw
  UNION ALL SELECT 'attio_accounts_raw', project_id, record_id, 'attio_record_id', record_id FROM attio_accounts_raw
  UNION ALL SELECT 'attio_activities_raw', project_id, activity_id, 'attio_record_id', coalesce(record_id, activity_id) FROM attio_activities_raw
  UNION ALL SELECT 'rag_chunks', project_id, id::text, 'rag_chunk_id', id::text FROM rag_chunks`;

/** The refs of a table's rows, of all projects, that name no row of the same project; and how many refs there are. */
export async function deadRefs(sql: Sql, table: ConclusionTable): Promise<{ refs: number; dead: DeadRef[] }> {
  const [found] = await sql.query<{ refs: number; dead: DeadRef[] }>(
    `WITH sources AS MATERIALIZED (${SOURCES}),
     refs AS MATERIALIZED (
       SELECT c.project_id, ref FROM ${table} c CROSS JOIN LATERAL jsonb_array_elements(c.evidence_refs) AS ref)
     SELECT count(*)::int AS refs,
       coalesce(jsonb_agg(jsonb_build_object('project_id', r.project_id, 'ref', r.ref)) FILTER (WHERE s.pk IS NULL), '[]') AS dead
     FROM refs r
     LEFT JOIN sources s ON s.source_table = r.ref ->> 'source_table' AND s.project_id = r.project_id
       AND s.pk = r.ref ->> 'source_pk' AND (s.field IS NULL OR s.name = r.ref ->> s.field)`,
  );
  if (!found) throw new Error('counting gives a row');
  return found;
}
