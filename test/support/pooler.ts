import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { describe } from '@jest/globals';
import { DataSource } from 'typeorm';
import { freePort } from '../../demo/port.js';
import { dataSourceOptions } from '../../src/database/data-source-options.js';
import { Database } from '../../src/database/database.js';
import { SERVER } from './on-a-server.js';
import { until } from './until.js';
import { openTestDatabase, withClient, type TestDatabase } from './test-database.js';

/** PgBouncer in transaction mode, before the server of the tests. */
export interface Pooler {
  /** The same database through it. */
  through(url: string): string;
  /** Ends every connection through it, and lets new ones in. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export interface PoolerOptions {
  /** Connections that it holds to each database. */
  size?: number;
  /** Further lines of its configuration. */
  lines?: readonly string[];
}

/** Where Debian's package puts the program, beside the PATH. */
const FOLDERS = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin'];

const PROGRAM = FOLDERS.map((folder) => join(folder, 'pgbouncer')).find((path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
});

/** What needs PgBouncer: skipped, and its name says so, where it or a server is not there. */
export function describeThroughPooler(name: string, cases: () => void): void {
  if (SERVER !== '' && PROGRAM !== undefined) describe(name, cases);
  else describe.skip(`${name} (needs ${SERVER === '' ? 'TEST_DATABASE_URL' : 'pgbouncer'})`, cases);
}

/** A test's database, spoken to through a pooler of its own, with no way past that. */
export async function openPooledDatabase(): Promise<TestDatabase> {
  const db = await openTestDatabase({ poolMax: 1 });
  const pooler = await startPooler();
  const url = pooler.through(db.url);
  const dataSource = await new DataSource({ ...dataSourceOptions(url, 5), entities: [] }).initialize();
  return {
    url,
    embedded: false,
    dataSource,
    database: new Database(dataSource),
    async close() {
      await dataSource.destroy();
      await pooler.stop();
      await db.close();
    },
  };
}

export async function startPooler(options: PoolerOptions = {}): Promise<Pooler> {
  const folder = await mkdtemp(join(tmpdir(), 'kag-pooler-'));
  const port = await freePort();
  const file = join(folder, 'pgbouncer.ini');
  await writeFile(file, configuration(port, options));
  // As root it becomes somebody else, who must be able to read it.
  await chmod(folder, 0o755);
  const through = (url: string) => {
    const pooled = new URL(url);
    pooled.host = `127.0.0.1:${port}`;
    return pooled.href;
  };
  let running = await start(file, through(SERVER));
  return {
    through,
    async restart() {
      await end(running);
      running = await start(file, through(SERVER));
    },
    async stop() {
      await end(running);
      await rm(folder, { recursive: true });
    },
  };
}

/** As docs/deployment.md has it, but for who may come in. */
function configuration(port: number, { size = 20, lines = [] }: PoolerOptions): string {
  const { hostname, port: serverPort, username, password } = new URL(SERVER);
  const login = [
    `host=${hostname} port=${serverPort || 5432} user=${decodeURIComponent(username)}`,
    ...(password === '' ? [] : [`password='${decodeURIComponent(password)}'`]),
  ];
  return [
    '[databases]',
    `* = ${login.join(' ')}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${port}`,
    'unix_socket_dir =',
    'auth_type = any',
    'pool_mode = transaction',
    `default_pool_size = ${size}`,
    'max_client_conn = 500',
    ...lines,
    '',
  ].join('\n');
}

async function start(file: string, url: string): Promise<ChildProcess> {
  const user = process.getuid?.() === 0 ? ['-u', 'nobody'] : [];
  const said: string[] = [];
  const running = spawn(PROGRAM ?? '', [...user, file], { stdio: ['ignore', 'ignore', 'pipe'] });
  running.stderr?.on('data', (more: Buffer) => said.push(more.toString()));
  await until('the pooler answers', async () => {
    if (running.exitCode !== null) throw new Error(`pgbouncer ended:\n${said.join('')}`);
    return withClient(url, (client) => client.query('SELECT')).catch(() => null);
  });
  return running;
}

async function end(running: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => running.once('exit', resolve));
  running.kill('SIGKILL');
  await ended;
}
