import { afterEach, beforeAll, afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cutOff, type CutOff } from '../../../test/support/cut-off.js';
import { SERVER } from '../../../test/support/on-a-server.js';
import { describeThroughPooler, startPooler, type Pooler } from '../../../test/support/pooler.js';
import { newProject } from '../../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Database } from '../database.js';
import { currentReach, withinProjects } from '../wall/reach.js';
import { fromPrimary, fromReplica } from './reading.js';
import { Replica, type Answerer } from './replica.js';

const READ_ONLY = `SELECT current_setting('transaction_read_only') = 'on' AS read_only`;
/** Level with a primary whose log reaches 500 bytes. */
const LEVEL = { follows: true, replayed: 500n, behindMs: 0 };

// The same database stands for its standby: what differs is who answers, and in which kind of transaction.
describe('a database with a standby', () => {
  let db: TestDatabase;
  let between: CutOff;
  let replica: Replica;
  let database: Database;

  beforeAll(async () => {
    db = await openTestDatabase({ poolMax: 1 });
    between = await cutOff(db.url);
  });
  beforeEach(() => {
    between.restore();
    replica = new Replica({ url: between.url, connections: 2, maxLagMs: 5000 });
    replica.seen(LEVEL);
    database = new Database(db.dataSource, replica);
  });
  afterEach(() => replica.close());
  afterAll(async () => {
    await between.close();
    await db.close();
  });

  /** Whether the standby answers. */
  const there = async (): Promise<boolean | undefined> =>
    (await database.query<{ read_only: boolean }>(READ_ONLY))[0]?.read_only;
  const counted = (): Partial<Record<Answerer, number>> =>
    Object.fromEntries([...replica.reads].filter(([, count]) => count > 0));

  it('asks it what work that reads asks, and nothing else', async () => {
    expect(await there()).toBe(false);
    expect(await fromReplica(null, there)).toBe(true);
    expect(await fromReplica(null, () => fromPrimary(there))).toBe(false);
    const [one] = await fromReplica(null, () => database.run<{ read_only: boolean }>(READ_ONLY)).then(
      ({ rows }) => rows,
    );
    expect(one).toEqual({ read_only: false });
    expect(counted()).toEqual({ replica: 1 });
  });

  it('holds several statements together, in a transaction that can’t write wherever it is', async () => {
    const both = () =>
      database.reading(async (tx) => [
        ...(await tx.query<{ read_only: boolean }>(READ_ONLY)),
        ...(await tx.query<{ n: number }>('SELECT $1::int AS n', [7])),
      ]);
    expect(await fromReplica(null, both)).toEqual([{ read_only: true }, { n: 7 }]);
    expect(await both()).toEqual([{ read_only: true }, { n: 7 }]);
    expect(counted()).toEqual({ replica: 1 });
    await expect(
      database.reading((tx) => tx.query(`INSERT INTO account_scopes (key, name) VALUES ('a', 'a')`)),
    ).rejects.toThrow('read-only transaction');
  });

  it.each<[Answerer, Parameters<Replica['seen']>[0], bigint | null]>([
    ['own_change', LEVEL, 501n],
    ['lag', { ...LEVEL, behindMs: 5001 }, null],
    ['unknown_lag', { ...LEVEL, behindMs: null }, null],
    ['not_a_standby', { ...LEVEL, follows: false }, null],
    ['away', null, null],
  ])('asks the primary because of %s, for the rest of the work too', async (why, look, after) => {
    replica.seen(look);
    const answers = await fromReplica(after, async () => {
      const first = await there();
      replica.seen({ ...LEVEL, replayed: 900n });
      return [first, await there()];
    });
    expect(answers).toEqual([false, false]);
    expect(counted()).toEqual({ [why]: 1 });
    expect(await fromReplica(after, there)).toBe(true);
  });

  it('has the primary do what it refuses, from the beginning', async () => {
    const begun: boolean[] = [];
    const work = () =>
      database.reading(async (tx) => {
        const [row] = await tx.query<{ read_only: boolean }>(READ_ONLY);
        begun.push(row!.read_only);
        return tx.query(begun.length === 1 ? 'SELECT 1 / 0' : 'SELECT 1 AS one');
      });
    expect(await fromReplica(null, work)).toEqual([{ one: 1 }]);
    expect(begun).toHaveLength(2);
    await fromReplica(null, () =>
      database.query(`INSERT INTO account_scopes (key, name) VALUES ('written', 'written') ON CONFLICT DO NOTHING`),
    );
    expect(await database.query(`SELECT name FROM account_scopes WHERE key = 'written'`)).toEqual([
      { name: 'written' },
    ]);
    expect(counted()).toEqual({ refused: 2 });
  });

  it('tells what is wrong with a statement in the primary’s words, and what is wrong with the work at once', async () => {
    await expect(fromReplica(null, () => database.query('SELECT nothing_of_the_kind'))).rejects.toThrow(
      'nothing_of_the_kind',
    );
    let begun = 0;
    const broken = () =>
      database.reading(() => {
        begun++;
        return Promise.reject(new TypeError('a fault of ours'));
      });
    await expect(fromReplica(null, broken)).rejects.toThrow('a fault of ours');
    expect(begun).toBe(1);
    expect(await fromReplica(null, there)).toBe(true);
  });

  it('asks it nothing more once it is lost, until a look goes well', async () => {
    expect(await fromReplica(null, there)).toBe(true);
    between.cut('refuse');
    expect(await fromReplica(null, there)).toBe(false);
    expect(await fromReplica(null, there)).toBe(false);
    expect(counted()).toEqual({ replica: 1, lost: 1, away: 1 });
    between.restore();
    replica.seen(LEVEL);
    expect(await fromReplica(null, there)).toBe(true);
  });

  // The embedded database has one session, which the transaction that hangs would keep.
  (SERVER === '' ? it.skip : it)('has the primary do what waits for it when a look finds that it hangs', async () => {
    const hangs = Promise.withResolvers<void>();
    let begun = 0;
    const waiting = fromReplica(null, () =>
      database.reading(async (tx) => {
        await tx.query(READ_ONLY);
        if (++begun === 1) between.cut('hang');
        hangs.resolve();
        return tx.query('SELECT 1 AS one');
      }),
    );
    await hangs.promise;
    replica.seen(null);
    expect(await waiting).toEqual([{ one: 1 }]);
    expect([begun, counted()]).toEqual([2, { lost: 1 }]);
  });

  it('sees within a reach what lies in it', async () => {
    const [mine, theirs] = [await newProject(db), await newProject(db)];
    const seen = () =>
      withinProjects([mine], async () => {
        expect(currentReach()).not.toBeNull();
        return database.query<{ id: string }>('SELECT id FROM projects WHERE id = ANY ($1::uuid[])', [[mine, theirs]]);
      });
    expect(await fromReplica(null, seen)).toEqual([{ id: mine }]);
    expect(counted()).toEqual({ replica: 1 });
  });
});

describeThroughPooler('a standby behind a pooler', () => {
  let db: TestDatabase;
  let pooler: Pooler;
  let replica: Replica;
  beforeAll(async () => {
    db = await openTestDatabase({ poolMax: 1 });
    pooler = await startPooler({ size: 1 });
    replica = new Replica({ url: pooler.through(db.url), connections: 2, maxLagMs: 5000 });
    replica.seen(LEVEL);
  });
  afterAll(async () => {
    await replica.close();
    await pooler.stop();
    await db.close();
  });

  it('answers in transactions that can’t write and have the server’s settings', async () => {
    const database = new Database(db.dataSource, replica);
    const settings = `SELECT current_setting('transaction_read_only') AS read_only,
      current_setting('transaction_isolation') AS isolation, current_setting('statement_timeout') AS deadline`;
    const mine = await newProject(db);
    const seen = await fromReplica(null, () => withinProjects([mine], () => database.query(settings)));
    expect(seen).toEqual([{ read_only: 'on', isolation: 'read committed', deadline: '30s' }]);
    expect(replica.reads.get('replica')).toBe(1);
  });
});

describe('waiting for a standby', () => {
  let replica: Replica;
  beforeEach(() => {
    replica = new Replica({ url: 'postgres://kag@127.0.0.1:1/none', connections: 1, maxLagMs: 600_000 });
  });
  afterEach(() => replica.close());

  const ended = async (waiting: Promise<void>): Promise<boolean> => {
    const none = Symbol('waits');
    return (await Promise.race([waiting, new Promise((later) => setImmediate(later, none))])) !== none;
  };

  it.each<[string, Parameters<Replica['seen']>[0]]>([
    ['it has replayed so far', { ...LEVEL, replayed: 501n }],
    ['it answers no reads', { ...LEVEL, behindMs: 700_000 }],
    ['it is away', null],
  ])('ends when %s', async (_what, look) => {
    replica.seen(LEVEL);
    const waiting = replica.reached(501n);
    expect(await ended(waiting)).toBe(false);
    replica.seen({ ...LEVEL, replayed: 500n });
    expect(await ended(waiting)).toBe(false);
    replica.seen(look);
    await waiting;
  });

  it('ends at once where it has been there already', async () => {
    replica.seen(LEVEL);
    expect(await ended(replica.reached(500n))).toBe(true);
  });
});
