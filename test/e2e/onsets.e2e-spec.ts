import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { dayOf, startOfDay } from '../../src/common/day.js';
import { DAY_MS } from '../../src/common/time-units.js';
import type { Client } from '../support/client.js';
import { colleague, project, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { letClientWait } from '../support/waiting-client.js';

type Row = Record<string, any>;

let server: TestApp;
let admin: Client;
let projectId: string;

const ago = (days: number) => dayOf(new Date(Date.now() - days * DAY_MS));

beforeAll(async () => {
  // People work all the time, so that days are days.
  const env = { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600', WORKING_DAYS: 'mon-sun', WORKING_HOURS: '00:00-24:00' };
  server = await startTestApp({ env });
  admin = await server.signIn();
});
afterAll(() => server.close());
beforeEach(async () => {
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
});

const refresh = (body: object) => admin.post('/kag/snapshots/refresh', body).set('prefer', 'wait=55');
const onsets = async (query = '') => (await admin.get(`/kag/onsets${query}`)).body as Row;
const keep = (risk: string, began: string) =>
  server.db.database.run(
    `INSERT INTO risk_onsets (project_id, risk_type, began, known, source, severity, evidence_refs)
     VALUES ($1, $2, $3, $3, 'rule', 4, '[]')`,
    [projectId, risk, began],
  );

describe('GET /kag/onsets', () => {
  it('has since when a client has been waited for too long, with the message that waits', async () => {
    await letClientWait(server.db.database, projectId);
    await refresh({ from: ago(20) });
    const answer = await onsets();
    expect(answer).toMatchObject({
      onsets: [{ risk_type: 'client_risk', ended: null, source: 'rule', severity: 5 }],
      next_cursor: null,
      as_of: expect.any(String),
    });
    const [onset] = answer['onsets'] as Row[];
    expect(onset?.['evidence_refs'].length).toBeGreaterThan(0);
    expect(onset?.['known']).toBe(dayOf(new Date(startOfDay(onset?.['began'] as string).getTime() + DAY_MS)));
    expect(onset).not.toHaveProperty('project_id');
    expect(answer).not.toHaveProperty('hint');
  });

  it('says what to do while no day is kept', async () =>
    expect(await onsets()).toMatchObject({ onsets: [], as_of: null, hint: expect.stringContaining('refresh') }));

  it('goes on page by page, newest first, of one risk or all', async () => {
    await keep('client_risk', '2026-01-05');
    await keep('scope_risk', '2026-02-02');
    await keep('client_risk', '2026-02-02');
    const first = await onsets('?limit=2');
    const rest = await onsets(`?limit=2&cursor=${first['next_cursor'] as string}`);
    const listed = [first, rest].flatMap((page) => page['onsets'] as Row[]);
    expect(listed.map((one) => [one['risk_type'], one['began']])).toEqual([
      ['scope_risk', '2026-02-02'],
      ['client_risk', '2026-02-02'],
      ['client_risk', '2026-01-05'],
    ]);
    expect(rest['next_cursor']).toBeNull();
    expect((await onsets('?risk_type=scope_risk'))['onsets']).toHaveLength(1);
  });

  it.each(['risk_type=risk', 'risk_type=', 'cursor=x', `cursor=${Buffer.from('["x","y"]').toString('base64url')}`])(
    'refuses ?%s',
    async (query) =>
      expect((await admin.get(`/kag/onsets?${query}`)).body).toMatchObject({ status: 400, error: 'validation_failed' }),
  );

  it('is for viewers of the project alone', async () => {
    const { client } = await colleague(server, 'viewer');
    expect((await client.get(`/kag/onsets?project_id=${projectId}`)).status).toBe(200);
    const theirs = await stranger(server);
    expect((await theirs.client.get(`/kag/onsets?project_id=${projectId}`)).body.error).toBe('project_not_found');
    expect((await server.visitor().get('/kag/onsets')).status).toBe(401);
  });
});

describe('a project that is over', () => {
  it('tells nothing from that day on, and what it was again when it is not', async () => {
    await letClientWait(server.db.database, projectId);
    await refresh({ from: ago(20) });
    const days = async () =>
      ((await admin.get('/kag/snapshots?include_unpublished=true')).body as Row)['snapshots'] as Row[];
    const before = await days();
    // Midnight may pass meanwhile: what follows is about the day that was the last one then.
    const today = before[0]?.['snapshot_date'] as string;
    const [onset] = (await onsets())['onsets'] as Row[];
    const over = await admin.patch(`/projects/${projectId}`, { ended_on: today });
    expect(over.body.project).toMatchObject({ ended_on: today, ended_by: 'person' });
    expect((await refresh({ snapshot_date: today })).body.result).toMatchObject({ snapshots: 0 });
    expect((await days()).map(shape)).toEqual(before.slice(1).map(shape));
    expect((await onsets())['onsets']).toMatchObject([{ began: onset?.['began'], ended: today }]);
    const signals = ((await admin.get('/kag/signals')).body as Row)['signals'] as Row[];
    expect(signals.map(({ status }) => status as string)).toEqual(signals.map(() => 'unknown'));

    const again = await admin.patch(`/projects/${projectId}`, { ended_on: null });
    expect(again.body.project).toMatchObject({ ended_on: null, ended_by: 'person' });
    await refresh({ from: ago(20), to: today });
    expect((await days()).slice(1).map(shape)).toEqual(before.slice(1).map(shape));
    expect((await onsets())['onsets']).toMatchObject([{ began: onset?.['began'], ended: null }]);
  });
});

const shape = ({ computed_at: _at, ...snapshot }: Row) => snapshot;
