// Imports nothing of this project: a command line is understood, or refused, before anything is built.
import { parseArgs } from 'node:util';

export const USAGE = `usage: npm run demo [-- --once] [--clients=N]

Builds, starts a vendor sandbox with an agency's sixty days and a server on an empty embedded database, goes through
the whole loop over HTTP and prints the portfolio that comes of it. The server then stays up until Ctrl+C.

  --once       end after the closing tables
  --clients=N  the first N of the clients only
  --help       this text

  PORT                   the server's port; unset: 8080, or a free one where that is taken
  EMBEDDED_DATA_DIR      the folder for the database: its subfolder demo is made from nothing each time (./.data)
  SANDBOX_CONVERSATIONS  a file of conversations to serve instead of the agency's
`;

export interface Options {
  once: boolean;
  clients: number | undefined;
  help: boolean;
}

/**
 * What the command line asks.
 * @throws Error that says what is wrong with it
 */
export function readOptions(given: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...given],
    options: {
      once: { type: 'boolean', default: false },
      clients: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const clients = values.clients === undefined ? undefined : Number(values.clients);
  if (clients !== undefined && !(Number.isInteger(clients) && clients > 0))
    throw new Error(`--clients holds ${values.clients}; it may hold a whole number from 1`);
  return { once: values.once, clients, help: values.help };
}
