import { describe, expect, it } from '@jest/globals';
import { acting } from '../../support/acting.js';
import { syncedApp } from '../../support/synced-app.js';

const app = syncedApp(['attio'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });
const acts = acting(app);

const notes = () => [...app.sandbox.attio.tables.notes.values()].filter(({ title }) => title === 'Call the client');
/** Notes of this test alone: what earlier ones made stays at the vendor. */
const counting = () => {
  const before = notes().length;
  return () => notes().length - before;
};
const SENDING = /POST .*\/notes/;

describe('notes in Attio', () => {
  it('stand at the deal that the reason rests on', async () => {
    await acts.sync('attio');
    // A deal that is lost is a reason by itself, and the reason rests on it.
    const recommendation_id = await acts.advised();
    const [deal] = await acts.rows<{ id: string; name: string }>(
      `SELECT o.record_id AS id, o.name FROM recommendations_v2 r JOIN attio_opportunities_raw o
         ON o.project_id = r.project_id AND o.record_id = r.evidence_refs -> 0 ->> 'source_pk' WHERE r.project_id = $1`,
    );
    const draft = await acts.preview('attio_note', { recommendation_id });
    expect(draft['targets'][0]).toMatchObject({ id: `deals:${deal!.id}`, label: deal!.name });
    expect(draft['title']).toContain(deal!.name);

    const count = counting();
    const { id } = (await acts.create('attio_note', { target: `deals:${deal!.id}` })).body.action;
    expect((await acts.become(id as string, 'done'))['url']).toMatch(/^https:\/\/app\.attio\.com\/.*\/deals\/record\//);
    expect(count()).toBe(1);
    expect(notes().at(-1)).toMatchObject({ parent_object: 'deals', parent_record_id: deal!.id });
  });

  it('stand at companies too, and are seen once a sync has brought them', async () => {
    await acts.sync('attio');
    const { targets } = await acts.preview('attio_note');
    const ids = (targets as { id: string }[]).map(({ id }) => id);
    const company = ids.find((id) => id.startsWith('companies:')) ?? (await anyCompany());
    const { id } = (await acts.create('attio_note', { target: company })).body.action;
    await acts.become(id as string, 'done');
    expect((await acts.one(id as string))['outcome']).toBeNull();
    await acts.sync('attio');
    expect((await acts.one(id as string))['outcome']).toMatchObject({ gone: false, state: null, answers: null });
    app.sandbox.attio.deleteNote(notes().at(-1)!.id);
  });

  it.each([
    ['the answer is lost', { kind: 'drop', after: true } as const],
    ['the server fails after it was stored', { kind: 'status', status: 500, after: true } as const],
    ['the answer is cut', { kind: 'cut_json' } as const],
  ])('are made once where %s, among more notes than a page holds', async (_what, fault) => {
    await acts.sync('attio');
    const count = counting();
    app.sandbox.faults.add({ ...fault, match: SENDING, times: 1 });
    const { id, target } = (await acts.create('attio_note')).body.action;
    expect(await acts.tried(id as string, 1)).toMatchObject({ status: 'queued', may_cancel: false });
    const record = (target as string).split(':')[1] ?? '';
    for (let i = 0; i < 60; i++) app.sandbox.attio.addNote({ record, title: 'Another', content: 'Another note' });
    await acts.deliver();
    expect(await acts.one(id as string)).toMatchObject({ status: 'done', attempts: 2 });
    expect(count()).toBe(1);
  });

  it.each([
    ['rate_limit', undefined, 'queued', 'rate_limited'],
    ['status', 403, 'failed', 'auth'],
    ['status', 400, 'failed', 'vendor_error'],
    ['drop', undefined, 'queued', 'network'],
  ] as const)('are not made where the vendor answers with %s %s', async (kind, status, becomes, error_kind) => {
    await acts.sync('attio');
    const count = counting();
    app.sandbox.faults.add({ kind, match: SENDING, times: 1, ...(status === undefined ? {} : { status }) });
    const { id } = (await acts.create('attio_note')).body.action;
    expect(await acts.tried(id as string, 1)).toMatchObject({ status: becomes, error_kind });
    expect(count()).toBe(0);
  });

  it('say which right the token lacks', async () => {
    await acts.sync('attio');
    app.sandbox.attio.deniedScopes.add('note:read-write');
    const { id } = (await acts.create('attio_note')).body.action;
    const failed = await acts.become(id as string, 'failed');
    app.sandbox.attio.deniedScopes.clear();
    expect(failed['last_error']).toContain('note:read-write');
  });
});

const anyCompany = async (): Promise<string> => {
  const [row] = await acts.rows<{ id: string }>('SELECT record_id AS id FROM attio_accounts_raw WHERE project_id = $1');
  return `companies:${row?.id}`;
};
