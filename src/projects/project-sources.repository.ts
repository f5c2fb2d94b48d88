import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../database/index.js';
import type { ConnectorName } from './domain/connectors.js';
import type { SourceFilter } from './domain/source-binding.js';
import type { ProjectSource } from './project-source.entity.js';

/** A binding's columns that mean something outside its row. */
export type BindingColumns = Pick<
  ProjectSource,
  'connector' | 'external_id' | 'filter' | 'sealed_credentials' | 'webhook_id'
>;

const COLUMNS = 'connector, external_id, filter, sealed_credentials, webhook_id';

@Injectable()
export class ProjectSourcesRepository {
  /** The binding, or null when the project has none to this connector. */
  async find(sql: Sql, projectId: string, connector: ConnectorName): Promise<BindingColumns | null> {
    const rows = await sql.query<BindingColumns>(
      `SELECT ${COLUMNS} FROM project_sources WHERE project_id = $1 AND connector = $2`,
      [projectId, connector],
    );
    return rows[0] ?? null;
  }

  /** All bindings of the project. */
  async list(sql: Sql, projectId: string): Promise<BindingColumns[]> {
    return sql.query<BindingColumns>(`SELECT ${COLUMNS} FROM project_sources WHERE project_id = $1`, [projectId]);
  }

  /** Whether the project is in the account scope of this key. */
  async isInScope(sql: Sql, projectId: string, key: string): Promise<boolean> {
    const rows = await sql.query(
      `SELECT FROM projects p JOIN account_scopes s ON s.id = p.account_scope_id WHERE p.id = $1 AND s.key = $2`,
      [projectId, key],
    );
    return rows.length > 0;
  }

  /** The binding that a vendor's webhooks are sent to, with its project, or null. */
  async findByWebhook(
    sql: Sql,
    connector: ConnectorName,
    webhookId: string,
  ): Promise<(BindingColumns & { project_id: string }) | null> {
    const rows = await sql.query<BindingColumns & { project_id: string }>(
      `SELECT project_id, ${COLUMNS} FROM project_sources WHERE webhook_id = $1 AND connector = $2`,
      [webhookId, connector],
    );
    return rows[0] ?? null;
  }

  /** Makes or replaces the binding; `sealed_credentials: undefined` keeps the sealed ones there are. */
  async put(
    tx: Tx,
    projectId: string,
    connector: ConnectorName,
    binding: { external_id: string | null; filter: SourceFilter; sealed_credentials: Buffer | null | undefined },
  ): Promise<BindingColumns> {
    const [row] = await tx.query<BindingColumns>(
      `INSERT INTO project_sources AS s (project_id, connector, external_id, filter, sealed_credentials)
       VALUES ($1, $2, $3, $4::jsonb, $5)
       ON CONFLICT (project_id, connector) DO UPDATE SET
         external_id = excluded.external_id,
         filter = excluded.filter,
         sealed_credentials = CASE WHEN $6 THEN s.sealed_credentials ELSE excluded.sealed_credentials END,
         updated_at = excluded.updated_at
       RETURNING ${COLUMNS}`,
      [
        projectId,
        connector,
        binding.external_id,
        JSON.stringify(binding.filter),
        binding.sealed_credentials ?? null,
        binding.sealed_credentials === undefined,
      ],
    );
    if (!row) throw new Error('an upsert returns its row');
    return row;
  }

  /** What every project keeps sealed. */
  async sealed(
    sql: Sql,
  ): Promise<(Pick<BindingColumns, 'connector'> & { project_id: string; sealed_credentials: Buffer })[]> {
    return sql.query(
      `SELECT project_id, connector, sealed_credentials FROM project_sources
       WHERE sealed_credentials IS NOT NULL ORDER BY project_id, connector`,
    );
  }

  /** Puts the same credentials under another seal, unless they have been changed meanwhile. */
  async reseal(sql: Sql, projectId: string, connector: ConnectorName, before: Buffer, after: Buffer): Promise<boolean> {
    const { affected } = await sql.run(
      `UPDATE project_sources SET sealed_credentials = $4
       WHERE project_id = $1 AND connector = $2 AND sealed_credentials = $3`,
      [projectId, connector, before, after],
    );
    return affected > 0;
  }

  /** The binding as it was, or null when there was none. */
  async remove(tx: Tx, projectId: string, connector: ConnectorName): Promise<BindingColumns | null> {
    const rows = await tx.query<BindingColumns>(
      `DELETE FROM project_sources WHERE project_id = $1 AND connector = $2 RETURNING ${COLUMNS}`,
      [projectId, connector],
    );
    return rows[0] ?? null;
  }
}
