import type { ApiClient } from '../demo/api-client.js';
import { startSandbox } from '../sandbox/sandbox.js';
import type { Config } from '../src/config/index.js';
import type { Cleanups } from './cleanups.js';
import { writeChunks } from './corpus.js';
import type { BenchDatabase } from './database.js';
import { newProject, runJob, secondsOf, signIn, type Servers } from './servers.js';
import { figure, repeat, type Figure } from './stats.js';
import { Texts } from './texts.js';

export const CHUNKS_OF_A_SMALL_PROJECT = 2000;
const OPENAI_RUNS = 5;
const BUDGET_MS = 25_000;

/** A project whose chunks all have their vectors. */
export interface EmbeddedProject {
  id: string;
  /** Of the run that embedded it, its index included where it has one. */
  seconds: number;
}

/** A new project with that many chunks, embedded by its server's provider through `embeddings_run`. */
export async function embeddedProject(
  api: ApiClient,
  { url }: BenchDatabase,
  config: Config,
  chunks: number,
  texts: Texts,
  name: string,
): Promise<EmbeddedProject> {
  const id = await newProject(api, name);
  await writeChunks(url, config, id, chunks, texts);
  const run = await runJob(api, id, '/jobs/embeddings/run');
  const processed = Number(run.result?.['processed']) - Number(run.result?.['reused']);
  if (processed !== chunks)
    throw new Error(`${processed} of ${chunks} chunks were embedded: ${JSON.stringify(run.result)}`);
  return { id, seconds: secondsOf(run) };
}

/** The OpenAI provider against the sandbox's endpoint, which answers from the same machine without a model behind it. */
export async function benchOpenaiEmbedding(
  database: BenchDatabase,
  servers: Servers,
  config: Config,
  cleanups: Cleanups,
  say: (line: string) => void,
): Promise<Figure[]> {
  await database.renew();
  const sandbox = await startSandbox({ empty: true });
  cleanups.add(() => sandbox.close());
  const server = await servers.start({
    EMBEDDING_PROVIDER: 'openai',
    OPENAI_API_KEY: 'x',
    OPENAI_BASE_URL: `${sandbox.url}/v1`,
  });
  const api = await signIn(server);
  const texts = new Texts(2);
  const seconds: number[] = [];
  await repeat(OPENAI_RUNS, BUDGET_MS, async (round) => {
    say(`embedding ${round + 1}/${OPENAI_RUNS}: ${CHUNKS_OF_A_SMALL_PROJECT} chunks by the sandbox's OpenAI endpoint`);
    const name = `Embedding ${round + 1}`;
    seconds.push((await embeddedProject(api, database, config, CHUNKS_OF_A_SMALL_PROJECT, texts, name)).seconds);
  });
  await server.stop();
  await sandbox.close();
  return [embeddingFigure("openai provider, the sandbox's endpoint", seconds)];
}

/** Chunks a second over runs of 2,000. */
export const embeddingFigure = (provider: string, seconds: readonly number[]): Figure =>
  figure(
    'Embedding, runs of 2,000 chunks',
    provider,
    'chunks/s',
    seconds.map((each) => CHUNKS_OF_A_SMALL_PROJECT / each),
  );
