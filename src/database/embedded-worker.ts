// Runs in a thread of its own, so that a long statement never holds up the server's event loop. Imports no code of this
// project and uses only syntax that Node can strip: tests start it from its source, the server from its build.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { FromWorker } from './embedded.js';

const { dataDir, maxConnections } = workerData as { dataDir: string; maxConnections: number };
const port = parentPort;
if (!port) throw new Error('embedded-worker runs as a worker thread');
const tell = (message: FromWorker) => port.postMessage(message);

try {
  await serve();
} catch (error) {
  tell({ failed: { code: codeOf(error), text: error instanceof Error ? error.message : '' } });
  port.close();
}

async function serve(): Promise<void> {
  tell({ loaded: true });
  const db = await PGlite.create({
    dataDir,
    extensions: { vector, btree_gin, pgcrypto },
    relaxedDurability: false,
    onStderr(said) {
      tell({ said });
      return false;
    },
  });
  const server = new PGLiteSocketServer({ db: wholeQueries(db), host: '127.0.0.1', port: 0, maxConnections });
  await server.start();
  tell({ address: server.getServerConn() });
  port?.once('message', () => {
    void (async () => {
      await server.stop();
      await db.close();
      port.close();
    })();
  });
}

/** The files' side of PGlite numbers its errors as WebAssembly's system interface does, and gives them no text. */
function codeOf(error: unknown): string | null {
  const codes: Record<number, string> = {
    ...{ 2: 'EACCES', 19: 'EDQUOT', 20: 'EEXIST', 29: 'EIO', 44: 'ENOENT', 51: 'ENOSPC', 54: 'ENOTDIR' },
    ...{ 63: 'EPERM', 69: 'EROFS' },
  };
  const { code, errno, name } = error as { code?: unknown; errno?: number; name?: string };
  if (typeof code === 'string') return code;
  return name === 'ErrnoError' && errno !== undefined ? (codes[errno] ?? `errno ${errno}`) : null;
}

/**
 * The socket server takes turns among connections after every protocol message, unless a transaction is open. A
 * parametrised query is five messages (parse, bind, describe, execute, sync) on the one session that all connections
 * share: interleaved, they fail, or one connection is given the rows of another. So a query begun counts as a
 * transaction until its sync.
 */
function wholeQueries(pglite: PGlite): PGlite {
  const EXTENDED = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)));
  const SYNC = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4);
  let begun = false;
  const facade: Pick<PGlite, 'waitReady' | 'isInTransaction' | 'runExclusive' | 'execProtocolRawStream' | 'exec'> = {
    waitReady: pglite.waitReady,
    isInTransaction: () => begun || pglite.isInTransaction(),
    runExclusive: (work) => pglite.runExclusive(work),
    async execProtocolRawStream(message, options) {
      begun = EXTENDED.has(message[0] ?? 0);
      return pglite.execProtocolRawStream(message, options);
    },
    // Only called to roll back for a connection that went away, perhaps in the middle of a query.
    async exec(query, options) {
      if (begun) await pglite.execProtocolRaw(SYNC);
      begun = false;
      return pglite.exec(query, options);
    },
  };
  return facade as PGlite;
}
