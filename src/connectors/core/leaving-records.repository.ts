import { Injectable } from '@nestjs/common';
import type { Tx } from '../../database/index.js';
import type { ConnectorName } from './contract.js';

/** Where few rows of a connector are, which go at once; `job_runs` keeps its rows, without what they concluded. */
export const CONNECTOR_RECORDS = [
  'connector_errors',
  'connector_due_records',
  'connector_streams',
  'webhook_deliveries',
  'sync_reconciliation_metrics',
];

/** What is kept of a source beside its records: errors with payloads, ids that are due, and what runs answered. */
@Injectable()
export class LeavingRecordsRepository {
  async forget(tx: Tx, projectId: string, connector: ConnectorName): Promise<void> {
    for (const table of CONNECTOR_RECORDS)
      await tx.run(`DELETE FROM ${table} WHERE project_id = $1 AND connector = $2`, [projectId, connector]);
    await tx.run(
      `UPDATE job_runs SET result = NULL WHERE project_id = $1 AND status = 'succeeded' AND result IS NOT NULL`,
      [projectId],
    );
  }
}
