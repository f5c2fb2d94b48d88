import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { wait } from '../../src/common/wait.js';
import { sizesOf, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { memoryFigures, resident } from '../machine/memory.js';
import { repeat } from '../timing.js';

const SIZES = {
  full: { starts: 5, budgetMs: 22_000, embedded: 3, embeddedBudgetMs: 30_000 },
  quick: { starts: 1, budgetMs: 0, embedded: 1, embeddedBudgetMs: 0 },
};
/** Until what a start leaves behind has been collected or not. */
const IDLE_MS = 1_500;

/** From the start of the process to the first 200 of /health/ready, which is asked for every 50 ms. */
export async function benchStart(bench: Bench): Promise<Measured> {
  const { database, servers, say } = bench;
  const sizes = sizesOf(bench, SIZES);
  const empty: number[] = [];
  const atHead: number[] = [];
  const memory: number[] = [];
  await repeat(sizes.starts, sizes.budgetMs, async (round) => {
    say(`start ${round + 1}/${sizes.starts}: empty database, then at head`);
    await database.renew();
    const first = await servers.start();
    empty.push(first.readyMs);
    await first.stop();
    const second = await servers.start();
    atHead.push(second.readyMs);
    await wait(IDLE_MS);
    memory.push(...resident(second.pid));
    await second.stop();
  });
  const embedded: number[] = [];
  await repeat(sizes.embedded, sizes.embeddedBudgetMs, async (round) => {
    say(`start ${round + 1}/${sizes.embedded}: embedded database from nothing`);
    embedded.push(await embeddedStart(bench));
  });
  return {
    figures: [
      figure('start.empty', empty),
      figure('start.head', atHead),
      figure('start.embedded', embedded),
      ...memoryFigures('start.memory', memory),
    ],
    facts: [],
  };
}

async function embeddedStart({ servers, cleanups }: Bench): Promise<number> {
  cleanups.assertOpen();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'kag-bench-'));
  cleanups.add(() => rm(folder, { recursive: true, force: true }));
  const server = await servers.start({ EMBEDDED_DATA_DIR: path.join(folder, 'data') }, null);
  await server.stop();
  await rm(folder, { recursive: true, force: true });
  return server.readyMs;
}
