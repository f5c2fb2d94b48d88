import { ServerClient } from '../server-client.js';
import { inTurn } from '../turn.js';
import { FOR_ALL, gapsOf, IN_REACH, wallState, type WallState, type WallTable } from './wall-state.js';

/** Any fixed number, other than those of the migrations and of the queue. */
const WALL_LOCK = 0x6b_61_69;
const STATEMENT_DEADLINE_MS = 300_000;
/** SQLSTATEs of a missing right, and of a role that another process has made meanwhile, here or in another database. */
const REFUSED = '42501';
const THERE = ['42710', '23505'];

/**
 * Puts the wall under every table that lacks it, and lets the server's own role use all tables. Returns what it did in
 * words: nothing where the wall stands, or where this login has not the right to make roles. Then the server works
 * without it, and says so: a deployment whose database is not its own must still be able to start.
 */
export async function raiseWall(url: string): Promise<string[]> {
  const client = new ServerClient({
    connectionString: url,
    application_name: 'kag-server wall',
    connectionTimeoutMillis: 10_000,
    query_timeout: STATEMENT_DEADLINE_MS,
  });
  client.on('error', () => {});
  await client.connect();
  const query = async (text: string, parameters?: readonly unknown[]): Promise<unknown[]> =>
    (await client.query(text, parameters as unknown[] | undefined)).rows as unknown[];
  try {
    const before = await wallState(query);
    if (before === null || gapsOf(before).length === 0) return [];
    return await inTurn(url, WALL_LOCK, () => raiseOrPassOver(query));
  } finally {
    await client.end();
  }
}

/** What a superuser, or a role that may make roles, runs for a login that may not. */
export const rolesSql = ({ owner, role, door }: WallState): string[] => [
  `CREATE ROLE ${quoted(role)} NOLOGIN`,
  `CREATE ROLE ${quoted(door)} NOLOGIN NOINHERIT IN ROLE ${quoted(role)} ROLE ${quoted(owner)}`,
];

type Run = (text: string) => Promise<unknown[]>;

async function raiseOrPassOver(run: Run): Promise<string[]> {
  try {
    return await raise(run);
  } catch (error) {
    passOver([REFUSED])(error);
    return [];
  }
}

async function raise(run: Run): Promise<string[]> {
  const before = await wallState(run);
  // Another process may have been first.
  if (before === null || gapsOf(before).length === 0) return [];
  await makeRoles(run, before);
  const state = await wallState(run);
  // It would close on the login itself, and on all that works over all projects.
  if (state === null || state.ownerInherits) return [];
  let raised = false;
  for (const table of state.tables) {
    const statements = [
      ...(table.granted ? [] : grantsOn(table, state)),
      ...(table.condition === null || table.walled ? [] : wallOf(table, table.condition, state)),
    ];
    // A table's statements are one transaction: no table is ever closed half-way, and none is locked while others are.
    if (statements.length === 0) continue;
    await run(statements.join(';\n'));
    raised = true;
  }
  return raised ? ['the wall between projects'] : [];
}

async function makeRoles(run: Run, state: WallState): Promise<void> {
  if (state.hasRole && state.ownerMayEnter) return;
  for (const statement of rolesSql(state)) await run(statement).catch(passOver(THERE));
  const { ownerMayEnter = false } = (await wallState(run)) ?? {};
  if (!ownerMayEnter) await run(`GRANT ${quoted(state.door)} TO ${quoted(state.owner)}`);
}

function passOver(codes: readonly string[]): (error: unknown) => void {
  return (error) => {
    if (!codes.includes(String((error as { code?: unknown }).code))) throw error;
  };
}

const schemaOf = ({ name }: WallTable) => name.slice(0, name.lastIndexOf('.'));

const grantsOn = (table: WallTable, { role }: WallState): string[] => [
  `GRANT USAGE ON SCHEMA ${schemaOf(table)} TO ${quoted(role)}`,
  `GRANT SELECT, INSERT, UPDATE, DELETE ON ${table.name} TO ${quoted(role)}`,
];

/**
 * Every role may do what its rights say, and the server's own role that only within its reach. So the server's jobs
 * over all projects, people at a console and a server of the release before, all of whom come by their login, go on as
 * they did.
 */
const wallOf = ({ name }: WallTable, condition: string, { role }: WallState): string[] => [
  `DROP POLICY IF EXISTS ${FOR_ALL} ON ${name}`,
  `DROP POLICY IF EXISTS ${IN_REACH} ON ${name}`,
  `CREATE POLICY ${FOR_ALL} ON ${name} USING (true)`,
  `CREATE POLICY ${IN_REACH} ON ${name} AS RESTRICTIVE TO ${quoted(role)} USING (${condition})`,
  `ALTER TABLE ${name} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`,
];

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
