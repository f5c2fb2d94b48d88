import { spawn, spawnSync } from 'node:child_process';
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

  /** A process of its own that claims the folder and holds it until it is killed. */
  const holder = async (...before: string[]) => {
    const source = new URL('./folder-lock.ts', import.meta.url);
    const script = `const { lockFolder } = await import(${JSON.stringify(source.href)});
      console.log(process.pid, lockFolder(process.argv[1]) ? 'has it' : 'is kept out'); setInterval(() => {}, 1000);`;
    const args = [...before, process.execPath, '--input-type=module', '--eval', script, at];
    const child = spawn(args[0] ?? '', args.slice(1), { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
    const ended = new Promise((done) => child.once('exit', done));
    const said = await new Promise<Buffer>((resolve) => child.stdout.once('data', resolve));
    const end = () => {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
      return ended;
    };
    return { said: String(said).trim(), end };
  };

  it('is not kept out by a process that has ended and was not cleared away', async () => {
    const { said, end } = await holder();
    expect(said).toMatch(/^\d+ has it$/);
    writeFileSync(join(at, 'owner.pid'), said.split(' ')[0] ?? '');
    expect(() => claimFolder(at)).toThrow(`in use by process ${said.split(' ')[0]}`);
    await end();
    await until('the kernel has freed it', () => {
      try {
        claimFolder(at).release();
        return true;
      } catch {
        return false;
      }
    });
  });

  it('is not kept out by an unrelated process that has the number of the one that had it', () => {
    writeFileSync(join(at, 'owner.pid'), String(process.ppid));
    claimFolder(at).release();
  });

  it('is kept out by this very process where that has it already', () => {
    const first = claimFolder(at);
    expect(() => claimFolder(at)).toThrow(`in use by process ${process.pid}`);
    first.release();
    claimFolder(at).release();
  });

  // Needs the right to make a PID namespace: root has it, and in most containers no other user.
  const mayUnshare = spawnSync('unshare', ['--pid', '--fork', '--mount-proc', 'true']).status === 0;
  (mayUnshare ? it : it.skip)('is kept out by a process of another container, each of them process 1', async () => {
    const inContainer = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
    const first = await holder(...inContainer);
    const second = await holder(...inContainer);
    expect([first.said, second.said]).toEqual(['1 has it', '1 is kept out']);
    await Promise.all([first.end(), second.end()]);
    const third = await holder(...inContainer);
    expect(third.said).toBe('1 has it');
    await third.end();
  });

  it.each(['file', 'file/below'])('tells of a file where a folder should be: %s', (path) => {
    writeFileSync(join(at, 'file'), '');
    expect(() => claimFolder(join(at, path))).toThrow(/it is a file or lies in one.*EMBEDDED_DATA_DIR/);
  });

  // The operating system keeps nothing from root, to whom a file system is read-only where a folder is not.
  it('tells of a folder that can’t be written to', () => {
    chmodSync(at, 0o555);
    const readOnly = isRoot ? '/proc/sys/kernel' : at;
    const refusal = isRoot ? /can't be used: .*EMBEDDED_DATA_DIR/ : /may not write there.*chmod/;
    expect(() => claimFolder(join(readOnly, 'data'))).toThrow(refusal);
  });

  it('tells of a database that another user made, and leaves no claim on it', () => {
    const folder = isRoot ? at : '/';
    if (isRoot) {
      mkdirSync(join(at, 'pg'));
      chownSync(join(at, 'pg'), 4321, 4321);
    }
    const refusal = isRoot
      ? /pg belongs to user 4321, and this process runs as user 0\. Start it as user 4321/
      : /belongs/;
    expect(() => claimFolder(folder)).toThrow(refusal);
    expect(existsSync(join(folder, 'owner.pid'))).toBe(false);
  });
});
