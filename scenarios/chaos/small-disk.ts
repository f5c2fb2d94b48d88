import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Room for a database that a slow machine fills for longer than a fast one. */
const SIZE = '800m';
const BLOCK = Buffer.alloc(2 ** 20);

/** A disk of its own, in memory, which can be full without any other being so. */
export class SmallDisk {
  private constructor(
    readonly folder: string,
    /** Why there is none on this machine; null: there is one. */
    readonly reason: string | null,
  ) {}

  /** Mounted at the folder, for this user; where that is not allowed the folder is as good as any other. */
  static async mount(folder: string, uid: number, gid: number): Promise<SmallDisk> {
    mkdirSync(folder);
    try {
      const options = `size=${SIZE},mode=0700,uid=${uid},gid=${gid}`;
      await promisify(execFile)('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder]);
      return new SmallDisk(folder, null);
    } catch {
      return new SmallDisk(folder, 'needs the right to mount a small disk');
    }
  }

  /** Leaves no room on it. */
  async fill(): Promise<void> {
    const file = createWriteStream(this.ballast);
    const full = once(file, 'error');
    while (!file.errored) if (!file.write(BLOCK)) await Promise.race([once(file, 'drain'), full]).catch(() => {});
  }

  async empty(): Promise<void> {
    rmSync(this.ballast, { force: true });
  }

  async unmount(): Promise<void> {
    if (this.reason === null) await promisify(execFile)('umount', ['-l', this.folder]);
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}
