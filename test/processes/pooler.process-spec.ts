import { afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { describeThroughPooler, startPooler, type Pooler } from '../support/pooler.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { wholeLoop, type Loop } from '../support/whole-loop.js';

describeThroughPooler('one API and two workers', () => {
  let plain: Loop;
  let db: TestDatabase;
  let pooler: Pooler | null = null;

  beforeAll(async () => {
    const without = await openTestDatabase({ poolMax: 1 });
    plain = await wholeLoop({ db: without, url: without.url, poolMax: 5 });
    await without.close();
  });
  beforeEach(async () => {
    db = await openTestDatabase({ poolMax: 1 });
  });
  afterEach(async () => {
    await pooler?.stop();
    await db.close();
  });

  it('do everything without a pooler', () => {
    expect(plain).toMatchObject({ ...WELL, indexes: 4 });
    for (const mode of ['hybrid', 'vector', 'lexical']) expect(plain.found[mode]?.length).toBeGreaterThan(0);
    expect(Math.max(...plain.connections)).toBeLessThanOrEqual(5);
  });

  it('do the same through one that restarts in the middle, with a way past it', async () => {
    pooler = await startPooler({ size: 8 });
    const { restart } = pooler;
    const loop = await wholeLoop({
      db,
      url: pooler.through(db.url),
      direct: db.url,
      poolMax: 5,
      disturb: restart,
    });
    expect(loop).toMatchObject({ ...WELL, ...theSameAs(plain) });
    expect(Math.max(...loop.connections)).toBeLessThanOrEqual(5);
  });

  it('do the same through one of two sessions for all of them, with no way past it', async () => {
    pooler = await startPooler({ size: 2 });
    const loop = await wholeLoop({ db, url: pooler.through(db.url), poolMax: 3 });
    expect(loop).toMatchObject({ ...WELL, ...theSameAs(plain) });
    expect(Math.max(...loop.connections)).toBeLessThanOrEqual(3);
  });
});

const WELL = {
  differences: [],
  workers: 2,
  overlapping: 0,
  repeated: 0,
  heard: 4,
};

const theSameAs = ({ found, rows, events, indexes }: Loop) => ({ found, rows, events, indexes });
