import { spawn } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../test/support/until.js';
import { claimFolder } from './embedded-folder.js';

let at: string;
beforeEach(() => {
  at = mkdtempSync(join(tmpdir(), 'kag-folder-'));
});
afterEach(() => {
  chmodSync(at, 0o755);
  rmSync(at, { recursive: true });
});

const isRoot = process.getuid?.() === 0;

describe('claiming a folder', () => {
  it('makes it, keeps others out, and frees it', () => {
    const folder = join(at, 'new/one');
    const claimed = claimFolder(folder);
    expect([claimed.isNew, claimed.data]).toEqual([true, join(folder, 'pg')]);
    expect(readFileSync(join(folder, 'owner.pid'), 'utf8')).toBe(String(process.pid));
    claimed.release();
    expect(existsSync(join(folder, 'owner.pid'))).toBe(false);
  });

  it('throws away a database whose making was cut short, and keeps one that was made', () => {
    const cut = claimFolder(at);
    mkdirSync(cut.data);
    cut.release();
    const second = claimFolder(at);
    expect([second.isNew, existsSync(second.data)]).toEqual([true, false]);
    mkdirSync(second.data);
    second.made();
    second.release();
    const third = claimFolder(at);
    expect([third.isNew, existsSync(third.data)]).toEqual([false, true]);
    third.release();
  });

  const onLinux = existsSync('/proc/self/status') ? it : it.skip;
  onLinux('is not kept out by a process that has ended and was not cleared away', async () => {
    // A shell that becomes a program which clears away no child; the child ends when it is given a line.
    const script = 'exec 3<&0; (read line <&3) & echo $!; exec sleep 600';
    const parent = spawn('sh', ['-c', script], { stdio: ['pipe', 'pipe', 'ignore'] });
    const child = String(await new Promise((told) => parent.stdout.once('data', told))).trim();
    const status = (pid: string | number) => readFileSync(`/proc/${pid}/status`, 'utf8');
    await until('the shell is that program', () => status(parent.pid ?? 0).startsWith('Name:\tsleep'));
    writeFileSync(join(at, 'owner.pid'), child);
    expect(() => claimFolder(at)).toThrow(`in use by process ${child}`);
    parent.stdin.write('\n');
    await until('the child has ended', () => /^State:\s+Z/m.test(status(child)));
    claimFolder(at).release();
    parent.kill();
  });

  it.each(['file', 'file/below'])('tells of a file where a folder should be: %s', (path) => {
    writeFileSync(join(at, 'file'), '');
    expect(() => claimFolder(join(at, path))).toThrow(/it is a file or lies in one.*EMBEDDED_DATA_DIR/);
  });

  // The operating system keeps nothing from root, to whom a file system is read-only where a folder is not.
  it('tells of a folder that can’t be written to', () => {
    chmodSync(at, 0o555);
    const readOnly = isRoot ? '/proc/sys/kernel' : at;
    const told = isRoot ? /can't be used: .*EMBEDDED_DATA_DIR/ : /may not write there.*chmod/;
    expect(() => claimFolder(join(readOnly, 'data'))).toThrow(told);
  });

  it('tells of a database that another user made, and leaves no claim on it', () => {
    const folder = isRoot ? at : '/';
    if (isRoot) {
      mkdirSync(join(at, 'pg'));
      chownSync(join(at, 'pg'), 4321, 4321);
    }
    const told = isRoot
      ? /pg belongs to user 4321, and this process runs as user 0\. Start it as user 4321/
      : /belongs/;
    expect(() => claimFolder(folder)).toThrow(told);
    expect(existsSync(join(folder, 'owner.pid'))).toBe(false);
  });
});
