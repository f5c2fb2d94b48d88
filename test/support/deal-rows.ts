import type { Sql } from '../../src/database/index.js';

export interface DealRow {
  created: string;
  status: 'open' | 'won' | 'lost';
  closed?: string;
  deleted?: string;
}

/** Stores a deal as a sync would, in place of what it was. */
export async function addDeal(sql: Sql, project: string, id: string, deal: DealRow): Promise<void> {
  await sql.run(
    `INSERT INTO attio_opportunities_raw (project_id, record_id, won, person_record_ids, vendor_created_at_text, content_hash,
       data, vendor_created_at, stage_status, closed_at, deleted_at)
     SELECT $1, $2, status = 'won', '[]', '', '', '{}', created, status, closed, deleted
     FROM jsonb_to_record($3::jsonb) AS r (created timestamptz, status text, closed timestamptz, deleted timestamptz)
     ON CONFLICT (project_id, record_id) DO UPDATE SET stage_status = excluded.stage_status,
       closed_at = excluded.closed_at, deleted_at = excluded.deleted_at`,
    [project, id, JSON.stringify(deal)],
  );
}
