import { isDistributed } from '../distribution/placement.js';
import { conditionOf, type OwnerColumn } from './condition.js';

type Query = (text: string, parameters?: readonly unknown[]) => Promise<unknown[]>;

/** Names of the policies of each table behind the wall. */
export const FOR_ALL = 'any_role';
export const IN_REACH = 'within_reach';

/** A table of the server as the database has it. */
export interface WallTable {
  /** As SQL writes it, with its schema. */
  name: string;
  /** Which rows the wall has to let through; null: it needs no wall. */
  condition: string | null;
  /** Row-level security is on, for its owner too, with both policies. */
  walled: boolean;
  /** The server's own role may read and write it. */
  granted: boolean;
}

export interface WallState {
  /** The login role that owns the tables, and what the server's own role is called for it. */
  owner: string;
  role: string;
  /** Lets its members become the server's own role, and gives them none of its rights or limits until they do. */
  door: string;
  hasRole: boolean;
  /** The owner may become the server's own role. */
  ownerMayEnter: boolean;
  /** The owner has its rights, and so its limits, without becoming it. */
  ownerInherits: boolean;
  /** Who looks, and whether that login may become the server's own role. */
  login: string;
  loginMayEnter: boolean;
  tables: WallTable[];
}

type FoundTable = Omit<WallTable, 'condition'> & { bare: string; columns: OwnerColumn[]; ours: boolean };

/** What WALL_COLUMN reads. */
export interface FoundWall {
  wall: (Omit<WallState, 'tables'> & { tables: FoundTable[] }) | null;
}

/** How the wall stands; null where it can't: in a database without tables, and where rows are on several servers. */
export async function wallState(query: Query): Promise<WallState | null> {
  if (await isDistributed(query)) return null;
  const [found] = (await query(`SELECT ${WALL_COLUMN}`)) as FoundWall[];
  return found ? wallOf(found) : null;
}

/** The same, where WALL_COLUMN was read with others. */
export function wallOf({ wall: found }: FoundWall): WallState | null {
  if (!found) return null;
  const tables = found.tables.map(({ bare, columns, ours, ...table }) => ({
    ...table,
    condition: ours ? conditionOf(bare, columns) : null,
  }));
  return { ...found, tables };
}

/** What the wall lacks, in words for people; none: it stands. */
export function gapsOf(state: WallState): string[] {
  const { role, hasRole, owner, ownerMayEnter, ownerInherits, login, loginMayEnter, tables } = state;
  return [
    ...(hasRole ? [] : [`there is no role ${role}`]),
    ...(hasRole && !ownerMayEnter ? [`${owner} may not become ${role}`] : []),
    ...(hasRole && !loginMayEnter && login !== owner ? [`${login} may not become ${role}`] : []),
    ...(ownerInherits ? [`${owner} inherits the limits of ${role}`] : []),
    ...tables.filter((one) => one.condition !== null && !one.walled).map(({ name }) => `${name} has no wall`),
    ...tables.filter(({ granted }) => hasRole && !granted).map(({ name }) => `${role} may not use ${name}`),
  ];
}

/** Names within PostgreSQL's 63 bytes. They go by the owner: another deployment on the machine has another one. */
const ROLES = `
  SELECT owner, role, role || '_door' AS door, r.oid IS NOT NULL AS "hasRole",
    coalesce(pg_has_role(owner, r.oid, 'MEMBER'), false) AS "ownerMayEnter",
    coalesce(pg_has_role(owner, r.oid, 'USAGE') AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = owner), false)
      AS "ownerInherits",
    current_user::text AS login, coalesce(pg_has_role(r.oid, 'MEMBER'), false) AS "loginMayEnter"
  FROM (SELECT pg_get_userbyid(relowner)::text AS owner, left(pg_get_userbyid(relowner), 50) || '_reach' AS role
    FROM pg_class WHERE oid = to_regclass('projects')) AS named
  LEFT JOIN pg_roles r ON r.rolname = named.role`;

/** The server's own role where it is there. */
const OWN_ROLE = `(SELECT CASE WHEN "hasRole" THEN role END FROM roles)`;

const TABLES = `
  SELECT format('%I.%I', n.nspname, t.relname) AS name, t.relname::text AS bare, n.nspname <> 'pgboss' AND t.relkind <> 'v' AS ours,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('name', a.attname, 'required', a.attnotnull)), '[]')
      FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname IN ('project_id', 'account_scope_id')) AS columns,
    t.relrowsecurity AND t.relforcerowsecurity AND (SELECT count(*) = 2 FROM pg_policy y
      WHERE y.polrelid = t.oid AND (y.polname = '${FOR_ALL}' OR y.polname = '${IN_REACH}'
        AND y.polroles = ARRAY[(SELECT oid FROM pg_roles WHERE rolname = ${OWN_ROLE})])) AS walled,
    ${OWN_ROLE} IS NOT NULL AND has_schema_privilege(${OWN_ROLE}, n.oid, 'USAGE') AND (SELECT bool_and(has_table_privilege(${OWN_ROLE}, t.oid, p))
      FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS p) AS granted
  FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
  -- Partitions of ours are reached through their table only. The queue names its own.
  WHERE t.relkind IN ('r', 'p', 'v') AND (NOT t.relispartition OR n.nspname = 'pgboss') AND t.relname <> 'schema_migrations'
    AND n.oid IN (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('projects') UNION
      SELECT oid FROM pg_namespace WHERE nspname = 'pgboss')
    AND t.relowner = (SELECT relowner FROM pg_class WHERE oid = to_regclass('projects'))
  ORDER BY 1`;

/** All that tells how the wall stands, as one column of JSON. */
export const WALL_COLUMN = `(WITH roles AS (${ROLES})
  SELECT to_jsonb(roles) || jsonb_build_object('tables', (SELECT coalesce(jsonb_agg(found), '[]') FROM (${TABLES}) AS found))
  FROM roles) AS wall`;
