import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/**
 * Compiles the server and the pages to dist/, or the pages alone. Does nothing with `TEST_BUILT` set: dist/ is built
 * already.
 */
export function build(script: 'build' | 'build:web'): void {
  if (process.env['TEST_BUILT']) return;
  execFileSync('npm', ['run', '--silent', script], {
    cwd: join(import.meta.dirname, '../..'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}
