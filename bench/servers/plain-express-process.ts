import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { Cleanups } from './cleanups.js';

const FILE = fileURLToPath(new URL('./plain-express.js', import.meta.url));

/** Starts the plain route as a process on the database; its address, and how it is stopped. */
export async function startPlainExpress(databaseUrl: string, cleanups: Cleanups) {
  cleanups.assertOpen();
  const child = fork(FILE, {
    env: { ...process.env, DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
    await ended;
  };
  cleanups.add(stop);
  const first = child.stdout ? once(child.stdout, 'data') : Promise.reject(new Error('it has no output'));
  const [line] = (await Promise.race([first, ended.then(() => [''])])) as [Buffer | string];
  if (String(line) === '') throw new Error('the plain route ended before it listened');
  return { url: (JSON.parse(String(line)) as { url: string }).url, stop };
}
