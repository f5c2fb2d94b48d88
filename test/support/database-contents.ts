import type { Sql } from '../../src/database/index.js';

/** What the catalogue has of our tables: columns, indexes, constraints, triggers and functions. */
export function schemaOf(sql: Pick<Sql, 'query'>): Promise<unknown[]> {
  return sql.query(
    `SELECT 'column' AS kind, table_name || '.' || column_name || ' ' || udt_name || ' ' || is_nullable || ' ' || coalesce(column_default, '') AS what
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'schema_migrations'
     UNION ALL SELECT 'index', indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'schema_migrations'
     UNION ALL SELECT 'constraint', conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
       WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'schema_migrations'
     UNION ALL SELECT 'trigger', pg_get_triggerdef(t.oid) FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
       WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
     UNION ALL SELECT 'function', pg_get_functiondef(p.oid) FROM pg_proc p
       WHERE p.pronamespace = 'public'::regnamespace
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
     ORDER BY 1, 2`,
  );
}

/** How many rows each table has, and a digest of each of its columns over all rows. */
export type Contents = ReadonlyMap<string, { rows: number; columns: Readonly<Record<string, string>> }>;

export async function contentsOf(sql: Pick<Sql, 'query'>): Promise<Contents> {
  const tables = await sql.query<{ name: string; key: string; columns: string[] }>(
    `SELECT c.relname AS name,
       (SELECT string_agg(quote_ident(a.attname) || '::text', ', ' ORDER BY k.n) FROM pg_index i
        CROSS JOIN LATERAL unnest(i.indkey) WITH ORDINALITY AS k (attnum, n)
        JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
       (SELECT array_agg(a.attname::text) FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
     FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
       AND NOT c.relispartition AND c.relname <> 'schema_migrations'`,
  );
  const contents = new Map<string, { rows: number; columns: Record<string, string> }>();
  for (const { name, key, columns } of tables) {
    const digests = columns.map(
      (column) => `'${column}', md5(coalesce(string_agg(coalesce("${column}"::text, '-'), ',' ORDER BY ${key}), ''))`,
    );
    // In halves: a function takes 100 arguments at the most.
    const [row] = await sql.query<{ rows: number; columns: Record<string, string> }>(
      `SELECT count(*)::int AS rows, jsonb_build_object(${digests.slice(0, 40).join(', ')})
         || jsonb_build_object(${digests.slice(40).join(', ')}) AS columns FROM "${name}"`,
    );
    contents.set(name, row ?? { rows: 0, columns: {} });
  }
  return contents;
}

/** What of the first is missing or other in the second: names of tables whose rows are fewer, else table.column. */
export function differences(before: Contents, after: Contents): string[] {
  return [...before].flatMap(([table, was]) => {
    const is = after.get(table);
    if (is?.rows !== was.rows) return was.rows === 0 ? [] : [table];
    return Object.keys(was.columns)
      .filter((column) => is.columns[column] !== was.columns[column])
      .map((column) => `${table}.${column}`);
  });
}

/** Columns without a value in any row, as `table.column`. */
export async function emptyColumns(sql: Pick<Sql, 'query'>): Promise<string[]> {
  const columns = await sql.query<{ table: string; column: string }>(
    `SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
     JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_nullable = 'YES'
       AND NOT EXISTS (SELECT FROM pg_inherits i WHERE i.inhrelid = format('%I.%I', c.table_schema, c.table_name)::regclass)
     ORDER BY 1, 2`,
  );
  const counts = columns.map(
    ({ table, column }) => `SELECT '${table}.${column}' AS name, count("${column}")::int AS values FROM "${table}"`,
  );
  const rows = await sql.query<{ name: string; values: number }>(counts.join(' UNION ALL '));
  return rows.filter(({ values }) => values === 0).map(({ name }) => name);
}
