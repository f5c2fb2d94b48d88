import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { claimFolder } from '../src/database/index.js';
import { STORY_DAYS } from '../sandbox/agency/index.js';
import { startSandbox } from '../sandbox/sandbox.js';
import { variablesOf } from '../sandbox/variables.js';
import { ApiClient } from './api-client.js';
import { clientsOf } from './clients.js';
import { type Options, readOptions, USAGE } from './options.js';
import { choosePort } from './port.js';
import { startServer } from './server-process.js';
import { show } from './show.js';
import { whileWaiting } from './waiting.js';

/** In a folder of its own, which is emptied each time. */
const DATA_DIR = join(process.env['EMBEDDED_DATA_DIR'] || './.data', 'demo');

/**
 * Shows the whole loop on one machine: what an agency's clients said and what was done for them in sixty days becomes
 * events and searchable evidence, forecasts and what to do next, a project for each of them, operated over HTTP.
 */
async function main({ once, clients }: Options): Promise<void> {
  const interruption = awaitInterruption();
  const { port, remark } = await choosePort(process.env['PORT']);
  if (remark !== null) say(remark);
  emptyFolder(DATA_DIR);
  const conversations = process.env['SANDBOX_CONVERSATIONS'];
  const sandbox = await startSandbox(
    conversations === undefined ? { agency: STORY_DAYS } : { conversationsFile: conversations },
  );
  say(`Sandbox with the APIs of Chatwoot, Linear and Attio at ${sandbox.url}`);
  const password = randomBytes(9).toString('base64url');
  const env = {
    AUTH_CREDENTIALS: `admin:${password}`,
    EMBEDDED_DATA_DIR: DATA_DIR,
    // Its steps are shown until it is ready, afterwards only its errors.
    LOG_LEVEL: 'info',
    // The schedule begins when the steps below are done, or most of them.
    DISPATCH_INTERVAL_SECONDS: '60',
    // The stories ended at midnight, and the first of their days counts too.
    CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
    // The clients of the stories work on all days, at all hours.
    WORKING_DAYS: 'mon-sun',
    WORKING_HOURS: '00:00-24:00',
    // No key is wanted: the model that comes in a package, for the search that people get without one.
    EMBEDDING_PROVIDER: 'local',
    // The steps below start the jobs of all clients at once, as one person.
    USER_TRIGGERS_PER_MINUTE: '10000',
    SECRETS_KEY: randomBytes(32).toString('base64'),
    ...variablesOf(sandbox),
  };
  const server = await whileWaiting('Starting the server', (onProgress) => startServer(env, { port, onProgress }));
  say(`Server ready after ${(server.readyMs / 1000).toFixed(1)} s at ${server.url}\n`);
  interruption.isWaitedFor();
  try {
    const api = new ApiClient(server.url, server.gone);
    await api.login('admin', password);
    const shown = await Promise.race([show(api, clientsOf(sandbox).slice(0, clients)), interruption.came]);
    if (shown === undefined) return;
    say(`\n${shown}`);
    if (once) return;
    say(`\nThe server goes on: ${server.url}/`);
    say(`Log in as admin with the password ${password}. Ctrl+C ends it.`);
    await Promise.race([server.ended, interruption.came]);
  } finally {
    await server.stop();
    await sandbox.close();
  }
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Ctrl+C and the like: they end everything at once, until somebody waits for them to end it in order. */
function awaitInterruption(): { came: Promise<void>; isWaitedFor(): void } {
  let waitedFor = false;
  const came = new Promise<void>((resolve) => {
    process.once('SIGINT', () => (waitedFor ? resolve() : process.exit(130)));
    process.once('SIGTERM', () => (waitedFor ? resolve() : process.exit(143)));
  });
  return { came, isWaitedFor: () => (waitedFor = true) };
}

/** @throws EmbeddedFailure when another demo runs on it, or it can't be written */
function emptyFolder(folder: string): void {
  const claimed = claimFolder(resolve(folder));
  rmSync(claimed.data, { recursive: true, force: true });
  claimed.release();
}

function fail(code: number, message: string): never {
  process.stderr.write(message);
  process.exit(code);
}

const textOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

let options: Options;
try {
  options = readOptions(process.argv.slice(2));
} catch (error) {
  fail(2, `${textOf(error)}\n${USAGE}`);
}
if (options.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
main(options).then(
  () => process.exit(0),
  (error: unknown) => fail(1, `The demo failed: ${textOf(error)}\n`),
);
