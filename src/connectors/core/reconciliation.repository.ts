import { Injectable } from '@nestjs/common';
import { Database } from '../../database/index.js';
import type { ConnectorName, Reconcilable } from './contract.js';
import type { ReconciliationMetric } from './reconciliation-metric.entity.js';

export type Completeness = Pick<
  ReconciliationMetric,
  'total' | 'missing' | 'extra' | 'stale' | 'healed' | 'completeness_pct'
>;

export interface OurRows {
  versions: Map<string, string | null>;
  older: Set<string>;
}

@Injectable()
export class ReconciliationRepository {
  constructor(private readonly database: Database) {}

  /** Our live rows of a resource: their versions as text by key, and which of them were there when the list `began`. */
  async ours(projectId: string, { table, versionColumn, listedWhere }: Reconcilable, began: Date): Promise<OurRows> {
    const [key] = table.key;
    if (key === undefined || table.key.length !== 1)
      throw new Error(`${table.table} needs a key of one column to be reconciled`);
    const rows = await this.database.query<{ key: string; version: unknown; older: boolean }>(
      `SELECT ${key} AS key, ${versionColumn ?? 'NULL'} AS version, created_at <= $2 AS older FROM ${table.table}
       WHERE project_id = $1 AND deleted_at IS NULL ${listedWhere === null ? '' : `AND (${listedWhere})`}`,
      [projectId, began],
    );
    return {
      versions: new Map(rows.map((row) => [row.key, versionText(row.version)])),
      older: new Set(rows.filter((row) => row.older).map((row) => row.key)),
    };
  }

  /** Stores the day's measurement; a second one on the same day replaces the first. */
  async record(
    projectId: string,
    connector: ConnectorName,
    resource: string,
    day: string,
    measured: Completeness,
  ): Promise<void> {
    await this.database.run(
      `INSERT INTO sync_reconciliation_metrics (project_id, connector, resource, metric_date, total, missing, extra, stale, healed, completeness_pct)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (project_id, connector, resource, metric_date) DO UPDATE SET total = excluded.total, missing = excluded.missing,
         extra = excluded.extra, stale = excluded.stale, healed = excluded.healed,
         completeness_pct = excluded.completeness_pct, measured_at = excluded.measured_at`,
      [
        projectId,
        connector,
        resource,
        day,
        measured.total,
        measured.missing,
        measured.extra,
        measured.stale,
        measured.healed,
        measured.completeness_pct,
      ],
    );
  }

  /** The newest measurements first. */
  async list(projectId: string, limit: number): Promise<Omit<ReconciliationMetric, 'project_id'>[]> {
    return this.database.query(
      `SELECT connector, resource, to_char(metric_date, 'YYYY-MM-DD') AS metric_date, total, missing, extra, stale, healed, completeness_pct, measured_at
       FROM sync_reconciliation_metrics WHERE project_id = $1 ORDER BY metric_date DESC, connector, resource LIMIT $2`,
      [projectId, limit],
    );
  }
}

/** As the vendor's versions are written: numbers and texts as they are, times in ISO 8601. */
function versionText(version: unknown): string | null {
  if (typeof version === 'string' || typeof version === 'number') return String(version);
  return version instanceof Date ? version.toISOString() : null;
}
