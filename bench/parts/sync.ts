import type { Sandbox } from '../../sandbox/sandbox.js';
import { wait } from '../../src/common/wait.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure, type Figure } from '../figures/figure.js';
import { memoryFigures, peak, resident } from '../machine/memory.js';
import { processorSeconds } from '../machine/processor.js';
import { BulkWriter } from '../rows/bulk-writer.js';
import { writeConversations } from '../rows/conversations.js';
import { newProject, secondsOf, type TimedRun } from '../servers/servers.js';
import {
  rateOf,
  REQUESTS_PER_MINUTE,
  resultOf,
  sandboxOf,
  syncedServer,
  type Synced,
} from '../servers/synced-server.js';
import { repeat } from '../timing.js';

/** About 18 messages a conversation: 50,000 of them. */
const SIZES = {
  full: { conversations: 2_780, syncs: 3, unchanged: 5, slow: 2, budgetMs: 120_000 },
  quick: { conversations: 60, syncs: 1, unchanged: 2, slow: 1, budgetMs: 0 },
};
/** Of a source beside which requests of the whole one are counted. */
const PART = 0.1;
const LATENCY_MS = 30;
/** Until what a start leaves behind has been collected or not. */
const IDLE_MS = 1_500;

/** What the rounds brought, a place in each list for each of them. */
interface Samples {
  first: TimedRun[];
  next: TimedRun[];
  bulk: number[];
  processor: number[];
  idle: number[];
  peak: number[];
  after: number[];
}

/** Reads one account into a new project on a fresh server, and then again with nothing changed, several times over. */
export async function benchSync(bench: Bench): Promise<Measured> {
  const { database, cleanups, conversations, say } = bench;
  const sizes = sizesOf(bench, SIZES);
  await database.renew();
  const sandbox = await sandboxOf(conversations ?? (await writeConversations(cleanups, sizes.conversations)), bench);
  const messages = sandbox.world.tables.messages.size;
  const samples: Samples = { first: [], next: [], bulk: [], processor: [], idle: [], peak: [], after: [] };
  await repeat(sizes.syncs, sizes.budgetMs, async (round) => {
    say(`sync ${round + 1}/${sizes.syncs}: ${messages} messages, then ${sizes.unchanged} times with nothing new`);
    await oneRound(bench, sandbox, sizes.unchanged, samples, `Sync ${round + 1}`);
  });
  const slow = await slowSyncs(bench, sandbox, sizes.slow);
  await sandbox.close();
  const few = await requestsOfAPart(bench, Math.max(2, Math.round(sizes.conversations * PART)), sizes.unchanged);
  return {
    figures: figuresOf(samples, messages, slow, few),
    facts: [
      [
        'sync',
        `${told(messages)} messages of ${told(sandbox.world.tables.conversations.size)} conversations, ` +
          `${told(resultOf(samples.first[0] as TimedRun).chunks)} chunks, ${told(resultOf(samples.first[0] as TimedRun).events)} events; ` +
          `CHATWOOT_REQUESTS_PER_MINUTE raised to ${REQUESTS_PER_MINUTE}; the vendor is the sandbox, in the bench's process ` +
          `on the same machine; embedding is not part of it`,
      ],
    ],
  };
}

async function oneRound(bench: Bench, sandbox: Sandbox, unchanged: number, samples: Samples, name: string) {
  const synced = await syncedServer(bench, sandbox, name);
  const { server, sync } = synced;
  await wait(IDLE_MS);
  samples.idle.push(...resident(server.pid));
  const [before] = processorSeconds(server.pid);
  samples.first.push(await sync());
  const [after] = processorSeconds(server.pid);
  const messages = sandbox.world.tables.messages.size;
  if (before !== undefined && after !== undefined) samples.processor.push((10_000 * (after - before)) / messages);
  samples.after.push(...resident(server.pid));
  samples.peak.push(...peak(server.pid));
  for (let again = 0; again < unchanged; again++) samples.next.push(await sync());
  samples.bulk.push(messages / (await writtenInBulk(bench, synced, `${name}, in bulk`)));
  await server.stop();
}

/** Seconds that a bulk writer takes for the rows that the project has by its sync. */
async function writtenInBulk({ database }: Bench, { api, project }: Synced, name: string): Promise<number> {
  const other = await newProject(api, name);
  const writer = await BulkWriter.open(database.url);
  try {
    return await writer.write(await writer.prepare(project, other));
  } finally {
    await writer.close();
  }
}

/** Messages a second of first syncs from a vendor that thinks before each answer. */
async function slowSyncs(bench: Bench, sandbox: Sandbox, count: number): Promise<number[]> {
  const rates: number[] = [];
  sandbox.faults.add({ kind: 'latency', delayMs: LATENCY_MS });
  await repeat(count, sizesOf(bench, SIZES).budgetMs, async (round) => {
    bench.say(`sync: the vendor's answers take ${LATENCY_MS} ms, ${round + 1}/${count}`);
    const { server, sync } = await syncedServer(bench, sandbox, `Slow ${round + 1}`);
    rates.push(rateOf(sandbox.world.tables.messages.size, await sync()));
    await server.stop();
  });
  return rates;
}

/** Requests of syncs with nothing new, of a source that has a part of the conversations only. */
async function requestsOfAPart(bench: Bench, conversations: number, unchanged: number): Promise<number[]> {
  bench.say(`sync: ${conversations} conversations, to count requests`);
  const sandbox = await sandboxOf(await writeConversations(bench.cleanups, conversations), bench);
  const { server, sync } = await syncedServer(bench, sandbox, 'A part');
  await sync();
  const requests: number[] = [];
  for (let again = 0; again < unchanged; again++) requests.push(resultOf(await sync()).requests);
  await server.stop();
  await sandbox.close();
  return requests;
}

function figuresOf(samples: Samples, messages: number, slow: readonly number[], few: readonly number[]): Figure[] {
  const { first, next, bulk, processor, idle, peak: highest, after } = samples;
  const rates = (runs: readonly TimedRun[]) => runs.map((run) => rateOf(messages, run));
  const of = (runs: readonly TimedRun[], what: keyof ReturnType<typeof resultOf>) =>
    runs.map((run) => resultOf(run)[what]);
  return [
    figure('sync.first.rate', rates(first), { floor: bulk }),
    figure('sync.slow.rate', slow, { of: [String(LATENCY_MS)] }),
    figure('sync.first.seconds', first.map(secondsOf)),
    figure('sync.first.fetched', of(first, 'fetched')),
    figure('sync.first.written', of(first, 'upserted')),
    figure('sync.first.requests', of(first, 'requests')),
    figure('sync.first.batches', of(first, 'batches')),
    ...(processor.length > 0 ? [figure('sync.first.processor', processor)] : []),
    figure('sync.next.rate', rates(next)),
    figure('sync.next.seconds', next.map(secondsOf)),
    figure('sync.next.fetched', of(next, 'fetched')),
    figure('sync.next.written', of(next, 'upserted')),
    figure('sync.next.requests', of(next, 'requests'), { floor: few }),
    figure('sync.next.batches', of(next, 'batches')),
    ...memoryFigures('sync.memory.idle', idle),
    ...memoryFigures('sync.memory.peak', highest),
    ...memoryFigures('sync.memory.after', after),
  ];
}
