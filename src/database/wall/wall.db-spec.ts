import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bringToHead } from '../../bring-to-head.js';
import { insertInto, letRowsBeAnything, tenantTables } from '../../../test/support/foreign-rows.js';
import { describeOnServer, SERVER } from '../../../test/support/on-a-server.js';
import { makeDatabase, type OwnDatabase } from '../../../test/support/other-databases.js';
import { describeThroughPooler, openPooledDatabase } from '../../../test/support/pooler.js';
import { rowsOf, storeChatwoot } from '../../../test/support/stored-project.js';
import { openTestDatabase } from '../../../test/support/test-database.js';
import type { Database } from '../database.js';
import { openDatabase, type OpenDatabase } from '../open-database.js';
import type { Tx } from '../sql.js';
import { Entrance } from './entrance.js';
import { overAllProjects, withinProjects, withinScopes, withinWholeScopes } from './reach.js';
import { wallReport } from './wall-report.js';
import { gapsOf, wallState } from './wall-state.js';

interface Opened {
  database: Database;
  close(): Promise<void>;
}

/** What holds on every database, for every login of the server. */
function holds(open: () => Promise<Opened>): void {
  let db: Opened;
  /** Two projects of one account scope, and one of another. */
  let mine: string, beside: string, theirs: string;
  let scope: string, otherScope: string;

  beforeAll(async () => {
    db = await open();
    [scope = '', otherScope = ''] = await Promise.all([scopeOf(), scopeOf()]);
    mine = await projectIn(scope, '11');
    beside = await projectIn(scope, '12');
    theirs = await projectIn(otherScope, '13');
  });
  afterAll(() => db.close());

  async function scopeOf(): Promise<string> {
    const [row] = await db.database.query<{ id: string }>(
      `INSERT INTO account_scopes (key, name) VALUES ($1, 'A scope') RETURNING id`,
      [randomUUID()],
    );
    return row?.id ?? '';
  }

  async function projectIn(scopeId: string, account: string): Promise<string> {
    const [row] = await db.database.query<{ id: string }>(
      'INSERT INTO projects (account_scope_id, name) VALUES ($1, $2) RETURNING id',
      [scopeId, `Project ${account}`],
    );
    await storeChatwoot(db.database, row?.id ?? '', account);
    return row?.id ?? '';
  }

  const projectsSeen = async () =>
    (await db.database.query<{ id: string }>('SELECT id FROM projects ORDER BY id')).map(({ id }) => id);
  const withRows = async (ids: string[]) => {
    const seen = [];
    for (const id of ids) if (Object.keys(await rowsOf(db.database, id)).length > 0) seen.push(id);
    return seen;
  };

  it('stands whole', async () => {
    const state = await wallState((text, parameters) => db.database.query(text, parameters));
    expect(state && gapsOf(state)).toEqual([]);
    expect(state?.tables.filter(({ condition }) => condition !== null).length).toBeGreaterThan(30);
  });

  it('shows a project’s work its own rows, whatever ids its statements name', async () => {
    await withinProjects([mine], async () => {
      expect(await projectsSeen()).toEqual([mine]);
      expect(await withRows([mine, beside, theirs])).toEqual([mine]);
    });
    expect(await withRows([mine, beside, theirs])).toEqual([mine, beside, theirs]);
  });

  it('shows the work of an account scope all of its projects', async () => {
    await withinScopes([scope], async () => {
      expect(await projectsSeen()).toEqual([mine, beside].sort());
      expect(await withRows([mine, beside, theirs])).toEqual([mine, beside]);
    });
  });

  it('is widened by name only: to the account scopes of the projects, and to all', async () => {
    await withinProjects([mine], async () => {
      await withinWholeScopes(async () => expect(await withRows([mine, beside, theirs])).toEqual([mine, beside]));
      await overAllProjects(async () => expect(await withRows([mine, theirs])).toEqual([mine, theirs]));
      expect(await withRows([mine, beside])).toEqual([mine]);
    });
  });

  it('holds in transactions, and is over with them', async () => {
    await withinProjects([mine], () =>
      db.database.transaction(async (tx) => {
        expect(await tx.query('SELECT FROM rag_chunks WHERE project_id = $1', [theirs])).toEqual([]);
        expect(await tx.query('SELECT FROM rag_chunks')).toHaveLength(1);
      }),
    );
    expect(await db.database.query(`SELECT current_user = session_user AS back`)).toEqual([{ back: true }]);
    expect(await db.database.query('SELECT FROM rag_chunks')).toHaveLength(3);
  });

  it('reaches nothing where there is no project to reach', async () => {
    await withinProjects([], async () => expect(await withRows([mine, beside, theirs])).toEqual([]));
    await withinScopes([], async () => expect(await projectsSeen()).toEqual([]));
  });

  it('shows full-text search the chunks within reach only, by whichever name it reads them', async () => {
    const found = (where: string) =>
      db.database.query(`SELECT project_id FROM ${where} WHERE tsv @@ to_tsquery('invoice') ORDER BY 1`);
    await withinProjects([mine], async () => {
      expect(await found('rag_chunks')).toEqual([{ project_id: mine }]);
      expect(await found('rag_chunks_in_reach')).toEqual([{ project_id: mine }]);
    });
    expect(await found('rag_chunks_in_reach')).toHaveLength(3);
  });

  it('lets full-text search use its indexes within a reach', async () => {
    const over = new Error('over');
    const enter = (await entering([mine])) ?? '';
    let plan: unknown[] = [];
    await db.database
      .transaction(async (tx) => {
        await tx.run(
          `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at)
           SELECT $1, 'message', 'w' || n, 0, 'word' || n, n, rag_tsv('word' || n), now() FROM generate_series(1, 3000) AS n`,
          [mine],
        );
        await tx.run('ANALYZE rag_chunks');
        await tx.query(enter);
        plan = await tx.query(
          `EXPLAIN (COSTS off) SELECT FROM rag_chunks_in_reach
           WHERE project_id = $1 AND deleted_at IS NULL AND tsv @@ to_tsquery('simple', 'word77')`,
          [mine],
        );
        throw over;
      })
      .catch((error: unknown) => {
        if (error !== over) throw error;
      });
    expect(JSON.stringify(plan)).toMatch(/Index Cond: [^"]*project_id[^"]*@@/);
  });

  it('keeps every table’s rows of another project from being read, changed, removed and written', async () => {
    const over = new Error('over');
    // Asked before: the embedded database has one session.
    const enter = (await entering([mine])) ?? '';
    const seen: Record<string, unknown> = {};
    await db.database
      .transaction(async (tx) => {
        const tables = await tenantTables(tx);
        await letRowsBeAnything(tx);
        for (const table of tables)
          for (const id of [mine, theirs]) {
            await tx.run(`DELETE FROM ${table.name} WHERE project_id = $1`, [id]);
            await tx.run(insertInto(table, id));
          }
        await tx.query(enter);
        for (const table of tables) seen[table.name] = await triedOn(tx, table.name, insertInto(table, theirs));
        throw over;
      })
      .catch((error: unknown) => {
        if (error !== over) throw error;
      });
    expect(Object.keys(seen).length).toBeGreaterThan(30);
    expect(seen).toEqual(Object.fromEntries(Object.keys(seen).map((name) => [name, KEPT])));
  });

  const KEPT = { rows: 1, theirs: 0, changed: 0, removed: 0, written: '42501', given: '42501' };

  const entering = (projects: string[]) =>
    new Entrance((text) => db.database.run(text)).into({ projects, scopes: [], beside: false });

  async function triedOn(tx: Tx, table: string, insert: string): Promise<object> {
    const theirRows = await tx.query(`SELECT FROM ${table} WHERE project_id = $1`, [theirs]);
    const update = `UPDATE ${table} SET project_id = $1 WHERE project_id = $2`;
    return {
      rows: (await tx.query(`SELECT FROM ${table}`)).length,
      theirs: theirRows.length,
      changed: (await tx.run(update, [mine, theirs])).affected,
      removed: (await tx.run(`DELETE FROM ${table} WHERE project_id = $1`, [theirs])).affected,
      written: await refusal(tx, insert),
      given: await refusal(tx, update, [theirs, mine]),
    };
  }

  async function refusal(tx: Tx, statement: string, parameters: string[] = []): Promise<unknown> {
    await tx.query('SAVEPOINT before_it');
    const code = await tx.run(statement, parameters).then(
      () => 'done',
      (error: unknown) => (error as { code?: unknown }).code,
    );
    await tx.query('ROLLBACK TO before_it');
    return code;
  }
}

describe('the wall between projects', () => holds(openTestDatabase));

describeThroughPooler('the wall between projects, through a pooler', () => holds(openPooledDatabase));

describeOnServer('the wall between projects, for a login that owns the tables and may make roles', () => {
  let own: OwnDatabase;
  holds(async () => {
    own = await makeDatabase(SERVER);
    const login = await own.role('CREATEROLE');
    await own.asSuperuser(
      `CREATE EXTENSION vector; CREATE EXTENSION btree_gin; GRANT ALL ON SCHEMA public TO ${login.name};
       CREATE SCHEMA pgboss AUTHORIZATION ${login.name}`,
    );
    expect(await bringToHead(login.url)).toContain('the wall between projects');
    expect(await bringToHead(login.url)).toEqual([]);
    const opened: OpenDatabase = await openDatabase(login.url);
    return {
      database: opened.database,
      async close() {
        await opened.close();
        await own.drop();
      },
    };
  });
});

describeOnServer('a login that may make no roles', () => {
  let own: OwnDatabase;
  beforeAll(async () => {
    own = await makeDatabase(SERVER);
  });
  afterAll(() => own.drop());

  it('works without the wall, is told what raises it, and has it then', async () => {
    const login = await own.role();
    await own.asSuperuser(
      `CREATE EXTENSION vector; CREATE EXTENSION btree_gin; GRANT ALL ON SCHEMA public TO ${login.name};
       CREATE SCHEMA pgboss AUTHORIZATION ${login.name}`,
    );
    expect(await bringToHead(login.url)).not.toContain('the wall between projects');
    const report = (await wallReport(login.url)) ?? '';
    expect(report).toContain(`there is no role ${login.name}_reach`);
    const open = await openDatabase(login.url);
    const seen = await withinProjects([randomUUID()], () => open.database.query('SELECT current_user::text AS me'));
    await open.close();
    expect(seen).toEqual([{ me: login.name }]);

    await own.asSuperuser(/runs: (CREATE.*); then/.exec(report)?.[1] ?? '');
    expect(await bringToHead(login.url)).toEqual(['the wall between projects']);
    expect(await wallReport(login.url)).toBeNull();
  });

  it('is told what a login lacks that only serves', async () => {
    const serves = await own.role();
    await own.asSuperuser(`GRANT pg_read_all_data, pg_write_all_data TO ${serves.name}`);
    const report = (await wallReport(serves.url)) ?? '';
    expect(report).toContain(`${serves.name} may not become`);
    await own.asSuperuser(/runs: (GRANT.*)\. Then/.exec(report)?.[1] ?? '');
    expect(await wallReport(serves.url)).toBeNull();
  });

  it('has it raised again under a table that lost it', async () => {
    await own.asSuperuser('ALTER TABLE rag_chunks DISABLE ROW LEVEL SECURITY');
    expect(await wallReport(own.url)).toContain('public.rag_chunks has no wall. The owner of the tables runs');
    expect(await bringToHead(own.url)).toEqual(['the wall between projects']);
    expect(await wallReport(own.url)).toBeNull();
  });
});
