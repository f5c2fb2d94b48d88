import { PgBoss } from 'pg-boss';

/** Every run of every project waits in this one queue: the order and the fairness are the queue's, not ours. */
export const RUN_QUEUE = 'runs';
/** Runs whose workers died again and again. */
export const ABANDONED_QUEUE = 'runs_abandoned';

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

/** Makes the queue's own schema and its queues; safe to call by many processes at once. */
export async function installQueue(url: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: url,
    application_name: 'kag-server queue setup',
    max: 2,
    supervise: false,
    schedule: false,
  });
  boss.on('error', () => {});
  await boss.start();
  await createQueues(boss);
  await boss.stop({ graceful: false, close: true });
}

export async function createQueues(boss: PgBoss): Promise<void> {
  await boss.createQueue(ABANDONED_QUEUE, { retryLimit: 10, retryDelay: 30 });
  await boss.createQueue(RUN_QUEUE, {
    policy: 'standard',
    heartbeatSeconds: HEARTBEAT_SECONDS,
    retryLimit: PICKUP_LIMIT,
    retryDelay: 0,
    deadLetter: ABANDONED_QUEUE,
    notify: true,
    deleteAfterSeconds: 3 * 86_400,
  });
}
