import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import type { BenchDatabase } from '../servers/database.js';
import { memoryOf } from './memory.js';

/** What a figure depends on besides the code: a name and what it holds. */
export type Fact = readonly [name: string, holds: string];

/** Server settings that move these figures. */
const SETTINGS = [
  'fsync',
  'synchronous_commit',
  'full_page_writes',
  'shared_buffers',
  'work_mem',
  'maintenance_work_mem',
  'effective_cache_size',
  'random_page_cost',
  'max_wal_size',
  'max_parallel_workers_per_gather',
  'jit',
];

export function machineFacts(): Fact[] {
  const cpus = os.cpus();
  return [
    ['cores', `${os.availableParallelism()} of ${cpus.length} × ${cpus[0]?.model.trim() ?? 'unknown'}`],
    ['memory', `${(os.totalmem() / 2 ** 30).toFixed(1)} GiB`],
    ['system', `${os.type()} ${os.release()} ${os.arch()}`],
    ['Node', process.version],
    ['commit', commit()],
    [
      'resident memory',
      memoryOf(process.pid) === null ? 'not available: no /proc/<pid>/status' : '/proc/<pid>/status, VmRSS and VmHWM',
    ],
  ];
}

/** The commit of the code, and whether files differ from it; unknown where there is no Git. */
function commit(): string {
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: import.meta.dirname,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  try {
    const changed = git('status', '--porcelain', '--untracked-files=no') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ', with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** The database has to have pgvector already. */
export async function databaseFacts(database: BenchDatabase): Promise<Fact[]> {
  const [version] = await database.query<{ server: string; pgvector: string | null }>(
    `SELECT current_setting('server_version') AS server,
       (SELECT extversion FROM pg_extension WHERE extname = 'vector') AS pgvector`,
  );
  const settings = await database.query<{ setting: string }>(
    `SELECT format('%s=%s', name, current_setting(name)) AS setting FROM unnest($1::text[]) AS name`,
    [SETTINGS],
  );
  return [
    ['PostgreSQL', `${version?.server ?? 'unknown'}, pgvector ${version?.pgvector ?? 'unknown'}`],
    ['its settings', settings.map(({ setting }) => setting).join(' ')],
  ];
}

/** Other work on the machine makes all figures worse, and their reader should see it. */
export function load(): string {
  try {
    return readFileSync('/proc/loadavg', 'utf8').split(' ').slice(0, 3).join(' ');
  } catch {
    return os
      .loadavg()
      .map((value) => value.toFixed(2))
      .join(' ');
  }
}
