import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readConfig } from '../config/index.js';
import { ConnectorRegistry } from '../connectors/core/connector-registry.js';
import { LeavingStatesRepository } from '../connectors/core/leaving-states.repository.js';
import type { Sources } from '../connectors/core/sources.js';
import { vendorsOf } from '../connectors/vendors.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { rowsOf } from '../../test/support/stored-project.js';
import { LeavingRowsRepository } from './leaving-rows.repository.js';
import { SourceClearing } from './source-clearing.js';

let db: TestDatabase;
let clearing: SourceClearing;
let projectId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  clearing = clearingWith(new LeavingStatesRepository(db.database));
});
afterAll(() => db.close());

beforeEach(async () => {
  const [row] = await db.database.query<{ id: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ($1, 'S') RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT id, 'P' FROM scope RETURNING id`,
    [randomUUID()],
  );
  projectId = row!.id;
});

function clearingWith(states: LeavingStatesRepository): SourceClearing {
  const registry = new ConnectorRegistry();
  for (const vendor of vendorsOf(readConfig({}))) registry.register(vendor);
  // What is read from now is in the state; nothing else is asked.
  return new SourceClearing(registry, {} as Sources, states, new LeavingRowsRepository(), db.database);
}

const leaves = (connector: string, leaving: 'all' | 'outside', filter: object = {}) =>
  db.database.run(
    `INSERT INTO connector_sync_state (project_id, connector, source, leaving, leaving_since)
     VALUES ($1, $2, $3::jsonb, $4, now())`,
    [projectId, connector, JSON.stringify({ external_id: 'w', filter, token: 'project' }), leaving],
  );

/** A run of the project that goes on, with its parts as a job is given them. */
async function aRun(signal = new AbortController().signal, progress: (seen: number) => void = () => undefined) {
  const [row] = await db.database.query<{ id: string }>(
    `INSERT INTO job_runs (project_id, job_type, trigger, status) VALUES ($1, $2, 'schedule', 'running') RETURNING id`,
    [projectId, randomUUID()],
  );
  return {
    projectId,
    runId: row!.id,
    signal,
    progress: ({ done }: { done: number }) => progress(done),
  };
}

const keysOf = async (table: string, key: string) =>
  (
    await db.database.query<{ key: string }>(`SELECT ${key} AS key FROM ${table} WHERE project_id = $1 ORDER BY 1`, [
      projectId,
    ])
  ).map((row) => row.key);

describe('data that leaves', () => {
  const events = (count: number) =>
    db.database.run(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, dedupe_key)
       SELECT $1, 'task_completed', now(), 'team', CASE WHEN n % 2 = 0 THEN 'linear' ELSE 'attio' END, n::text
       FROM generate_series(1, $2::int) AS n`,
      [projectId, count],
    );

  it('goes in batches, and what a run that stopped has left goes with the next one', async () => {
    await events(5000);
    await leaves('linear', 'all');
    const stop = new AbortController();
    const first = await aRun(stop.signal, (seen) => seen >= 2000 && stop.abort(new Error('the worker dies')));
    await expect(clearing.clear(first, 'linear')).rejects.toThrow('the worker dies');
    const left = (await rowsOf(db.database, projectId))['kag_event_log'] ?? 0;
    expect([left > 2500, left < 5000]).toEqual([true, true]);

    const second = await aRun();
    expect(await clearing.clear(second, 'linear')).toBeNull();
    await db.database.run(`UPDATE job_runs SET status = 'failed' WHERE id = $1`, [first.runId]);
    expect(await clearing.clear(second, 'linear')).toBe(left - 2500);
    expect((await rowsOf(db.database, projectId))['kag_event_log']).toBe(2500);
  });

  it('stays where the source is changed meanwhile: another run removes what leaves then', async () => {
    await events(3000);
    await leaves('linear', 'all');
    const changing = new (class extends LeavingStatesRepository {
      private holds = 0;
      override async hold(...key: Parameters<LeavingStatesRepository['hold']>) {
        if (++this.holds === 2) await this.turn(key[0], key[1], key[2], null, 'all');
        await super.hold(...key);
      }
    })(db.database);
    await expect(clearingWith(changing).clear(await aRun(), 'linear')).rejects.toThrow('changed again');
  });
});

describe('a narrower source', () => {
  it('of Linear keeps issues of its teams and projects, with what hangs on them', async () => {
    const issue = (id: string, team_id: string, linear_project_id: string | null) =>
      row('linear_issues_raw', { id, team_id, linear_project_id });
    await issue('a', 't1', null);
    await issue('b', 't2', 'p1');
    await issue('c', 't2', 'p2');
    await issue('d', 't2', null);
    await row('linear_comments_raw', { id: 'on-a', issue_id: 'a' });
    await row('linear_comments_raw', { id: 'on-c', issue_id: 'c' });
    await row('linear_relations_raw', { id: 'a-c', issue_id: 'a', related_issue_id: 'c' });
    await row('linear_relations_raw', { id: 'c-d', issue_id: 'c', related_issue_id: 'd' });
    await chunks('issue', ['a', 'c', 'comment:on-a', 'comment:on-c']);
    await events('linear', 'linear_issues_raw', ['a', 'c']);
    await leaves('linear', 'outside', { team_ids: ['t1'], project_ids: ['p1'] });
    await clearing.clear(await aRun(), 'linear');
    expect(await keysOf('linear_issues_raw', 'id')).toEqual(['a', 'b']);
    expect(await keysOf('linear_comments_raw', 'id')).toEqual(['on-a']);
    expect(await keysOf('linear_relations_raw', 'id')).toEqual(['a-c']);
    expect(await keysOf('rag_chunks', 'source_id')).toEqual(['a', 'comment:on-a']);
    expect(await keysOf('kag_event_log', 'dedupe_key')).toEqual(['of a']);
  });

  it('of Attio keeps its companies and deals, their people, and what hangs on any of them', async () => {
    for (const record_id of ['c1', 'c2']) await row('attio_accounts_raw', { record_id });
    const deal = (record_id: string, company_record_id: string, person_record_ids: string[]) =>
      row('attio_opportunities_raw', { record_id, company_record_id, person_record_ids });
    await deal('d1', 'c1', ['p1']);
    await deal('d2', 'c2', ['p2']);
    await deal('d3', 'c2', []);
    for (const record_id of ['p1', 'p2', 'p3'])
      await row('attio_people_raw', { record_id, company_record_id: record_id === 'p3' ? 'c1' : null });
    for (const [activity_id, linked] of [
      ['on-c1', 'c1'],
      ['on-d2', 'd2'],
      ['on-p2', 'p2'],
      ['on-d3', 'd3'],
      ['on-c2', 'c2'],
    ])
      await row('attio_activities_raw', { activity_id, kind: 'note', linked_records: [{ record_id: linked }] });
    await chunks('note', ['on-c1', 'on-c2']);
    await leaves('attio', 'outside', { company_ids: ['c1'], deal_ids: ['d2'] });
    await clearing.clear(await aRun(), 'attio');
    expect(await keysOf('attio_accounts_raw', 'record_id')).toEqual(['c1']);
    expect(await keysOf('attio_opportunities_raw', 'record_id')).toEqual(['d1', 'd2']);
    expect(await keysOf('attio_people_raw', 'record_id')).toEqual(['p1', 'p2', 'p3']);
    expect(await keysOf('attio_activities_raw', 'activity_id')).toEqual(['on-c1', 'on-d2', 'on-p2']);
    expect(await keysOf('rag_chunks', 'source_id')).toEqual(['on-c1']);
  });

  const chunks = (kind: string, ids: string[]) =>
    db.database.run(
      `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at)
       SELECT $1, $2, id, 0, 'Text', 'h', rag_tsv('Text'), now() FROM unnest($3::text[]) AS id`,
      [projectId, kind, ids],
    );
  const events = (source: string, table: string, keys: string[]) =>
    db.database.run(
      `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, dedupe_key, evidence_refs)
       SELECT $1, 'task_completed', now(), 'team', $2, 'of ' || key, jsonb_build_array(jsonb_build_object('source_table', $3::text, 'source_pk', key))
       FROM unnest($4::text[]) AS key`,
      [projectId, source, table, keys],
    );

  const row = async (table: string, more: object) =>
    db.database.run(`INSERT INTO ${table} SELECT * FROM jsonb_populate_record(NULL::${table}, $1::jsonb)`, [
      JSON.stringify({ ...(await blank(table)), ...more }),
    ]);

  /** Something for each column that must hold anything. */
  async function blank(table: string): Promise<Record<string, unknown>> {
    const columns = await db.database.query<{ name: string; type: string }>(
      `SELECT column_name AS name, data_type AS type FROM information_schema.columns
       WHERE table_name = $1 AND is_nullable = 'NO'`,
      [table],
    );
    const values: Record<string, unknown> = {
      text: 'x',
      jsonb: [],
      boolean: false,
      integer: 0,
      'double precision': 0,
      'timestamp with time zone': '2026-02-03T00:00:00Z',
    };
    return { ...Object.fromEntries(columns.map(({ name, type }) => [name, values[type]])), project_id: projectId };
  }
});
