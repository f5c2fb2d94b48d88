import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  chownSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { PostgresPrograms } from '../../scenarios/chaos/postgres-programs.js';
import { withClient } from './test-database.js';
import { until } from './until.js';

/** Who owns the database, and whom the server is: no superuser. */
const ROLE = 'kag';
const DATABASE = 'kag';

/** A PostgreSQL in a folder and on a port of its own. */
export class OwnPostgres {
  private child: ChildProcess | null = null;
  private readonly folder: string;

  constructor(
    private readonly programs: PostgresPrograms,
    private readonly port: number,
  ) {
    this.folder = mkdtempSync(join(programs.root, 'tmp/kag-pair-'));
    chownSync(this.folder, programs.uid, programs.gid);
  }

  /** Where the server finds it. */
  get url(): string {
    return `postgres://${ROLE}@127.0.0.1:${this.port}/${DATABASE}`;
  }

  /** All statements that it was asked, as its log has them: who asked, and what. */
  get asked(): string[] {
    // What goes on over several lines goes on behind a tab.
    return readFileSync(this.logFile, 'utf8').split(/\n(?!\t)/);
  }

  /** The rows of a statement of its superuser's. */
  admin(statement: string, database = DATABASE): Promise<Record<string, unknown>[]> {
    return withClient(`postgres://postgres@127.0.0.1:${this.port}/${database}`, async (client) => {
      const { rows } = await client.query<Record<string, unknown>>(statement);
      return rows;
    });
  }

  /** Sets something while it runs; null: as it was. */
  async set(name: string, value: string | null): Promise<void> {
    await this.admin(`ALTER SYSTEM ${value === null ? `RESET ${name}` : `SET ${name} = '${value}'`}`);
    await this.admin('SELECT pg_reload_conf()');
    const wanted = value === null ? 'boot_val = setting' : `setting = '${value}'`;
    await until(`${name} is set`, async () => {
      const rows = await this.admin(`SELECT FROM pg_settings WHERE name = '${name}' AND ${wanted}`);
      return rows.length > 0;
    });
  }

  async initialise(): Promise<void> {
    const options = ['-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--no-locale', '--no-sync'];
    await this.run('initdb', ['-D', this.data, ...options]);
    this.configure({
      listen_addresses: '127.0.0.1',
      port: this.port,
      unix_socket_directories: '',
      dynamic_shared_memory_type: 'mmap',
      fsync: 'off',
      timezone: 'UTC',
    });
  }

  /** Makes the server's role and its database, with the extensions that it needs. */
  async prepare(): Promise<void> {
    await this.admin(`CREATE ROLE ${ROLE} LOGIN CREATEROLE`, 'postgres');
    await this.admin(`CREATE DATABASE ${DATABASE} OWNER ${ROLE}`, 'postgres');
    for (const extension of ['vector', 'btree_gin']) await this.admin(`CREATE EXTENSION ${extension}`);
  }

  /** Copies the other one, which runs, and follows it from then on. */
  async follow(primary: OwnPostgres): Promise<void> {
    const from = ['-h', '127.0.0.1', '-p', String(primary.port), '-U', 'postgres'];
    await this.run('pg_basebackup', ['-D', this.data, ...from, '-X', 'stream', '-R', '--checkpoint=fast', '--no-sync']);
    this.configure({ port: this.port, log_statement: 'all', log_line_prefix: '%a: ' });
  }

  async start(): Promise<void> {
    const log = openSync(this.logFile, 'a');
    const { command, args, user } = this.line('postgres', ['-D', this.data]);
    const child = spawn(command, args, { ...user, env: ENVIRONMENT, stdio: ['ignore', log, log] });
    closeSync(log);
    this.child = child;
    // It does not outlive the program that started it.
    const end = () => child.kill('SIGKILL');
    process.once('exit', end);
    child.once('exit', () => process.off('exit', end));
    await until('PostgreSQL answers', () => {
      if (child.exitCode !== null)
        throw new Error(`PostgreSQL ended with ${child.exitCode}: ${this.asked.slice(-5).join('\n')}`);
      return this.admin('SELECT 1', 'postgres').catch(() => null);
    });
  }

  /** Stops all of its processes in the middle of what they do. */
  freeze(): void {
    this.signal('SIGSTOP');
  }

  /** Lets them go on. */
  thaw(): void {
    this.signal('SIGCONT');
  }

  /** Ends all of its processes at once, as a crash of its machine does. */
  async kill(): Promise<void> {
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    this.signal('SIGKILL');
    await gone;
  }

  async remove(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get logFile(): string {
    return join(this.folder, 'log');
  }

  /** Its data as it sees them. */
  private get data(): string {
    const { root } = this.programs;
    const folder = join(this.folder, 'data');
    return root === '/' ? folder : folder.replace(root, '');
  }

  private configure(settings: Record<string, string | number>): void {
    const lines = Object.entries(settings).map(([name, value]) => `${name} = '${value}'\n`);
    appendFileSync(join(this.folder, 'data/postgresql.conf'), lines.join(''));
  }

  private async run(program: string, args: string[]): Promise<void> {
    const { command, args: all, user } = this.line(program, args);
    await promisify(execFile)(command, all, { ...user, env: ENVIRONMENT });
  }

  /** The command that runs the program, in its tree and as its user. */
  private line(program: string, args: string[]) {
    const { bin, root, uid, gid } = this.programs;
    const path = join(bin, program);
    if (root === '/') return { command: path, args, user: { uid, gid, cwd: '/' } };
    return { command: 'chroot', args: [`--userspec=${uid}:${gid}`, root, path, ...args], user: { cwd: '/' } };
  }

  /** To the first process, so that it begins no others, and to those that it has begun. */
  private signal(signal: NodeJS.Signals): void {
    const pid = this.child?.pid;
    if (pid === undefined) return;
    process.kill(pid, signal);
    for (const begun of childrenOf(pid)) {
      try {
        process.kill(begun, signal);
      } catch (error) {
        // It has ended by itself.
        if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
      }
    }
  }
}

/** Linux tells of each process who began it. */
function childrenOf(pid: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        return Number(/^\d+ \(.*\) \S (\d+)/.exec(readFileSync(`/proc/${name}/stat`, 'utf8'))?.[1]) === pid;
      } catch {
        return false;
      }
    })
    .map(Number);
}

const ENVIRONMENT = { PATH: process.env['PATH'] ?? '/usr/sbin:/usr/bin:/sbin:/bin', LC_ALL: 'C.UTF-8', HOME: '/tmp' };
