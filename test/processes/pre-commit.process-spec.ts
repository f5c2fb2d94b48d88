import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

const PROJECT = join(import.meta.dirname, '../..');
const hasGit = spawnSync('git', ['--version']).status === 0;

(hasGit ? describe : describe.skip)('the hook before a commit', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'kag-hook-'));
    git('init', '--quiet');
    git('config', 'core.hooksPath', join(PROJECT, '.githooks'));
    symlinkSync(join(PROJECT, 'node_modules'), join(folder, 'node_modules'));
    write('.prettierrc.json', readFileSync(join(PROJECT, '.prettierrc.json'), 'utf8'));
    write('.gitignore', 'node_modules\n');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** Of this folder alone: the tests may run where git has settings, or from a hook. */
  const options = () => ({
    cwd: folder,
    encoding: 'utf8' as const,
    env: { PATH: process.env['PATH'] ?? '', HOME: folder, GIT_CONFIG_NOSYSTEM: '1' },
  });
  const git = (...args: string[]): string => execFileSync('git', args, options());
  const write = (path: string, text: string): void => writeFileSync(join(folder, path), text);
  const committed = (path: string): string => git('show', `HEAD:${path}`);
  function commit(): { code: number | null; errors: string } {
    const who = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    const { status, stderr } = spawnSync('git', [...who, 'commit', '--quiet', '-m', 'x'], options());
    return { code: status, errors: stderr };
  }

  it('formats what is committed, in every language that prettier knows', () => {
    mkdirSync(join(folder, 'два слова'));
    write('два слова/a.ts', 'const a = "b"');
    write('notes.md', '* one\n* two\n');
    write('binary.bin', 'as  it is');
    git('add', '.');
    expect(commit()).toMatchObject({ code: 0 });
    expect(committed('два слова/a.ts')).toBe("const a = 'b';\n");
    expect(committed('notes.md')).toBe('- one\n- two\n');
    expect(committed('binary.bin')).toBe('as  it is');
    expect(git('status', '--short')).toBe('');
  });

  it('leaves alone what is not staged, and refuses a part that is not formatted', () => {
    write('a.ts', "const a = 'b';\n");
    git('add', '.');
    write('a.ts', "const a = 'b';\nlet   c");
    write('other.ts', 'let   d');
    expect(commit()).toMatchObject({ code: 0 });
    expect(committed('a.ts')).toBe("const a = 'b';\n");
    expect(readFileSync(join(folder, 'a.ts'), 'utf8')).toBe("const a = 'b';\nlet   c");

    git('add', 'a.ts');
    write('a.ts', 'changed again');
    const { code, errors } = commit();
    expect([code, errors]).toEqual([1, expect.stringContaining('what is staged of a.ts is not formatted')]);
    expect(readFileSync(join(folder, 'other.ts'), 'utf8')).toBe('let   d');
  });

  it('removes files, and commits what prettier does not know in part', () => {
    write('a.ts', "const a = 'b';\n");
    write('list.unknown', 'one\n');
    git('add', '.');
    commit();
    git('rm', '--quiet', 'a.ts');
    write('list.unknown', 'one\n   two\n');
    git('add', 'list.unknown');
    write('list.unknown', 'three\n');
    expect(commit()).toMatchObject({ code: 0 });
    expect(git('ls-files')).not.toContain('a.ts');
    expect(committed('list.unknown')).toBe('one\n   two\n');
  });
});
