import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { STORY_DAYS } from '../test/vendors/agency/index.js';
import { startSandbox } from '../test/vendors/sandbox.js';
import { ApiClient } from './api-client.js';
import { clientsOf } from './clients.js';
import { freePort, startServer } from './server-process.js';
import { show } from './show.js';

const DATA_DIR = './.data/demo';
const WANTED_PORT = 8080;

/**
 * Shows the whole loop on one machine: what an agency's clients said and what was done for them in sixty days becomes
 * events and searchable evidence, forecasts and what to do next, a project for each of them, operated over HTTP.
 */
async function main({ once, clients }: Options): Promise<void> {
  const conversations = process.env['SANDBOX_CONVERSATIONS'];
  const sandbox = await startSandbox(
    conversations === undefined ? { agency: STORY_DAYS } : { conversationsFile: conversations },
  );
  say(`Sandbox with the APIs of Chatwoot, Linear and Attio at ${sandbox.url}`);
  await rm(DATA_DIR, { recursive: true, force: true });
  const password = randomBytes(9).toString('base64url');
  const server = await startServer(
    {
      AUTH_CREDENTIALS: `admin:${password}`,
      EMBEDDED_DATA_DIR: DATA_DIR,
      LOG_LEVEL: 'error',
      // The schedule begins when the steps below are done, or most of them.
      DISPATCH_INTERVAL_SECONDS: '60',
      // The stories ended at midnight, and the first of their days counts too.
      CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
      // The clients of the stories work on all days, at all hours.
      WORKING_DAYS: 'mon-sun',
      WORKING_HOURS: '00:00-24:00',
      SECRETS_KEY: randomBytes(32).toString('base64'),
      CHATWOOT_BASE_URL: sandbox.url,
      LINEAR_BASE_URL: `${sandbox.url}/graphql`,
      ATTIO_BASE_URL: sandbox.url,
      CHATWOOT_REQUESTS_PER_MINUTE: '600000',
      LINEAR_REQUESTS_PER_MINUTE: '600000',
      ATTIO_REQUESTS_PER_MINUTE: '600000',
    },
    { port: await freePort(WANTED_PORT) },
  );
  say(`Server ready after ${(server.readyMs / 1000).toFixed(1)} s at ${server.url}\n`);
  try {
    const api = new ApiClient(server.url);
    await api.login('admin', password);
    say(`\n${await show(api, clientsOf(sandbox).slice(0, clients))}`);
    if (once) return;
    say(`\nThe server goes on. To look: ${server.url}/ops   To work: ${server.url}/docs`);
    say(`Log in as admin with the password ${password}. Ctrl+C ends it.`);
    await Promise.race([
      server.ended,
      new Promise((resolve) => process.once('SIGINT', resolve)),
      new Promise((resolve) => process.once('SIGTERM', resolve)),
    ]);
  } finally {
    await server.stop();
    await sandbox.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

const USAGE = `usage: npm run demo [-- --once] [--clients=N]
  --once       end after the closing tables
  --clients=N  the first N of the clients only
`;

interface Options {
  once: boolean;
  clients: number | undefined;
}

/** @throws Error that says what is wrong with the arguments */
function readOptions(): Options {
  const { values } = parseArgs({ options: { once: { type: 'boolean' }, clients: { type: 'string' } } });
  const clients = values.clients === undefined ? undefined : Number(values.clients);
  if (clients !== undefined && !(Number.isInteger(clients) && clients > 0))
    throw new Error(`--clients holds ${values.clients}; it may hold a whole number from 1`);
  return { once: values.once ?? false, clients };
}

function fail(code: number, message: string): never {
  process.stderr.write(message);
  process.exit(code);
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

let options: Options;
try {
  options = readOptions();
} catch (error) {
  fail(2, `${textOf(error)}\n${USAGE}`);
}
main(options).then(
  () => process.exit(0),
  (error: unknown) => fail(1, `The demo failed: ${textOf(error)}\n`),
);
