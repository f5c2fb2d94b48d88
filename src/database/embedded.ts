import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { errorText } from '../common/app-error.js';
import { SignsOfLife } from '../common/signs-of-life.js';
import { codeIn, embeddedFailure, EmbeddedFailure } from './embedded-failure.js';
import { claimFolder, folderFailure } from './embedded-folder.js';

/** A PGlite (PostgreSQL in WebAssembly) that serves the wire protocol on a loopback port. */
export interface EmbeddedDatabase {
  /** What `pg` connects to. */
  url: string;
  /** Closes the database cleanly and frees its folder. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  maxConnections?: number;
  /** Told what the start does: at each step, and every few seconds of a long one. */
  onProgress?: (doing: string, seconds: number) => void;
  /** Told what goes wrong once it runs, such as a full disk, and what cures it. */
  onTrouble?: (trouble: string) => void;
  /** Told when it has ended by itself: it answers nothing more. */
  onEnd?: (reason: string) => void;
}

/** What the thread says; `said` is a line of PostgreSQL's own log. */
export type FromWorker =
  { loaded: true } | { said: string } | { address: string } | { failed: { code: string | null; text: string } };

const MEMORY = 'memory://';
const LOOK_EVERY_MS = 1_000;
const SAY_EVERY_LOOKS = 5;
/** Looks without any work done after which a start hangs. */
const PATIENCE = 300;

/**
 * Starts the embedded database on a folder (made when missing) or on `memory://`, however long that takes as long as
 * there is work done.
 * @throws EmbeddedFailure that says what is wrong and what cures it
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const folder = dataDir === MEMORY ? null : claimFolder(resolve(dataDir));
  // The built worker beside the built module, the source beside the source.
  const file = import.meta.url.endsWith('.ts') ? './embedded-worker.ts' : './embedded-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: { dataDir: folder?.data ?? MEMORY, maxConnections: options.maxConnections ?? 100 },
  });
  const exited = new Promise<void>((done) => worker.once('exit', () => done()));
  const opening = folder?.isNew === false ? `opening the database in ${dataDir}` : `making a database in ${dataDir}`;
  try {
    const address = await opened(worker, opening, options.onProgress ?? (() => {}));
    folder?.made();
    watch(worker, dataDir, options);
    return {
      url: `postgres://postgres:postgres@${address}/postgres?sslmode=disable`,
      async stop() {
        worker.postMessage('stop');
        await exited;
        folder?.release();
      },
    };
  } catch (error) {
    await worker.terminate();
    folder?.release();
    if (error instanceof EmbeddedFailure) throw error;
    throw folderFailure(dataDir, error instanceof NotOpened ? error.code : null, errorText(error), error);
  }
}

/** The thread's own words for why it could not open the database. */
class NotOpened extends Error {
  constructor(
    message: string,
    readonly code: string | null = null,
  ) {
    super(message);
  }
}

/**
 * The address at which the thread serves.
 * @throws what it failed of, or that it hangs
 */
async function opened(
  worker: Worker,
  opening: string,
  onProgress: (doing: string, seconds: number) => void,
): Promise<string> {
  const started = performance.now();
  const life = new SignsOfLife(PATIENCE);
  const said: string[] = [];
  let doing = '';
  let looks = 0;
  const tell = () => onProgress(doing, Math.round((performance.now() - started) / 1000));
  const next = (step: string) => {
    doing = step;
    tell();
  };
  let timer: NodeJS.Timeout | undefined;
  next('loading PostgreSQL');
  try {
    return await new Promise<string>((ready, failed) => {
      worker.on('message', (message: FromWorker) => {
        if ('loaded' in message) next(opening);
        else if ('address' in message) ready(message.address);
        else if ('failed' in message) failed(new NotOpened(reasonIn(said) ?? message.failed.text, message.failed.code));
        else {
          said.push(message.said);
          if (message.said.includes('automatic recovery in progress')) next(`${opening}, which was not closed`);
        }
      });
      worker.once('error', failed);
      worker.once('exit', () => failed(new NotOpened('PostgreSQL ended before it was open')));
      timer = setInterval(() => {
        if (++looks % SAY_EVERY_LOOKS === 0) tell();
        // Nothing else runs in a process that starts: the time it has been given is the database's.
        const { user, system } = process.cpuUsage();
        if (life.seen(`${said.length} ${Math.round((user + system) / 100_000)}`)) return;
        failed(new EmbeddedFailure(hung(doing), HUNG_CURE));
      }, LOOK_EVERY_MS);
    });
  } finally {
    clearInterval(timer);
    worker.removeAllListeners('message');
  }
}

const hung = (doing: string) =>
  `The embedded database hangs while ${doing}: it has done no work for ${PATIENCE} looks, one a second.`;
const HUNG_CURE =
  'Look whether the disk of that folder answers; name a folder on another disk in EMBEDDED_DATA_DIR, or set DATABASE_URL to a PostgreSQL.';

/** The last failure in PostgreSQL's log, with its detail, without the time and process before it. */
function reasonIn(said: readonly string[]): string | null {
  const at = said.findLastIndex((line) => /\b(FATAL|PANIC|ERROR): /.test(line));
  if (at < 0) return null;
  const detail = said[at + 1]?.includes('DETAIL: ') ? [said[at + 1] ?? ''] : [];
  return [said[at] ?? '', ...detail].map((line) => line.replace(/^.*?\b[A-Z]+: +/, '')).join('. ');
}

/** Tells what goes wrong while the database runs, once for each kind of trouble, since each statement meets it. */
function watch(worker: Worker, dataDir: string, { onTrouble, onEnd }: EmbeddedOptions): void {
  const reported = new Set<string>();
  const failure = (words: string) =>
    embeddedFailure({ folder: dataDir, code: null, words, foreign: null, user: null }).message;
  worker.on('message', (message: FromWorker) => {
    if (!('said' in message)) return;
    const reason = reasonIn([message.said]);
    if (reason === null) return;
    // After a panic the thread is there and answers nothing.
    if (message.said.includes('PANIC: ')) return onEnd?.(failure(reason));
    const code = codeIn(reason);
    if (code === null || reported.has(code)) return;
    reported.add(code);
    onTrouble?.(failure(reason));
  });
  worker.once('error', (error) => onEnd?.(failure(errorText(error))));
}
