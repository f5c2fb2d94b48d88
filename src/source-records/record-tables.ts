import { Injectable } from '@nestjs/common';
import type { ConnectorName } from '../projects/index.js';
import {
  DEAL_COLUMNS,
  ISSUE_COLUMNS,
  MESSAGE_COLUMNS,
  PLAN_COLUMNS,
  type Rows,
  type SourceRecords,
} from './source-records.js';

type Kind = 'contacts' | 'conversations' | 'messages' | 'issues' | 'deals';

/** The records of all vendors together, as SQL that reads them. Vendors declare theirs, and readers name none. */
@Injectable()
export class RecordTables {
  private readonly declared: { vendor: ConnectorName; tables: readonly string[]; records: SourceRecords }[] = [];

  /** @param tables all that the vendor's records are in */
  declare(vendor: ConnectorName, tables: readonly string[], records: SourceRecords): void {
    this.declared.push({ vendor, tables, records });
  }

  /** The vendor whose table it is; null: of none. */
  vendorOf(table: string): ConnectorName | null {
    return this.declared.find(({ tables }) => tables.includes(table))?.vendor ?? null;
  }

  /** Issues of every vendor: a subquery with project_id and `ISSUE_COLUMNS`, the deleted among them. */
  issues(): string {
    return together(ISSUE_COLUMNS, this.each('issues'));
  }

  /** The same of messages, with `MESSAGE_COLUMNS`. */
  messages(): string {
    return together(MESSAGE_COLUMNS, this.each('messages'));
  }

  /** The same of deals, with `DEAL_COLUMNS`. */
  deals(): string {
    return together(DEAL_COLUMNS, this.each('deals'));
  }

  /** The same of plans, with `PLAN_COLUMNS`. */
  plans(): string {
    return together(PLAN_COLUMNS, this.each('plans'));
  }

  /** How many live records of a kind the project $1 has: an SQL expression. */
  counted(kind: Kind): string {
    const tables = this.each(kind).map((found) => (typeof found === 'string' ? found : found.table));
    const counts = tables.map(
      (table) => `(SELECT count(*) FROM ${table} WHERE project_id = $1 AND deleted_at IS NULL)`,
    );
    return `(${counts.join(' + ') || '0'})::int`;
  }

  private each<K extends keyof SourceRecords>(kind: K): NonNullable<SourceRecords[K]>[] {
    return this.declared.flatMap(({ records }) => records[kind] ?? []);
  }
}

/** Simple enough for PostgreSQL to look into: conditions and orders reach the indexes of each table. */
function together<Columns extends Record<string, string>>(types: Columns, vendors: readonly Rows<Columns>[]): string {
  const of = (valueOf: (name: string) => string) =>
    Object.entries(types).map(([name, type]) => `(${valueOf(name)})::${type} AS ${name}`);
  const parts = vendors.map(
    ({ table, columns }) => `SELECT t.project_id, ${of((name) => columns[name] ?? 'NULL').join(', ')} FROM ${table} t`,
  );
  const none = `SELECT NULL::uuid AS project_id, ${of(() => 'NULL').join(', ')} WHERE false`;
  return `(${parts.length > 0 ? parts.join(' UNION ALL ') : none})`;
}
