import type { BenchDatabase } from './database.js';
import type { Servers } from './servers.js';
import { figure, repeat, type Figure } from './stats.js';

const GROUP = 'Start';
const STARTS = 5;
const BUDGET_MS = 22_000;

/** From the start of the process to the first 200 of /health/ready, which is asked for every 50 ms. */
export async function benchStart(
  database: BenchDatabase,
  servers: Servers,
  say: (line: string) => void,
): Promise<Figure[]> {
  const empty: number[] = [];
  const atHead: number[] = [];
  const once = async (into: number[]) => {
    const server = await servers.start();
    into.push(server.readyMs);
    await server.stop();
  };
  await repeat(STARTS, BUDGET_MS, async (round) => {
    say(`start ${round + 1}/${STARTS}: empty database, then at head`);
    await database.renew();
    await once(empty);
    await once(atHead);
  });
  return [
    figure(GROUP, 'time to ready, all migrations to run', 'ms', empty),
    figure(GROUP, 'time to ready, database at head', 'ms', atHead),
  ];
}
