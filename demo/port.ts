import { createServer } from 'node:net';

const USUAL = 8080;
const HOST = '127.0.0.1';

/** Where the server listens, and what is to be said of it. */
export interface ChosenPort {
  port: number;
  remark: string | null;
}

/**
 * The port that is asked for, which has to be free; 8080, or a free one where that is taken, when none is.
 * @throws Error that says why the port can't be had and how to have another
 */
export async function choosePort(asked: string | undefined): Promise<ChosenPort> {
  if (asked === undefined || asked === '') {
    const port = await freePort(USUAL);
    return { port, remark: port === USUAL ? null : `Port ${USUAL} is taken: the server takes ${port}.` };
  }
  const port = Number(asked);
  if (!/^\d+$/.test(asked) || port > 65_535)
    throw new Error(
      `PORT holds ${asked}; it may hold a whole number from 0 to 65535, such as in PORT=9000 npm run demo`,
    );
  const { code } = await listening(port);
  if (code === null) return { port: port === 0 ? await freePort() : port, remark: null };
  const why =
    code === 'EADDRINUSE' ? 'is taken' : code === 'EACCES' ? 'needs rights of root' : `can't be had (${code})`;
  throw new Error(
    `Port ${port} ${why}. Choose another (PORT=${await freePort()} npm run demo), or leave PORT unset: then it is ${USUAL}, or a free one.`,
  );
}

/** The port if it is free, else another one. */
export async function freePort(wanted = 0): Promise<number> {
  const tried = await listening(wanted);
  if (tried.code === null) return tried.port;
  if (wanted === 0) throw new Error(`no port is free (${tried.code})`);
  return freePort();
}

/** Listens there for a moment: the port that it was, or why it could not. */
function listening(wanted: number): Promise<{ port: number; code: null } | { code: string }> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => resolve({ code: error.code ?? error.message }));
    probe.listen(wanted, HOST, () => {
      const address = probe.address();
      const port = typeof address === 'object' && address ? address.port : wanted;
      probe.close(() => resolve({ port, code: null }));
    });
  });
}
