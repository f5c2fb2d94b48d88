import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chownSync, mkdtempSync, openSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { freePort } from '../../demo/port.js';
import { until } from '../../test/support/until.js';
import type { PostgresPrograms } from './postgres-programs.js';
import { SmallDisk } from './small-disk.js';

const MAX_CONNECTIONS = 60;
/** How the server's own user is called: no superuser, so that limits are limits for it. */
export const SERVER_ROLE = 'kag';
export const DATABASE = 'chaos';

/** Ways to end PostgreSQL, by the signal that asks for it. */
const STOPS = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** A PostgreSQL of this program's own, in a folder and on a port of its own, which it may break as it likes. */
export class OwnPostgres {
  private child: ChildProcess | null = null;

  private constructor(
    private readonly programs: PostgresPrograms,
    private readonly folder: string,
    private readonly port: number,
    private readonly logFile: string,
    /** What the tables lie on. */
    readonly smallDisk: SmallDisk,
  ) {}

  /** Makes it and starts it, with an empty database that has pgvector. */
  static async create(programs: PostgresPrograms, logFile: string): Promise<OwnPostgres> {
    const folder = mkdtempSync(join(programs.root, 'tmp/kag-chaos-'));
    chownSync(folder, programs.uid, programs.gid);
    const disk = await SmallDisk.mount(`${folder}-disk`, programs.uid, programs.gid);
    if (disk.reason !== null) chownSync(disk.folder, programs.uid, programs.gid);
    const own = new OwnPostgres(programs, folder, await freePort(), logFile, disk);
    try {
      await own.initialise();
      await own.start();
      await own.prepare();
    } catch (error) {
      await own.remove();
      throw error;
    }
    return own;
  }

  /** Where the server finds it. */
  get url(): string {
    return `postgres://${SERVER_ROLE}@127.0.0.1:${this.port}/${DATABASE}`;
  }

  /** Does something as its superuser, for whom places are kept and whom no default makes read-only. */
  async admin<T>(work: (client: pg.Client) => Promise<T>, database = 'postgres'): Promise<T> {
    const client = new pg.Client({
      connectionString: `postgres://postgres@127.0.0.1:${this.port}/${database}`,
      connectionTimeoutMillis: 10_000,
      query_timeout: 30_000,
      options: '-c default_transaction_read_only=off -c statement_timeout=20000',
    });
    client.on('error', () => {});
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  /** From now on it shows this certificate, and lets its superuser alone in without TLS. */
  async secure(certificate: { cert: string; key: string }): Promise<void> {
    const { uid, gid } = this.programs;
    for (const [name, text] of Object.entries({ 'server.crt': certificate.cert, 'server.key': certificate.key })) {
      writeFileSync(join(this.folder, name), text, { mode: 0o600 });
      chownSync(join(this.folder, name), uid, gid);
    }
    appendFileSync(join(this.folder, 'postgresql.conf'), 'ssl = on\n');
    writeFileSync(
      join(this.folder, 'pg_hba.conf'),
      'host all postgres 127.0.0.1/32 trust\nhostssl all all 127.0.0.1/32 trust\n',
    );
    await this.stop('fast');
    await this.start();
  }

  /** Ends every connection but the one that does it. */
  async endConnections(): Promise<void> {
    await this.admin((client) =>
      client.query(
        'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid()',
        [DATABASE],
      ),
    );
  }

  async start(): Promise<void> {
    const log = openSync(this.logFile, 'a');
    this.child = this.spawn('postgres', ['-D', this.seen(this.folder)], log);
    await until('PostgreSQL answers', async () => {
      if (this.child?.exitCode !== null)
        throw new Error(`PostgreSQL ended with ${this.child?.exitCode}: see ${this.logFile}`);
      return this.admin((client) => client.query('SELECT 1')).catch(() => null);
    });
  }

  async stop(how: keyof typeof STOPS): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill(STOPS[how]);
    await gone;
    this.child = null;
  }

  async remove(): Promise<void> {
    await this.stop('immediate');
    await this.smallDisk.unmount();
    rmSync(this.smallDisk.folder, { recursive: true, force: true });
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async initialise(): Promise<void> {
    const options = ['-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
    const { command, args, user } = this.line('initdb', ['-D', this.seen(this.folder), ...options]);
    await promisify(execFile)(command, args, { ...user, env: ENVIRONMENT });
    const settings = {
      listen_addresses: '127.0.0.1',
      port: this.port,
      unix_socket_directories: '',
      max_connections: MAX_CONNECTIONS,
      dynamic_shared_memory_type: 'mmap',
      fsync: 'off',
      timezone: 'UTC',
    };
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'`);
    appendFileSync(join(this.folder, 'postgresql.conf'), `${lines.join('\n')}\n`);
    writeFileSync(join(this.folder, 'pg_hba.conf'), 'host all all 127.0.0.1/32 trust\n');
  }

  /** The server's user, the small disk, and the database with its extensions. */
  private async prepare(): Promise<void> {
    await this.admin(async (client) => {
      await client.query(`CREATE ROLE ${SERVER_ROLE} LOGIN`);
      await client.query(`CREATE TABLESPACE small LOCATION '${this.seen(this.smallDisk.folder)}'`);
      await client.query(`CREATE DATABASE ${DATABASE} OWNER ${SERVER_ROLE} TABLESPACE small`);
    });
    await this.admin(async (client) => {
      await client.query('CREATE EXTENSION vector');
      await client.query('CREATE EXTENSION btree_gin');
    }, DATABASE);
  }

  private spawn(program: string, args: string[], output: number): ChildProcess {
    const { command, args: all, user } = this.line(program, args);
    const child = spawn(command, all, { ...user, env: ENVIRONMENT, stdio: ['ignore', output, output] });
    // It does not outlive the program that started it.
    const end = () => child.kill('SIGQUIT');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    return child;
  }

  /** The command that runs the program, in its tree and as its user. */
  private line(program: string, args: string[]) {
    const { bin, root, uid, gid } = this.programs;
    const path = join(bin, program);
    if (root === '/') return { command: path, args, user: { uid, gid, cwd: '/' } };
    return { command: 'chroot', args: [`--userspec=${uid}:${gid}`, root, path, ...args], user: { cwd: '/' } };
  }

  /** The path as PostgreSQL sees it. */
  private seen(path: string): string {
    const { root } = this.programs;
    return root === '/' ? path : path.replace(root, '');
  }
}

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: '/tmp' };
