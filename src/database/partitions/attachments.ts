import type { QueryRunner } from 'typeorm';

/** What hangs on a table beside its own columns, keys and indexes: statements that take it off, and put it on again. */
export interface Attachments {
  detach: string[];
  attach: string[];
}

interface Statement {
  detach: string | null;
  attach: string;
}

/** Who may do what with a table or view, its owner's own rights apart. */
const grants = (relation: string) => `
  SELECT NULL AS detach, format('GRANT %s ON %s TO %s', string_agg(a.privilege_type, ', '), c.oid::regclass,
    CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END) AS attach
  FROM pg_class c CROSS JOIN LATERAL aclexplode(c.relacl) a
  WHERE c.oid IN (${relation}) AND a.grantee <> c.relowner GROUP BY c.oid, a.grantee`;

/** Views that read the table. */
const VIEWS = `
  SELECT DISTINCT v.oid FROM pg_depend d JOIN pg_rewrite r ON d.classid = 'pg_rewrite'::regclass AND r.oid = d.objid
  JOIN pg_class v ON v.oid = r.ev_class AND v.relkind = 'v' WHERE d.refobjid = $1::regclass`;

/** In the order in which they are put on. */
const KINDS = [
  `SELECT format('DROP VIEW %s', v.oid::regclass) AS detach, format('CREATE VIEW %s %s AS %s', v.oid::regclass,
     CASE WHEN v.reloptions IS NOT NULL THEN format('WITH (%s)', array_to_string(v.reloptions, ', ')) END,
     pg_get_viewdef(v.oid)) AS attach
   FROM pg_class v WHERE v.oid IN (${VIEWS})`,
  grants(`${VIEWS} UNION SELECT $1::regclass::oid`),
  `SELECT NULL AS detach, format('CREATE POLICY %I ON %s AS %s FOR %s TO %s USING (%s)%s', p.polname, p.polrelid::regclass,
     CASE WHEN p.polpermissive THEN 'PERMISSIVE' ELSE 'RESTRICTIVE' END,
     CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE' WHEN 'd' THEN 'DELETE' ELSE 'ALL' END,
     (SELECT string_agg(CASE r WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END, ', ') FROM unnest(p.polroles) r),
     pg_get_expr(p.polqual, p.polrelid),
     ' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')') AS attach
   FROM pg_policy p WHERE p.polrelid = $1::regclass ORDER BY p.polname`,
  `SELECT NULL AS detach, format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY%s', oid::regclass,
     CASE WHEN relforcerowsecurity THEN ', FORCE ROW LEVEL SECURITY' END) AS attach
   FROM pg_class WHERE oid = $1::regclass AND relrowsecurity`,
  `SELECT NULL AS detach, pg_get_triggerdef(t.oid) AS attach FROM pg_trigger t
   WHERE t.tgrelid = $1::regclass AND NOT t.tgisinternal AND t.tgname <> $2 ORDER BY t.tgname`,
  `SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', c.conrelid::regclass, c.conname) AS detach,
     format('ALTER TABLE %s ADD CONSTRAINT %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) AS attach
   FROM pg_constraint c WHERE c.contype = 'f' AND c.confrelid = $1::regclass AND c.conparentid = 0 ORDER BY c.conname`,
];

/** What hangs on a table now, in statements that name it: run later, they apply to the table that has the name then. */
export async function attachmentsOf(runner: QueryRunner, table: string, mirror: string): Promise<Attachments> {
  const found: Statement[] = [];
  for (const kind of KINDS) {
    const parameters = kind.includes('$2') ? [table, mirror] : [table];
    found.push(...((await runner.query(kind, parameters)) as Statement[]));
  }
  return {
    detach: found.flatMap(({ detach }) => detach ?? []).reverse(),
    attach: found.map(({ attach }) => attach),
  };
}
