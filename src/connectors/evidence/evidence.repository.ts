import { Injectable } from '@nestjs/common';
import { rowKey } from '../../common/source-row.js';
import { Database } from '../../database/index.js';
import { ConnectorRegistry } from '../core/connector-registry.js';
import type { EvidenceTable } from '../core/evidence-table.js';

/** Which row a conclusion rests on: the two fields of an evidence ref that every ref has. */
export interface EvidenceKey {
  source_table: string;
  source_pk: string;
}

/** The row behind an evidence ref, as people read it. Of a row that is gone at the source only what it was remains. */
export interface OpenedEvidence extends EvidenceKey {
  kind: string;
  title: string | null;
  text: string | null;
  author: string | null;
  occurred_at: Date | null;
  facts: Record<string, unknown>;
  deleted: boolean;
}

/** Opens evidence: from refs to the words behind them. */
@Injectable()
export class EvidenceRepository {
  constructor(
    private readonly database: Database,
    private readonly registry: ConnectorRegistry,
  ) {}

  /** Tables whose rows can be evidence. */
  tables(): string[] {
    return this.all().map(({ table }) => table.table);
  }

  /** The project's rows among these, in the order in which they were named; one statement. */
  async open(projectId: string, keys: readonly EvidenceKey[]): Promise<OpenedEvidence[]> {
    const asked = this.all().flatMap((each) => {
      const pks = keys.filter(({ source_table }) => source_table === each.table.table).map((key) => key.source_pk);
      return pks.length === 0 ? [] : [{ each, pks }];
    });
    if (asked.length === 0) return [];
    const rows = await this.database.query<OpenedEvidence>(
      asked.map(({ each }, at) => selectOf(each, `$${at + 2}::text[]`)).join(' UNION ALL '),
      [projectId, ...asked.map(({ pks }) => pks)],
    );
    const found = new Map(rows.map((row) => [rowKey(row), row]));
    return [...new Set(keys.map(rowKey))].flatMap((key) => found.get(key) ?? []);
  }

  private all(): EvidenceTable[] {
    return this.registry.names().flatMap((name) => [...this.registry.get(name).evidence]);
  }
}

/** Names and expressions are the connectors' own; values come as parameters. */
function selectOf({ table, kind, title, text, author, occurred_at, facts }: EvidenceTable, pks: string): string {
  const kept = (expression: string | undefined, type: string) =>
    expression === undefined ? `NULL::${type}` : `CASE WHEN deleted_at IS NULL THEN (${expression})::${type} END`;
  const key = table.key[0] ?? '';
  return `SELECT '${table.table}' AS source_table, ${key} AS source_pk, ${kind} AS kind, ${kept(title, 'text')} AS title,
    ${kept(text, 'text')} AS text, ${kept(author, 'text')} AS author, (${occurred_at})::timestamptz AS occurred_at,
    coalesce(${kept(facts, 'jsonb')}, '{}') AS facts, deleted_at IS NOT NULL AS deleted
    FROM ${table.table} WHERE project_id = $1 AND ${key} = ANY (${pks})`;
}
