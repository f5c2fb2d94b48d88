import { inTurn } from '../turn.js';
import { pendingMigrations } from '../migrate.js';
import { ServerClient } from '../server-client.js';
import { misplaced, placeOf, TOGETHER_WITH, type PlacedTable } from './layout.js';
import { assertCoordinator, hasCitus, placedTables, type Query } from './placement.js';

/** Any fixed number, other than those of migrations, of the queue and of the wall. */
const DISTRIBUTION_LOCK = 0x6b_61_6d;
/** A key of one table to another, as the catalog has it. */
interface Key {
  name: string;
  table: string;
  to: string;
  definition: string;
}

/**
 * Spreads rows of projects over the servers of a Citus cluster, each project's on one of them, and returns what it did,
 * in words; nothing where every table is in its place. All of it is one transaction: a crash leaves everything as it
 * was. Rows are copied, and servers have to wait meanwhile.
 * @throws Error without Citus, on a worker, and where the schema is not at head
 */
export async function distribute(url: string): Promise<string[]> {
  return inTurn(url, DISTRIBUTION_LOCK, async () => {
    const client = new ServerClient({ connectionString: url, application_name: 'kag-server distribute' });
    client.on('error', () => {});
    await client.connect();
    const query: Query = async (text, parameters) =>
      (await client.query(text, parameters as unknown[] | undefined)).rows as unknown[];
    try {
      await assertReady(query);
      await query('BEGIN');
      const done = await place(query);
      await query('COMMIT');
      return done;
    } finally {
      await client.end();
    }
  });
}

async function assertReady(query: Query): Promise<void> {
  if (!(await hasCitus(query)))
    throw new Error(
      'The database has no extension citus. Create it on every server, add the workers to the coordinator, and try again.',
    );
  await assertCoordinator(query);
  const pending = await pendingMigrations(query);
  if (pending.length > 0)
    throw new Error(`${pending.length} migrations are still to be run. Run npm run migrate first, and try again.`);
  const [workers] = (await query(
    'SELECT count(*)::int AS count FROM pg_dist_node WHERE isactive AND shouldhaveshards',
  )) as { count: number }[];
  if (!workers?.count)
    throw new Error('The cluster has no server for rows. Add one by SELECT citus_add_node(name, port), and try again.');
}

/** In the open transaction. */
async function place(query: Query): Promise<string[]> {
  const tables = await placedTables(query);
  const away = misplaced(tables);
  if (away.length === 0) return [];
  // Keys to what every server has are made server by server, and so must be all else in this transaction.
  await query(`SET LOCAL citus.multi_shard_modify_mode TO 'sequential'`);
  // The log's own trigger refuses changes. It works on each server alone.
  await query(`SET LOCAL citus.enable_unsafe_triggers TO 'on'`);
  await lowerWall(query);
  const keys = await keysAmong(query, away);
  for (const key of keys) await query(`ALTER TABLE ${key.table} DROP CONSTRAINT ${key.name}`);
  for (const table of away) await placeTable(query, table);
  const spread = new Set(tables.filter((table) => placeOf(table) !== 'coordinator').map(({ name }) => name));
  // What stays on the coordinator has no key to what is spread, or Citus would hold its statements to its rules.
  for (const key of keys.filter(({ table }) => spread.has(table)))
    await query(`ALTER TABLE ${key.table} ADD CONSTRAINT ${key.name} ${key.definition}`);
  return away.map((table) => `${table.name}: ${placeOf(table)}`);
}

async function placeTable(query: Query, table: PlacedTable): Promise<void> {
  if (placeOf(table) === 'every server') {
    await query('SELECT create_reference_table($1)', [table.name]);
    return;
  }
  const together = table.name === TOGETHER_WITH ? 'none' : TOGETHER_WITH;
  await query(`SELECT create_distributed_table($1, 'project_id', colocate_with => $2)`, [table.name, together]);
}

/** Row-level security asks for settings of a session, which do not reach the other servers. */
async function lowerWall(query: Query): Promise<void> {
  const policies = (await query(
    `SELECT format('DROP POLICY %I ON %s', polname, polrelid::regclass) AS sql FROM pg_policy`,
  )) as { sql: string }[];
  const walled = (await query(
    `SELECT format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY, NO FORCE ROW LEVEL SECURITY', oid::regclass) AS sql
     FROM pg_class WHERE relrowsecurity AND relnamespace = (SELECT relnamespace FROM pg_class WHERE oid = to_regclass('projects'))`,
  )) as { sql: string }[];
  for (const { sql } of [...policies, ...walled]) await query(sql);
}

/** Keys that are in the way: Citus places a table only while its keys lead to tables that are in their place. */
async function keysAmong(query: Query, away: readonly PlacedTable[]): Promise<Key[]> {
  const all = (await query(
    `SELECT quote_ident(conname) AS name, conrelid::regclass::text AS "table", confrelid::regclass::text AS "to",
       pg_get_constraintdef(oid) AS definition
     FROM pg_constraint WHERE contype = 'f' AND conparentid = 0 ORDER BY conrelid::regclass::text, conname`,
  )) as Key[];
  const moving = new Set(away.map(({ name }) => name));
  return all.filter(({ table, to }) => moving.has(table) || moving.has(to));
}
