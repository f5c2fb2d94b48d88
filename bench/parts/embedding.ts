import { ApiClient } from '../../demo/api-client.js';
import { startSandbox } from '../../sandbox/sandbox.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import { Texts } from '../rows/texts.js';
import { embed, embeddedProject, waitingProject } from '../servers/embedded-project.js';
import { allowedBy, startEvenProvider } from '../servers/even-provider.js';
import { signIn } from '../servers/servers.js';
import { repeat } from '../timing.js';

const SIZES = {
  full: { chunks: 2_000, rounds: 5, budgetMs: 25_000, evenBudgetMs: 60_000, requests: 80 },
  quick: { chunks: 200, rounds: 1, budgetMs: 0, evenBudgetMs: 0, requests: 8 },
};
const MS_FOR_100 = 50;
const IN_FLIGHT = 4;

/** OpenAI's protocol: against the sandbox's endpoint, and against one whose answers take as long as a model's. */
export async function benchEmbedding(bench: Bench): Promise<Measured> {
  const sandboxed = await bySandbox(bench);
  const { one, four, allowed } = await byEvenProvider(bench);
  const { chunks } = sizesOf(bench, SIZES);
  return {
    figures: [
      figure('embedding.openai', sandboxed),
      figure('embedding.four', four, { floor: allowed }),
      figure('embedding.one', one, { floor: allowed }),
    ],
    facts: [
      [
        'embedding',
        `runs of ${told(chunks)} chunks, EMBED_BATCH_SIZE inputs a request; the provider is in the bench's process on ` +
          `the same machine, without a model behind it`,
      ],
    ],
  };
}

/** Chunks a second of runs that follow one another. */
async function bySandbox({ database, servers, config, cleanups, say, ...bench }: Bench): Promise<number[]> {
  const { chunks, rounds, budgetMs } = sizesOf(bench, SIZES);
  await database.renew();
  const sandbox = await startSandbox({ empty: true });
  cleanups.add(() => sandbox.close());
  const server = await servers.start(providedBy(`${sandbox.url}/v1`));
  const api = await signIn(server);
  const texts = new Texts(2);
  const rates: number[] = [];
  await repeat(rounds, budgetMs, async (round) => {
    say(`embedding ${round + 1}/${rounds}: ${chunks} chunks by the sandbox's OpenAI endpoint`);
    rates.push(chunks / (await embeddedProject(api, database, config, chunks, texts, `Sandbox ${round + 1}`)).seconds);
  });
  await server.stop();
  await sandbox.close();
  return rates;
}

/** Chunks a second of one run, of four at once, and of nothing but the requests, by turns. */
async function byEvenProvider({ database, servers, config, cleanups, say, ...bench }: Bench) {
  const { chunks, rounds, evenBudgetMs, requests } = sizesOf(bench, SIZES);
  await database.renew();
  const provider = await startEvenProvider(MS_FOR_100, cleanups);
  const server = await servers.start(providedBy(provider.url));
  const texts = new Texts(12);
  const clients = [await signIn(server)];
  const [api] = clients as [ApiClient];
  // A run is awaited by a session that has chosen its project.
  while (clients.length < IN_FLIGHT) clients.push(await signIn(server));
  const input = Array.from({ length: config.EMBED_BATCH_SIZE }, () => texts.message());
  const [one, four, allowed]: [number[], number[], number[]] = [[], [], []];
  await repeat(rounds, evenBudgetMs, async (round) => {
    say(`embedding ${round + 1}/${rounds}: one project of ${chunks} chunks, then ${IN_FLIGHT} at once`);
    const waiting = (name: string) => waitingProject(api, database, config, chunks, texts, `${name} ${round + 1}`);
    allowed.push(await allowedBy(provider.url, IN_FLIGHT, input, requests));
    one.push(chunks / (await embed(api, await waiting('One'), chunks)).seconds);
    const ids: string[] = [];
    for (let at = 1; at <= IN_FLIGHT; at++) ids.push(await waiting(`Of four: ${at} of`));
    const runs = await Promise.all(clients.map((client, at) => embed(client, ids[at] ?? '', chunks)));
    four.push((IN_FLIGHT * chunks) / Math.max(...runs.map(({ seconds }) => seconds)));
  });
  await server.stop();
  await provider.close();
  return { one, four, allowed };
}

const providedBy = (url: string) => ({ EMBEDDING_PROVIDER: 'openai', OPENAI_API_KEY: 'x', OPENAI_BASE_URL: url });
