import type pg from 'pg';

type Client = Pick<pg.Client, 'query'>;
/** What there is, by its name: tables with their columns and who may do what with them, indexes, policies, triggers. */
export type Shape = ReadonlyMap<string, string>;

const MAX_LISTED = 5;

/** Of our tables and the queue's. Not what rows are in them. */
export async function shapeOf(client: Client): Promise<Shape> {
  const { rows } = await client.query<{ name: string; shape: string }>(
    `WITH tables AS (
       SELECT c.*, format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname IN ('public', 'pgboss') AND c.relkind IN ('r', 'p'))
     SELECT 'table ' || name AS name, concat_ws(' ', relrowsecurity, relforcerowsecurity,
       (SELECT string_agg(a::text, ',' ORDER BY a::text) FROM unnest(relacl) a),
       (SELECT string_agg(format('%s %s', a.attname, a.atttypid::regtype), ',' ORDER BY a.attname) FROM pg_attribute a
        WHERE a.attrelid = tables.oid AND a.attnum > 0 AND NOT a.attisdropped)) AS shape FROM tables
     UNION ALL SELECT format('policy %s of %s', p.polname, t.name), pg_get_expr(p.polqual, p.polrelid)
       FROM pg_policy p JOIN tables t ON t.oid = p.polrelid
     UNION ALL SELECT format('trigger %s of %s', g.tgname, t.name), pg_get_triggerdef(g.oid)
       FROM pg_trigger g JOIN tables t ON t.oid = g.tgrelid WHERE NOT g.tgisinternal
     UNION ALL SELECT format('index %s of %s', i.indexrelid::regclass, t.name), pg_get_indexdef(i.indexrelid)
       FROM pg_index i JOIN tables t ON t.oid = i.indrelid`,
  );
  return new Map(rows.map(({ name, shape }) => [name, shape]));
}

/**
 * Test files share the embedded database: what one changes in its tables and rights, the next one meets.
 * @throws Error that names what is not as it was found
 */
export function expectLeftAsFound(found: Shape, left: Shape): void {
  const names = [...new Set([...found.keys(), ...left.keys()])];
  const other = names.filter((name) => found.get(name) !== left.get(name));
  if (other.length === 0) return;
  const listed = other
    .slice(0, MAX_LISTED)
    .map((name) => `${name}: '${found.get(name) ?? ''}' became '${left.get(name) ?? ''}'`);
  const more = other.length > MAX_LISTED ? [`and ${other.length - MAX_LISTED} more`] : [];
  throw new Error(
    `This file leaves the database otherwise than it found it; bringToHead puts tables and rights back.\n${[...listed, ...more].join('\n')}`,
  );
}
