import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import startDatabases from './start-databases.js';

/** Once before the tests that run the built server: builds what they run, and starts their databases. */
export default async function startBuilt(config: { maxWorkers: number }): Promise<void> {
  execFileSync('npm', ['run', '--silent', 'build'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await startDatabases(config);
}
