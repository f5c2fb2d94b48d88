import type { TableSpec } from '../core/contract.js';
import type { OutsideRows, StoredRows, Taken } from '../core/stored-rows.js';
import { namedIds } from './scope.js';
import { ATTIO_ACCOUNTS, ATTIO_ACTIVITIES, ATTIO_OPPORTUNITIES, ATTIO_PEOPLE, ATTIO_TABLES } from './tables.js';

/**
 * As `Scope` says it record by record: companies and deals by their ids, then people, then what hangs on any of them.
 */
function outside(source: Taken): OutsideRows[] {
  const companies = [...namedIds(source, 'company_ids')];
  const deals = [...namedIds(source, 'deal_ids')];
  if (companies.length + deals.length === 0) return [];
  const rows = (table: TableSpec, where: string, ...values: unknown[]) => ({ table, where, values });
  const ofCompany = (id: string) => `coalesce(${id} = ANY ($2::text[]), false)`;
  return [
    rows(
      ATTIO_OPPORTUNITIES,
      `NOT (${ofCompany('t.company_record_id')} OR t.record_id = ANY ($3::text[]))`,
      companies,
      deals,
    ),
    rows(ATTIO_ACCOUNTS, `NOT ${ofCompany('t.record_id')}`, companies),
    rows(
      ATTIO_PEOPLE,
      `NOT (${ofCompany('t.company_record_id')} OR EXISTS (SELECT FROM attio_opportunities_raw d
         WHERE d.project_id = t.project_id AND d.person_record_ids ? t.record_id))`,
      companies,
    ),
    rows(
      ATTIO_ACTIVITIES,
      `NOT EXISTS (SELECT FROM jsonb_array_elements(t.linked_records) AS l WHERE ${ofCompany(`l ->> 'record_id'`)}
         OR EXISTS (SELECT FROM attio_opportunities_raw d WHERE d.project_id = t.project_id AND d.record_id = l ->> 'record_id')
         OR EXISTS (SELECT FROM attio_people_raw p WHERE p.project_id = t.project_id AND p.record_id = l ->> 'record_id'))`,
      companies,
    ),
  ];
}

export const ATTIO_STORED: StoredRows = {
  tables: ATTIO_TABLES,
  outside,
  chunks: {
    kind: 'note',
    lost: `NOT EXISTS (SELECT FROM attio_activities_raw a WHERE a.project_id = t.project_id AND a.activity_id = t.source_id)`,
  },
};
