import { getMigrationPlans, PgBoss } from 'pg-boss';
import { inTurn, NO_DEADLINES, poolOptions, ServerClient } from '../database/index.js';
import { ABANDONED_QUEUE, QUEUE_SCHEMA, RUN_QUEUE } from './queue-names.js';
import { isOld, pendingOf, queueState, type QueueState } from './queue-state.js';

/** A worker that is silent this long is taken for dead; the least the queue allows is 10. */
export const HEARTBEAT_SECONDS = 15;
/** How often the queue looks for such workers. Together they keep the pick-up of an abandoned run well under 60 s. */
export const SUPERVISE_SECONDS = 5;
/** How often a worker says that it lives: two may get lost. */
export const HEARTBEAT_REFRESH_SECONDS = 4;
/** How often a process says to the queue that it lives, whether it has a run in hand or not. */
export const INSTANCE_HEARTBEAT_SECONDS = 10;
/**
 * Times a run may be picked up after its worker died. Deploys and crashes of a machine cost one each; a run that kills
 * every worker that touches it ends in the dead letters instead of going on for ever.
 */
export const PICKUP_LIMIT = 20;
/**
 * Times that runs are picked up together; afterwards each waits by itself, so that of a batch with a project that kills
 * every worker all others end.
 */
export const PICKUPS_TOGETHER = 3;
/**
 * How long a message waits at most. The queue removes those that have waited longer, and a run without its message
 * never ends: so it is longer than any server is off, or any backup is old.
 */
const KEPT_SECONDS = 10 * 365 * 86_400;
/** Any fixed number, other than that of the migrations. */
const INSTALL_LOCK = 0x6b_61_68;
const SETUP = 'kag-server queue setup';

/**
 * Brings the queue's own schema to head and makes its queues; safe to call by many processes at once. Returns what it
 * brought there in words: nothing where all was there.
 */
export async function installQueue(url: string): Promise<string[]> {
  return inTurn(url, INSTALL_LOCK, async () => {
    const before = await bringTables(url);
    const pending = pendingOf(before);
    if (pending.length > 0) await makeQueues(url, before.hasSchema);
    return pending;
  });
}

/** Upgrades tables that are old, and queues that keep messages for too short a time; the state that it found. */
async function bringTables(url: string): Promise<QueueState> {
  const client = new ServerClient({ connectionString: url, application_name: SETUP, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  await client.connect();
  try {
    const before = await stateBy(client);
    if (isOld(before)) await upgrade(client, before.version);
    if (before.version !== null) await keepLong(client);
    return before;
  } finally {
    await client.end();
  }
}

/** Queues of a release before kept messages for two weeks. */
const keepLong = (client: ServerClient) =>
  client.query(
    `UPDATE ${QUEUE_SCHEMA}.queue SET retention_seconds = $2 WHERE name = ANY ($1) AND retention_seconds < $2`,
    [[RUN_QUEUE, ABANDONED_QUEUE], KEPT_SECONDS],
  );

/**
 * By the library's plan: a transaction, and indexes after it, each of which must be a statement by itself. Left to the
 * library, the indexes are built later, by a process that may have no right to.
 */
async function upgrade(client: ServerClient, from: number): Promise<void> {
  const plan = getMigrationPlans(QUEUE_SCHEMA, from);
  const end = plan.indexOf('COMMIT;') + 'COMMIT;'.length;
  try {
    await client.query(plan.slice(0, end));
  } catch (error) {
    await client.query('ROLLBACK');
    // Another process may have been first.
    if (isOld(await stateBy(client))) throw error;
  }
  const indexes = plan
    .slice(end)
    .replace(/^--.*$/gm, '')
    .split(/;\s*$/m);
  for (const statement of indexes) if (statement.trim() !== '') await client.query(statement);
}

const stateBy = (client: ServerClient): Promise<QueueState> =>
  queueState({
    query: async <T>(text: string, parameters?: readonly unknown[]) =>
      (await client.query<T & object>(text, parameters as unknown[] | undefined)).rows,
  });

/** `hasSchema`: whether it need not be made, which would take more rights. */
async function makeQueues(url: string, hasSchema: boolean): Promise<void> {
  const boss = new PgBoss({
    ...poolOptions(1, NO_DEADLINES),
    connectionString: url,
    application_name: SETUP,
    createSchema: !hasSchema,
    supervise: false,
    schedule: false,
    registerInstance: false,
  });
  boss.on('error', () => {});
  try {
    await boss.start();
    await createQueues(boss);
  } finally {
    await boss.stop({ graceful: true, close: true });
  }
}

async function createQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(ABANDONED_QUEUE, { retryLimit: 10, retryDelay: 30, retentionSeconds: KEPT_SECONDS });
  await boss.createQueue(RUN_QUEUE, {
    policy: 'standard',
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: PICKUP_LIMIT,
    retryDelay: 0,
    deadLetter: ABANDONED_QUEUE,
    notify: true,
    retentionSeconds: KEPT_SECONDS,
    deleteAfterSeconds: 3 * 86_400,
  });
}
