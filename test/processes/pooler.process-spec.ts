import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { bareEnvironment } from '../../demo/bare-environment.js';
import { HANG_LIMIT_MS } from '../support/hang-limit.js';
import { SERVER } from '../support/on-a-server.js';
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
    // Two that make the schema leave a third no session to wait in. This test is not about how long it waits.
    const loop = await wholeLoop({ db, url: pooler.through(db.url), poolMax: 3, inTurn: true });
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

describeThroughPooler('a program', () => {
  let db: TestDatabase;
  let pooler: Pooler;
  beforeAll(async () => {
    db = await openTestDatabase({ poolMax: 1 });
    pooler = await startPooler();
  });
  afterAll(async () => {
    await pooler.stop();
    await db.close();
  });

  it('migrates past the pooler: the way through it may refuse what that takes', async () => {
    // One session is not enough for the lock and the work.
    const narrow = await startPooler({ size: 1, lines: ['query_wait_timeout = 3'] });
    const done = await run('migrate-cli.js', { DATABASE_URL: narrow.through(db.url), DATABASE_DIRECT_URL: db.url });
    await narrow.stop();
    expect([done.code, done.text]).toEqual([0, expect.stringContaining('the schema is at head')]);
  });

  it('does not start where what is called direct leads to a pooler, or to another database', async () => {
    const through = pooler.through(db.url);
    const pooled = await run('main.js', { DATABASE_URL: through, DATABASE_DIRECT_URL: through });
    expect([pooled.code, pooled.text]).toEqual([1, expect.stringContaining('DATABASE_DIRECT_URL leads to a pooler')]);
    const other = await run('main.js', { DATABASE_URL: through, DATABASE_DIRECT_URL: SERVER });
    expect([other.code, other.text]).toEqual([1, expect.stringContaining('leads to another database')]);
  });
});

/** Runs a built program until it ends by itself. */
const run = (program: string, env: Record<string, string>) =>
  new Promise<{ code: number; text: string }>((resolve) => {
    execFile(
      process.execPath,
      [join(import.meta.dirname, '../../dist/src', program)],
      { env: { ...bareEnvironment(), ...env }, timeout: HANG_LIMIT_MS },
      (error, stdout, stderr) => resolve({ code: error ? Number(error.code) : 0, text: stdout + stderr }),
    );
  });
