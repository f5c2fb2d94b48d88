import type { ApiClient } from '../../demo/api-client.js';
import type { Config } from '../../src/config/index.js';
import { writeChunks } from '../rows/corpus.js';
import type { Texts } from '../rows/texts.js';
import type { BenchDatabase } from './database.js';
import { newProject, runJob, secondsOf } from './servers.js';

/** A project whose chunks all have their vectors. */
export interface EmbeddedProject {
  id: string;
  /** Of the run that embedded it, its index included where it has one. */
  seconds: number;
}

/** A new project with that many chunks, which wait for their vectors. */
export async function waitingProject(
  api: ApiClient,
  { url }: BenchDatabase,
  config: Config,
  chunks: number,
  texts: Texts,
  name: string,
): Promise<string> {
  const id = await newProject(api, name);
  await writeChunks(url, config, id, chunks, texts);
  return id;
}

/**
 * Embeds its chunks by its server's provider through `embeddings_run`.
 * @throws Error where any is left
 */
export async function embed(api: ApiClient, id: string, chunks: number): Promise<EmbeddedProject> {
  const run = await runJob(api, id, '/jobs/embeddings/run');
  const processed = Number(run.result?.['processed']) - Number(run.result?.['reused']);
  if (processed !== chunks)
    throw new Error(`${processed} of ${chunks} chunks were embedded: ${JSON.stringify(run.result)}`);
  return { id, seconds: secondsOf(run) };
}

/** Both. */
export async function embeddedProject(
  api: ApiClient,
  database: BenchDatabase,
  config: Config,
  chunks: number,
  texts: Texts,
  name: string,
): Promise<EmbeddedProject> {
  return embed(api, await waitingProject(api, database, config, chunks, texts, name), chunks);
}
