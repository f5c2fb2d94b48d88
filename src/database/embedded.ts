import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../common/app-error.js';

/** A PGlite (PostgreSQL in WebAssembly) that serves the wire protocol on a loopback port. */
export interface EmbeddedDatabase {
  /** What `pg` connects to. */
  url: string;
  /** Closes the database cleanly and frees its folder. */
  stop(): Promise<void>;
}

const MEMORY = 'memory://';
const START_DEADLINE_MS = 60_000;

/**
 * Starts the embedded database on a folder (made when missing) or on `memory://`.
 * @throws AppError `service_unavailable` when another process holds the folder: two would destroy it.
 */
export async function startEmbedded(
  dataDir: string,
  options: { maxConnections?: number } = {},
): Promise<EmbeddedDatabase> {
  const folder = dataDir === MEMORY ? null : resolve(dataDir);
  const unlock = folder === null ? () => {} : lockFolder(folder);
  // The built worker beside the built module, the source beside the source.
  const file = import.meta.url.endsWith('.ts') ? './embedded-worker.ts' : './embedded-worker.js';
  const worker = new Worker(new URL(file, import.meta.url), {
    workerData: {
      dataDir: folder === null ? MEMORY : join(folder, 'pg'),
      maxConnections: options.maxConnections ?? 100,
    },
  });
  const exited = new Promise<void>((done) => worker.once('exit', () => done()));
  let timer: NodeJS.Timeout | undefined;
  try {
    const address = await new Promise<string>((ready, failed) => {
      worker.once('message', (message: { address: string }) => ready(message.address));
      worker.once('error', failed);
      timer = setTimeout(
        () => failed(new Error(`it did not open within ${START_DEADLINE_MS / 1000} s`)),
        START_DEADLINE_MS,
      );
    });
    return {
      url: `postgres://postgres:postgres@${address}/postgres?sslmode=disable`,
      async stop() {
        worker.postMessage('stop');
        await exited;
        unlock();
      },
    };
  } catch (cause) {
    await worker.terminate();
    unlock();
    throw new AppError(
      'service_unavailable',
      `The embedded database in ${dataDir} did not start: ${String(cause)}`,
      undefined,
      { cause },
    );
  } finally {
    clearTimeout(timer);
  }
}

/** Claims the folder for this process; a claim whose process is gone counts for nothing. */
function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'owner.pid');
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: 'wx' });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      const owner = Number(readFileSync(file, 'utf8'));
      if (isAlive(owner)) {
        throw new AppError(
          'service_unavailable',
          `The embedded database in ${folder} is in use by process ${owner}. Stop that process, name another folder in EMBEDDED_DATA_DIR, or use a PostgreSQL through DATABASE_URL.`,
        );
      }
      rmSync(file, { force: true });
    }
  }
  throw new Error(`the embedded database's folder ${folder} could not be claimed`);
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  // A container's server is process 1 each time: its own number in the file is left from the run before.
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
