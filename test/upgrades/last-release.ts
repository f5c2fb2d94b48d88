import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const ROOT = join(import.meta.dirname, '../..');
const LOADER = pathToFileURL(join(ROOT, 'test/runner/typescript.js')).href;

/** The release before this state of the code, or why it can't be told. */
export type LastRelease = { commit: string } | { unknown: string };

/**
 * The newest tag of a version that this state descends from; without one, the commit that kept the released document
 * last (`npm run api:release`).
 */
export function lastRelease(): LastRelease {
  try {
    if (git('rev-parse', '--is-shallow-repository') === 'true')
      return { unknown: 'this clone has no history: git fetch --unshallow brings it' };
    const tags = git('tag', '--merged', 'HEAD^', '--list', 'v*', '--sort=-version:refname');
    const [tag] = tags.split('\n').filter((line) => line !== '');
    const commit = git('log', '-1', '--format=%H', tag ?? 'HEAD', ...(tag ? [] : ['--', 'client/released.json']));
    return commit === '' ? { unknown: 'git knows no release' } : { commit };
  } catch {
    return { unknown: 'git does not know this folder' };
  }
}

/**
 * What Node runs to have that release's server: its own sources, compiled as tests compile ours, with the packages of
 * today. They are unpacked once, beside other temporary files: Node compiles none that lie below node_modules.
 */
export function serverOf(commit: string): string[] {
  const place = createHash('sha256').update(ROOT).digest('hex').slice(0, 8);
  const folder = join(tmpdir(), `kag-release-${place}-${commit}`);
  if (!existsSync(folder)) {
    const part = `${folder}.${process.pid}`;
    mkdirSync(part, { recursive: true });
    const archive = execFileSync('git', ['archive', commit], { cwd: ROOT, maxBuffer: 512 << 20 });
    execFileSync('tar', ['-x', '-C', part], { input: archive });
    symlinkSync(join(ROOT, 'node_modules'), join(part, 'node_modules'));
    renameSync(part, folder);
    rmSync(part, { recursive: true, force: true });
  }
  return ['--enable-source-maps', '--import', LOADER, join(folder, 'src/main.ts')];
}

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
}
