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
 * share: interleaved, they fail, or one connection is given the rows of another. So they are gathered, as if in a
 * transaction, until their sync, and done as one.
 */
function wholeQueries(pglite: PGlite): PGlite {
  const statements = new Statements();
  let begun = false;
  let gathered: Uint8Array[] = [];
  const facade: Pick<PGlite, 'waitReady' | 'isInTransaction' | 'runExclusive' | 'execProtocolRawStream' | 'exec'> = {
    waitReady: pglite.waitReady,
    isInTransaction: () => begun || pglite.isInTransaction(),
    runExclusive: (work) => pglite.runExclusive(work),
    async execProtocolRawStream(message, options) {
      gathered.push(message);
      begun = EXTENDED.has(letterOf(message));
      if (begun && letterOf(message) !== FLUSH) return;
      const query = gathered;
      gathered = [];
      const { request, answered } = statements.reusedIn(query);
      const parts: Uint8Array[] = [];
      await pglite.execProtocolRawStream(request, { ...options, onRawData: (part) => parts.push(part.slice()) });
      const answer = answered(Buffer.concat(parts));
      if (answer.length > 0) options?.onRawData?.(answer);
    },
    // Only called to roll back for a connection that went away, perhaps in the middle of a query.
    async exec(query, options) {
      gathered = [];
      if (begun) await pglite.execProtocolRaw(SYNC);
      begun = false;
      return pglite.exec(query, options);
    },
  };
  return facade as PGlite;
}

const EXTENDED = new Set('PBDECH');
const FLUSH = 'H';
const SYNC = Uint8Array.of('S'.charCodeAt(0), 0, 0, 0, 4);
const PARSED = Buffer.from(['1'.charCodeAt(0), 0, 0, 0, 4]);
const CLOSED_LENGTH = 5;
const CHANGES_SCHEMA = /\b(?:create|alter|drop)\b/i;

interface Reused {
  request: Uint8Array;
  /** What the client gets of PostgreSQL's answer. */
  answered: (answer: Buffer) => Buffer;
}

/**
 * Statements that PostgreSQL keeps prepared, by their text. Clients send each query with its text, and to parse and
 * plan it takes longer than to run it; so a text that comes again is given a name, and later only the name.
 */
class Statements {
  /** The last used is the last. A text that came once has no name yet. */
  private readonly known = new Map<string, { name: string; uses: number }>();
  private toClose: string[] = [];
  private named = 0;
  private static readonly MOST = 300;
  /** Then it is planned again: the tables may have grown meanwhile. */
  private static readonly MAX_USES = 100;

  /** A query's messages, with its statement by name where it has come before. */
  reusedIn(query: Uint8Array[]): Reused {
    const messages = query.map(({ buffer, byteOffset, byteLength }) => Buffer.from(buffer, byteOffset, byteLength));
    const [parse, ...rest] = messages;
    const asItIs = { request: Buffer.concat(messages), answered: (answer: Buffer) => answer };
    if (!parse || !'PQ'.includes(letterOf(parse))) return asItIs;
    if (CHANGES_SCHEMA.test(parse.toString('latin1', 5))) {
      // What is prepared would fail where a column came or went.
      for (const text of this.known.keys()) this.forget(text);
      return asItIs;
    }
    // Some name their statements themselves, send several at once, or do one in steps.
    const letters = messages.map(letterOf).join('');
    if (!/^P[^P]*S$/.test(letters) || parse[5] !== 0) return asItIs;
    const text = parse.toString('latin1', 6);
    const statement = this.known.get(text) ?? { name: '', uses: 0 };
    this.known.delete(text);
    this.known.set(text, statement);
    if (this.known.size > Statements.MOST) this.forget(this.known.keys().next().value ?? '');
    if (++statement.uses === 1) return asItIs;
    return this.byName(text, statement, parse, rest);
  }

  private byName(text: string, statement: { name: string; uses: number }, parse: Buffer, rest: Buffer[]): Reused {
    const isPrepared = statement.name !== '';
    if (!isPrepared) statement.name = `kept_${++this.named}`;
    const name = Buffer.from(statement.name);
    const closing = this.toClose.map((old) => packed('C', Buffer.from(`S${old}\0`)));
    this.toClose = [];
    const request = [
      ...closing,
      ...(isPrepared ? [] : [packed('P', name, parse.subarray(5))]),
      ...rest.map((each) => withName(each, name)),
    ];
    return {
      request: Buffer.concat(request),
      answered: (answer) => {
        const own = answer.subarray(closing.length * CLOSED_LENGTH);
        // A failed one may not have been prepared.
        if (hasFailed(own) || statement.uses > Statements.MAX_USES) this.forget(text);
        return isPrepared ? Buffer.concat([PARSED, own]) : own;
      },
    };
  }

  private forget(text: string): void {
    const name = this.known.get(text)?.name;
    this.known.delete(text);
    if (name) this.toClose.push(name);
  }
}

/** A message that means the statement without a name, for the one with this name. */
function withName(given: Buffer, name: Buffer): Buffer {
  const letter = letterOf(given);
  if (letter === 'D' && given.toString('latin1', 5, 7) === 'S\0') return packed('D', Buffer.from('S'), name, END);
  if (letter !== 'B') return given;
  const portalEnd = given.indexOf(0, 5) + 1;
  return given[portalEnd] === 0 ? packed('B', given.subarray(5, portalEnd), name, given.subarray(portalEnd)) : given;
}

const END = Buffer.alloc(1);

function packed(letter: string, ...content: Buffer[]): Buffer {
  const whole = Buffer.concat([Buffer.from(`${letter}\0\0\0\0`), ...content]);
  whole.writeInt32BE(whole.length - 1, 1);
  return whole;
}

function hasFailed(answer: Buffer): boolean {
  for (let at = 0; at + 5 <= answer.length; at += 1 + answer.readInt32BE(at + 1))
    if (answer[at] === 'E'.charCodeAt(0)) return true;
  return false;
}

function letterOf(message: Uint8Array): string {
  return String.fromCharCode(message[0] ?? 0);
}

// Last, since it needs all of the above.
try {
  await serve();
} catch (error) {
  tell({ failed: { code: codeOf(error), text: error instanceof Error ? error.message : '' } });
  port.close();
}
