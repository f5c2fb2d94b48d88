import pg from 'pg';

/** What a sync of Chatwoot fills, those first that others refer to. */
const TABLES = [
  'cw_inboxes_raw',
  'cw_contacts',
  'cw_conversations',
  'cw_messages',
  'cw_attachments_raw',
  'kag_event_log',
  'rag_chunks',
] as const;
/** Rows of a statement, each of which is a transaction. */
const ROWS_AT_ONCE = 1_000;

export interface BulkRows {
  rows: number;
  writes: { text: string; rows: string }[];
}

/**
 * Writes the rows that a sync wrote a second time, under another project: the same tables with their indexes, keys and
 * triggers, by statements of many rows that have nothing to compare and nothing to conclude.
 */
export class BulkWriter {
  private readonly client: pg.Client;

  private constructor(url: string) {
    this.client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
    // Connections that are left when the database is dropped are cut off.
    this.client.on('error', () => {});
  }

  static async open(url: string): Promise<BulkWriter> {
    const writer = new BulkWriter(url);
    await writer.client.connect();
    return writer;
  }

  close(): Promise<void> {
    return this.client.end();
  }

  /** The rows of one project as they are to be written under the other, in the statements’ own form. */
  async prepare(from: string, to: string): Promise<BulkRows> {
    const prepared: BulkRows = { rows: 0, writes: [] };
    for (const table of TABLES) {
      const columns = await this.columnsOf(table);
      const { rows } = await this.client.query<{ row: object }>(
        `SELECT to_jsonb(t) || jsonb_build_object('project_id', $2::text) AS row FROM ${table} t WHERE project_id = $1`,
        [from, to],
      );
      const text = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1::jsonb)`;
      for (let first = 0; first < rows.length; first += ROWS_AT_ONCE) {
        const some = rows.slice(first, first + ROWS_AT_ONCE).map(({ row }) => row);
        prepared.writes.push({ text, rows: JSON.stringify(some) });
      }
      prepared.rows += rows.length;
    }
    return prepared;
  }

  /** Seconds that it takes. */
  async write({ writes }: BulkRows): Promise<number> {
    const started = performance.now();
    for (const { text, rows } of writes) await this.client.query(text, [rows]);
    return (performance.now() - started) / 1000;
  }

  /** Those that are not given by the database itself. */
  private async columnsOf(table: string): Promise<string> {
    const { rows } = await this.client.query<{ columns: string }>(
      `SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) AS columns FROM pg_attribute
       WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = ''`,
      [table],
    );
    return rows[0]?.columns ?? '';
  }
}
