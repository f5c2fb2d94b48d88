import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** Compiles the pages' own code to where a server that runs from its sources serves it from. */
export function buildWeb(): void {
  execFileSync('npm', ['run', '--silent', 'build:web'], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
