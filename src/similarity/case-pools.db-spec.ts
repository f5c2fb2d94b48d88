import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newScope } from '../../test/support/case-rows.js';
import { plainTop } from '../../test/support/plain-similarity.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { stableHash } from '../common/stable-hash.js';
import { CasePools } from './case-pools.js';
import type { CaseWindow } from './domain/case-pool.js';
import { SignaturesRepository } from './signatures.repository.js';

const CONTEXT = { project_type: 'delivery', budget_band: 'xs', deal_stage: 'discovery' } as const;
const DAYS = 14;

let db: TestDatabase;
let repository: SignaturesRepository;
let ids: string[];
let reads = 0;

beforeAll(async () => {
  db = await openTestDatabase();
  repository = new SignaturesRepository(db.database);
  const { windowsOf } = repository;
  repository.windowsOf = (...of) => {
    reads += 1;
    return windowsOf.apply(repository, of);
  };
});
afterAll(() => db.close());
beforeEach(async () => {
  ids = await newScope(db.database, 'A', 'B', 'C', 'D');
  reads = 0;
});

const window = (project: number, day: number, level: number): CaseWindow => ({
  project_id: ids[project]!,
  window_end: `2026-03-0${day}`,
  vector: Array.from({ length: 14 }, (_, i) => (i === 0 ? level / 10 : 0)),
  pairs: level % 2 === 0 ? ['a>b', 'b>c'] : ['a>b'],
  context: CONTEXT,
});
const save = (...windows: CaseWindow[]) =>
  repository.save(
    windows.map((one) => ({ ...one, window_days: DAYS, snapshots: 1, hash: stableHash([one.vector, one.pairs]) })),
  );
const drop = (project: number, day: number) =>
  db.database.run('DELETE FROM case_signatures WHERE project_id = $1 AND window_end = $2', [
    ids[project],
    `2026-03-0${day}`,
  ]);
/** What brute force makes of the windows that the database has. */
async function expected(projectId: string) {
  const rows = await db.database.query<CaseWindow>(
    `SELECT project_id, window_end::text, vector, pairs, context FROM case_signatures WHERE project_id = ANY ($1) AND window_days = $2`,
    [ids, DAYS],
  );
  return plainTop(rows, projectId, 3);
}
const found = async (pools: CasePools, projectId: string) =>
  (await pools.around([projectId], DAYS)).flatMap((pool) => pool.top(projectId, 3));

describe('CasePools', () => {
  it('reads the windows once for as long as they are the same', async () => {
    await save(window(0, 1, 1), window(1, 1, 2));
    const pools = new CasePools(repository);
    const [first] = await pools.around([ids[0]!], DAYS);
    await save(window(0, 1, 1));
    const [second] = await pools.around([ids[1]!], DAYS);
    expect(second).toBe(first);
    expect(await pools.around([ids[0]!], 7)).toEqual([]);
    expect(reads).toBe(1);
  });

  it('reads them once for all who ask at the same time', async () => {
    await save(window(0, 1, 1), window(1, 1, 2));
    const pools = new CasePools(repository);
    const all = await Promise.all(Array.from({ length: 8 }, () => pools.around([ids[0]!], DAYS)));
    expect(new Set(all.flat()).size).toBe(1);
    expect(reads).toBe(1);
  });

  it('forgets those that have not been used for longest where the windows become too many', async () => {
    class SmallPools extends CasePools {
      protected override readonly most = 3;
    }
    const pools = new SmallPools(repository);
    const scopes = [ids, await newScope(db.database, 'A', 'B'), await newScope(db.database, 'A', 'B')];
    const ask = async (...order: number[]) => {
      reads = 0;
      for (const at of order) await pools.around([scopes[at]![0]!], DAYS);
      return reads;
    };
    for (const [at, scope] of scopes.entries()) {
      ids = scope;
      await save(window(0, 1, at));
      // There is no room for the last scope beside both others.
      if (at === 2) await save(window(1, 1, at));
    }
    expect(await ask(0, 1, 0, 1)).toBe(2);
    // The second was used after the first, so the first has gone.
    expect(await ask(2, 1)).toBe(1);
    expect(await ask(0)).toBe(1);
  });

  it('goes on after a failure', async () => {
    await save(window(0, 1, 1), window(1, 1, 2));
    const pools = new CasePools(repository);
    const { windowsOf } = repository;
    repository.windowsOf = () => Promise.reject(new Error('away'));
    try {
      await expect(pools.around([ids[0]!], DAYS)).rejects.toThrow('away');
    } finally {
      repository.windowsOf = windowsOf;
    }
    expect(await found(pools, ids[0]!)).toHaveLength(1);
  });

  it('notices a window that takes the place of another as old in the same moment', async () => {
    const pools = new CasePools(repository);
    await db.database.transaction(async (tx) => {
      // One transaction, one time: neither the count nor the latest time tells the two states apart.
      const store = (project: number, level: number) =>
        tx.run(
          `INSERT INTO case_signatures (project_id, window_days, window_end, vector, pairs, context, snapshots, hash, computed_at)
           VALUES ($1, 14, '2026-03-01', $2, '{}', $3, 1, $4, '2026-03-01')`,
          [ids[project], window(project, 1, level).vector, JSON.stringify(CONTEXT), String(level)],
        );
      await store(0, 1);
      await store(1, 2);
    });
    expect((await found(pools, ids[0]!)).map((one) => one.window.project_id)).toEqual([ids[1]]);
    await db.database.run(`UPDATE case_signatures SET project_id = $2 WHERE project_id = $1`, [ids[1], ids[2]]);
    expect((await found(pools, ids[0]!)).map((one) => one.window.project_id)).toEqual([ids[2]]);
  });

  it('always finds what brute force finds in the database, whoever wrote there meanwhile', async () => {
    const change = fc.record({
      project: fc.nat(3),
      day: fc.integer({ min: 2, max: 5 }),
      level: fc.nat(9),
      gone: fc.boolean(),
      asker: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        await db.database.run('DELETE FROM case_signatures WHERE project_id = ANY ($1)', [ids]);
        const pools = new CasePools(repository);
        for (const { project, day, level, gone, asker } of changes) {
          await (gone ? drop(project, day) : save(window(project, day, level)));
          expect(await found(pools, ids[asker]!)).toEqual(await expected(ids[asker]!));
        }
      }),
      { numRuns: 30 },
    );
  });
});
