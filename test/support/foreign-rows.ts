import type { Tx } from '../../src/database/index.js';

interface TableShape {
  name: string;
  columns: { name: string; type: string }[];
}

/** Tables with rows of a project's, and the columns that a row can't be without. */
export async function tenantTables(tx: Tx): Promise<TableShape[]> {
  return tx.query<TableShape>(
    `SELECT t.relname AS name, jsonb_agg(jsonb_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL))) AS columns
     FROM pg_class t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
     WHERE t.relkind IN ('r', 'p') AND NOT t.relispartition AND t.relnamespace = 'public'::regnamespace AND t.relname <> 'projects'
       AND EXISTS (SELECT FROM pg_attribute p WHERE p.attrelid = t.oid AND p.attname = 'project_id' AND p.attnotnull)
       AND (a.attname = 'project_id' OR a.attnotnull AND NOT a.atthasdef AND a.attidentity = '')
     GROUP BY 1 ORDER BY 1`,
  );
}

/** Until the transaction ends, rows need not make sense: no table asks what they refer to or hold. */
export async function letRowsBeAnything(tx: Tx): Promise<void> {
  await tx.query(`
    DO $$ DECLARE one record; BEGIN
      FOR one IN SELECT conrelid::regclass AS name, conname FROM pg_constraint
        WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace AND conparentid = 0 AND coninhcount = 0
      LOOP EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.name, one.conname); END LOOP;
      FOR one IN SELECT DISTINCT tgrelid::regclass AS name FROM pg_trigger WHERE NOT tgisinternal
      LOOP EXECUTE format('ALTER TABLE %s DISABLE TRIGGER USER', one.name); END LOOP;
    END $$`);
}

/** A statement that inserts a row of the project, with something in each column that has to have it. */
export function insertInto({ name, columns }: TableShape, projectId: string): string {
  const values = columns.map((column) => (column.name === 'project_id' ? `'${projectId}'` : somethingOf(column.type)));
  return `INSERT INTO ${name} (${columns.map((column) => column.name).join(', ')}) VALUES (${values.join(', ')})`;
}

function somethingOf(type: string): string {
  if (type === 'uuid') return 'gen_random_uuid()';
  if (type === 'text' || type === 'character varying') return 'md5(random()::text)';
  if (type === 'jsonb' || type === 'json') return `'{}'`;
  if (type.endsWith('[]')) return `'{}'`;
  if (type === 'boolean') return 'false';
  if (type === 'tsvector' || type === 'bytea') return `''`;
  if (type === 'date' || type.startsWith('timestamp')) return 'now()';
  return '0';
}
