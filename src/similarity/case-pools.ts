import { Injectable } from '@nestjs/common';
import { CasePool } from './domain/case-pool.js';
import type { WindowDays } from './domain/signature.js';
import { SignaturesRepository } from './signatures.repository.js';

/** Windows that are kept laid out, of all pools together: at 40 pairs a window some 35 MB. */
const MAX_WINDOWS = 100_000;

interface KeptPool {
  mark: string;
  pool: CasePool;
}

/**
 * The windows of account scopes, laid out to be compared. Reading and laying them out is what takes the time: pools
 * stay in memory for as long as the database has the very same windows, which each use asks first.
 */
@Injectable()
export class CasePools {
  protected readonly most: number = MAX_WINDOWS;
  /** By scope and length of the windows, the one used last at the end. */
  private readonly kept = new Map<string, KeptPool>();
  /** Reads run one after the other: a later one finds what an earlier one has read. */
  private reading: Promise<unknown> = Promise.resolve();

  constructor(private readonly signatures: SignaturesRepository) {}

  /** The pools of the scopes that these projects belong to: one statement, or two where windows have changed. */
  async around(projectIds: readonly string[], windowDays: WindowDays): Promise<CasePool[]> {
    const marks = await this.signatures.marksAround(projectIds, windowDays);
    const found = this.find(marks, windowDays);
    if (found.size === marks.size) return [...found.values()];
    const read = this.reading.then(() => this.read(marks, windowDays));
    this.reading = read.catch(() => {});
    return read;
  }

  private async read(marks: ReadonlyMap<string, string>, windowDays: WindowDays): Promise<CasePool[]> {
    const pools = this.find(marks, windowDays);
    const missing = [...marks.keys()].filter((scopeId) => !pools.has(scopeId));
    if (missing.length === 0) return [...pools.values()];
    for (const [scopeId, { mark, windows }] of await this.signatures.windowsOf(missing, windowDays)) {
      const pool = new CasePool(windows);
      pools.set(scopeId, pool);
      this.keep(keyOf(scopeId, windowDays), { mark, pool });
    }
    return [...pools.values()];
  }

  /** Those pools that still are what the database has. */
  private find(marks: ReadonlyMap<string, string>, windowDays: WindowDays): Map<string, CasePool> {
    const found = new Map<string, CasePool>();
    for (const [scopeId, mark] of marks) {
      const key = keyOf(scopeId, windowDays);
      const one = this.kept.get(key);
      if (one?.mark !== mark) continue;
      found.set(scopeId, one.pool);
      this.keep(key, one);
    }
    return found;
  }

  /** Keeps it as the one used last, and forgets those that have not been used for longest where they are too many. */
  private keep(key: string, one: KeptPool): void {
    this.kept.delete(key);
    this.kept.set(key, one);
    let windows = [...this.kept.values()].reduce((sum, { pool }) => sum + pool.size, 0);
    for (const [oldest, { pool }] of this.kept) {
      if (windows <= this.most) return;
      this.kept.delete(oldest);
      windows -= pool.size;
    }
  }
}

const keyOf = (scopeId: string, windowDays: WindowDays): string => `${scopeId} ${windowDays}`;
