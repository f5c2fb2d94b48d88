import type { QueryRunner } from 'typeorm';
import { onceUnlocked } from '../once-unlocked.js';
import { Successor } from './successor.js';

/** Rows that are copied in one transaction. */
const BATCH = 1_000;
/** Shorter than PostgreSQL waits before it looks for a deadlock: it is the copying that gives way, never the server. */
const LOCK_MS = 500;
const AGAIN_MS = 200;

/** Statements of the transaction in which the copy takes the table's place, while nobody reads or writes it. */
export interface Around {
  before?: readonly string[];
  after?: readonly string[];
}

/**
 * Splits a table into partitions by a hash of its project, while servers read and write it: a copy is made beside it
 * that every change goes to as well, and takes its place once it has all rows. Locks are held for moments. What was
 * done before a crash is gone on with; a table that has partitions is left as it is.
 */
export async function partitionTable(
  runner: QueryRunner,
  table: string,
  partitions: number,
  around: Around = {},
): Promise<void> {
  if (await isPartitioned(runner, table)) return;
  const successor = new Successor(runner, table);
  if (!(await successor.exists()))
    await patiently(runner, async () => {
      await successor.make(partitions);
      await successor.followChanges();
    });
  let last: string[] | null = null;
  do last = await patiently(runner, () => successor.copySome(last, BATCH));
  while (last !== null);
  await successor.analyze();
  await patiently(runner, () => exchange(runner, successor, around));
}

/** Joins all partitions into one table again, in the open transaction. Writers wait until it ends. */
export async function uniteTable(runner: QueryRunner, table: string, around: Around = {}): Promise<void> {
  if (!(await isPartitioned(runner, table))) return;
  const successor = new Successor(runner, table);
  await runner.query(`LOCK TABLE ${table} IN EXCLUSIVE MODE`);
  await successor.make(null);
  await successor.copyAll();
  await exchange(runner, successor, around);
}

async function exchange(runner: QueryRunner, successor: Successor, { before = [], after = [] }: Around): Promise<void> {
  await successor.lock();
  for (const statement of before) await runner.query(statement);
  await successor.takePlace();
  for (const statement of after) await runner.query(statement);
}

async function isPartitioned(runner: QueryRunner, table: string): Promise<boolean> {
  const [row] = (await runner.query(`SELECT relkind = 'p' AS is FROM pg_class WHERE oid = $1::regclass`, [table])) as {
    is: boolean;
  }[];
  return row?.is ?? false;
}

/** Does the work in a transaction of its own, again and again while others hold locks that it needs. */
function patiently<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  return onceUnlocked(async () => {
    await runner.startTransaction();
    try {
      await runner.query(`SELECT set_config('lock_timeout', '${LOCK_MS}', true)`);
      const result = await work();
      await runner.commitTransaction();
      return result;
    } catch (error) {
      await runner.rollbackTransaction();
      throw error;
    }
  }, AGAIN_MS);
}
