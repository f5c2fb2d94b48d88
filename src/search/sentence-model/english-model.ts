import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { FromModel, ToModel } from './english-model.worker.js';
import type { SentenceModel } from './sentence-model.js';

/** A model that nothing asks gives its memory back, some 200 MB; loading it again takes two seconds. */
const IDLE_MS = 10 * 60_000;
/** What it reads of a text: as far as a long chunk, since its time grows faster than the text. */
const MAX_CHARACTERS = 1500;

interface Waiting {
  resolve: (vectors: Float32Array[]) => void;
  reject: (error: Error) => void;
}

/** Whether the model's packages are installed: they are optional, being most of what a small image would hold. */
export function isEnglishModelInstalled(): boolean {
  try {
    const require = createRequire(import.meta.url);
    for (const name of ['core', 'embeddings', 'model-embeddings-en']) require.resolve(`@energetic-ai/${name}`);
    return true;
  } catch {
    return false;
  }
}

/**
 * Universal Sentence Encoder lite, with its weights from its package and no network. In a thread of its own, begun at
 * the first text: a sentence takes some 15 ms of a core, and the event loop answers requests meanwhile.
 */
export class EnglishModel implements SentenceModel {
  readonly dim = 512;
  private worker: Worker | null = null;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private idle: NodeJS.Timeout | undefined;

  /** The share of Latin letters; a text of few of them is in another language, with names in it. */
  knows(text: string): number {
    const letters = text.match(/\p{L}/gu) ?? [];
    const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
    const share = letters.length === 0 ? 0 : latin / letters.length;
    return share < 0.3 ? 0 : share;
  }

  embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (texts.length === 0) return Promise.resolve([]);
    const worker = (this.worker ??= this.begin());
    clearTimeout(this.idle);
    // Kept alive by what is asked, and by nothing else: a process must be able to end.
    worker.ref();
    const id = ++this.asked;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject });
      const asked: ToModel = { id, texts: texts.map((text) => text.slice(0, MAX_CHARACTERS).replace(/^\s*$/, '.')) };
      worker.postMessage(asked);
    });
  }

  /** Ends the thread; what waits for it fails, and the next text begins another. */
  async close(): Promise<void> {
    await this.worker?.terminate();
  }

  private begin(): Worker {
    const file = import.meta.url.endsWith('.ts') ? './english-model.worker.ts' : './english-model.worker.js';
    const worker = new Worker(new URL(file, import.meta.url));
    worker.on('message', (answer: FromModel) => {
      const waiting = this.waiting.get(answer.id);
      this.waiting.delete(answer.id);
      if (this.waiting.size === 0) this.rest(worker);
      if ('vectors' in answer) waiting?.resolve(answer.vectors);
      else waiting?.reject(new Error(answer.failed));
    });
    worker.once('error', (error: Error) => this.end(worker, error));
    worker.once('exit', () => this.end(worker, new Error('the thread of the sentence model has ended')));
    return worker;
  }

  private rest(worker: Worker): void {
    worker.unref();
    this.idle = setTimeout(() => void worker.terminate(), IDLE_MS).unref();
  }

  private end(worker: Worker, error: Error): void {
    if (this.worker !== worker) return;
    this.worker = null;
    clearTimeout(this.idle);
    for (const { reject } of this.waiting.values()) reject(error);
    this.waiting.clear();
  }
}
