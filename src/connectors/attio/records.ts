import type { SourceRecords } from '../../source-records/index.js';
import { ATTIO_OPPORTUNITIES } from './tables.js';

export const ATTIO_RECORDS: SourceRecords = {
  deals: {
    table: ATTIO_OPPORTUNITIES.table,
    columns: {
      id: 't.record_id',
      stage: 't.stage_title',
      status: 't.stage_status',
      stage_since: 't.stage_since',
      amount: 't.amount',
      opened_at: 't.vendor_created_at',
      closed_at: 't.closed_at',
      deleted_at: 't.deleted_at',
    },
  },
};
