import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Cleanups } from './cleanups.js';

/** Programs of this folder that run beside the bench. */
export type Program = 'plain-express' | 'idle-worker';

/**
 * Starts the program as a process on the database and waits for what it tells by `tellReady`. It ends with the bench,
 * if it is not stopped before.
 * @throws Error where it ends before it is ready
 */
export async function startOwnProcess<T>(program: Program, databaseUrl: string, cleanups: Cleanups) {
  cleanups.assertOpen();
  const file = fileURLToPath(new URL(`./${program}.js`, import.meta.url));
  const child = fork(file, { env: { ...process.env, DATABASE_URL: databaseUrl } });
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  };
  cleanups.add(stop);
  const early = ended.then(() => Promise.reject(new Error(`${program} ended before it was ready`)));
  // It may also end later, when it is no longer waited for.
  early.catch(() => {});
  const [told] = (await Promise.race([once(child, 'message'), early])) as [T];
  return { told, stop };
}

/** Of such a program: says that it is ready, and ends it when the bench has ended, however that came. */
export function tellReady(told: object): void {
  process.once('disconnect', () => process.exit(0));
  process.send?.(told);
}
