import { describe, expect, it } from '@jest/globals';
import { syncedApp } from '../support/synced-app.js';

const app = syncedApp(['attio'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const sync = async () => (await app.admin.post('/connectors/attio/sync').set('prefer', 'wait=55')).body.result;
const live = async (table: string, columns: string, where = 'true') =>
  app.server.db.database.query<Record<string, unknown>>(
    `SELECT ${columns} FROM ${table} WHERE project_id = $1 AND deleted_at IS NULL AND ${where} ORDER BY 1`,
    [app.projectId],
  );
const byId = <T extends { id: string }>(rows: T[]): T[] => rows.sort((a, b) => (a.id < b.id ? -1 : 1));

/** The project's rows against the world. */
async function compare(): Promise<void> {
  const { companies, people, deals, notes, tasks, meetings } = app.sandbox.attio.snapshot();
  const ids = (rows: { id: string }[]) => byId(rows.map(({ id }) => ({ id })));
  expect(
    await live(
      'attio_opportunities_raw',
      'record_id AS id, name, stage_title AS stage, amount AS value, planned_budget AS budget, cost',
    ),
  ).toEqual(byId(deals.map(({ id, name, stage, value, budget, cost }) => ({ id, name, stage, value, budget, cost }))));
  expect(await live('attio_people_raw', 'record_id AS id, emails')).toEqual(
    byId(people.map(({ id, emails }) => ({ id, emails }))),
  );
  expect(await live('attio_accounts_raw', 'record_id AS id')).toEqual(ids(companies));
  expect(await live('attio_activities_raw', 'activity_id AS id, content', `kind = 'note'`)).toEqual(
    byId(notes.map(({ id, content }) => ({ id, content }))),
  );
  expect(await live('attio_activities_raw', 'activity_id AS id', `kind <> 'note'`)).toEqual(
    ids([...tasks, ...meetings]),
  );
}

describe('an Attio sync', () => {
  it('brings the workspace over, finds nothing new, and follows what changes', async () => {
    const first = await sync();
    expect(first).toMatchObject({ connector: 'attio', mode: 'full', status: 'ok', errors: 0, deleted: 0 });
    await compare();
    const { deals, notes } = app.sandbox.attio.snapshot();
    expect((await app.admin.get('/jobs/status')).body.entities).toMatchObject({ deals: deals.length });

    const second = await sync();
    expect(second).toMatchObject({ mode: 'incremental', upserted: 0, unchanged: 0, deleted: 0, events: 0, chunks: 0 });
    expect(second.requests).toBeLessThanOrEqual(9 + Math.ceil(notes.length / 47));

    app.sandbox.attio.churn({
      deals: 5,
      stageMoves: 9,
      valueChanges: 9,
      notes: 5,
      noteEdits: 4,
      deletions: 8,
      merges: 3,
      seed: 4,
    });
    const third = await sync();
    expect(third.deleted).toBeGreaterThan(0);
    await compare();
    expect(await sync()).toMatchObject({ upserted: 0, deleted: 0, events: 0, chunks: 0 });
    const moves = (await app.admin.get('/kag/events?type=deal_stage_changed&source=attio&limit=100')).body.events;
    expect(moves.length).toBeGreaterThan(0);
    expect(moves).toContainEqual(
      expect.objectContaining({
        actor: 'team',
        payload_json: expect.objectContaining({ from: expect.any(String), to: expect.any(String) }),
      }),
    );
  });

  it('makes notes searchable, with a link to their record', async () => {
    await sync();
    await app.admin.post('/jobs/embeddings/run').set('prefer', 'wait=55');
    const { body } = await app.admin.post('/search', {
      query: 'cheaper offer',
      topK: 5,
      filter: { source_kind: 'note' },
    });
    expect(body.results.length).toBeGreaterThan(0);
    expect(body.results[0].source_url).toMatch(/^https:\/\/app\.attio\.com\/.*\/record\//);
  });

  it('queues a record that cannot be read, and heals it by itself', async () => {
    app.sandbox.faults.add({ match: 'deals/records/query', kind: 'bad_shape', times: 1 });
    expect(await sync()).toMatchObject({ status: 'partial', errors: 1 });
    const { errors } = (await app.admin.get('/connectors/errors')).body;
    expect(errors).toMatchObject([{ connector: 'attio', operation: 'record', error_kind: 'bad_payload' }]);
    expect(errors[0].source_ref).toMatch(/^deals:/);
    await app.server.db.database.run('UPDATE connector_errors SET next_retry_at = now()');
    expect(await sync()).toMatchObject({ status: 'ok', errors: 0 });
    await compare();
  });

  it('keeps a project to its company', async () => {
    const deal = app.sandbox.attio.snapshot().deals.find((each) => each.company_id !== null);
    const bound = await app.admin.put(`/projects/${app.projectId}/sources/attio`, {
      external_id: null,
      filter: { company_ids: [deal?.company_id] },
    });
    expect(bound.status).toBe(200);
    await sync();
    expect(await live('attio_accounts_raw', 'record_id')).toEqual([{ record_id: deal?.company_id }]);
    const deals = await live('attio_opportunities_raw', 'record_id, company_record_id');
    expect(new Set(deals.map((row) => row['company_record_id']))).toEqual(new Set([deal?.company_id]));
  });

  it('is compared and healed by the daily reconciliation', async () => {
    await sync();
    await app.server.db.database.run(
      `DELETE FROM attio_opportunities_raw WHERE project_id = $1 AND record_id IN
         (SELECT record_id FROM attio_opportunities_raw WHERE project_id = $1 LIMIT 2)`,
      [app.projectId],
    );
    const { result } = (await app.admin.post('/connectors/reconciliation/run').set('prefer', 'wait=55')).body;
    expect(result.connectors?.attio ?? result.attio).toMatchObject({
      deals: { missing: 2, healed: 2, extra: 0 },
      notes: { missing: 0 },
    });
    await compare();
  });
});
