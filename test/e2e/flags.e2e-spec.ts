import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runTogether } from '../support/batch-runs.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { openTestDatabase, type TestDatabase } from '../support/test-database.js';
import { letClientWait } from '../support/waiting-client.js';

const PIPELINE = 'kag_daily_pipeline';
const STEPS = ['signals', 'snapshots', 'forecasts', 'recommendations'] as const;
const TRIGGERS = {
  signals: '/kag/refresh',
  snapshots: '/kag/snapshots/refresh',
  similarity: '/kag/similarity/rebuild',
  forecasts: '/kag/v2/forecast/refresh',
  recommendations: '/kag/v2/recommendations/refresh',
};
const READS = {
  '/kag/signals': 'signals',
  '/kag/scores': 'scores',
  '/kag/snapshots': 'snapshots',
  '/kag/outcomes': 'outcomes',
  '/kag/onsets': 'onsets',
  '/kag/v2/forecast': 'forecasts',
  '/kag/v2/recommendations': 'recommendations',
};

let db: TestDatabase;
let projectId: string;

const start = (env: Record<string, string> = {}) =>
  startTestApp({ db, env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600', ...env } });

async function signedIn(server: TestApp): Promise<Client> {
  const admin = await server.signIn();
  await admin.post(`/projects/${projectId}/select`);
  return admin;
}

/** All that can be read of the project, but for when a list was asked for. */
async function readAll(admin: Client): Promise<Record<string, unknown[]>> {
  const all: Record<string, unknown[]> = {};
  for (const [path, name] of Object.entries(READS)) {
    const { status, body } = await admin.get(path);
    expect([path, status]).toEqual([path, 200]);
    all[path] = body[name];
  }
  const { status, body } = await admin.get('/kag/similar-cases');
  expect([status, body.all]).toEqual([200, []]);
  return all;
}

let before: Record<string, unknown[]>;

beforeAll(async () => {
  db = await openTestDatabase({ poolMax: 2 });
  const server = await start();
  try {
    projectId = await project(await server.signIn());
    await letClientWait(db.database, projectId);
    await runTogether(server, PIPELINE, [projectId]);
    before = await readAll(await signedIn(server));
    for (const [path, rows] of Object.entries(before)) expect([path, rows.length > 0]).toEqual([path, true]);
  } finally {
    await server.close();
  }
});
afterAll(() => db.close());

describe.each<[flag: string, off: (keyof typeof TRIGGERS)[]]>([
  ['KAG_ENABLED', ['signals', 'snapshots', 'similarity', 'forecasts', 'recommendations']],
  // Each is made of what the one before it finds.
  ['KAG_FORECASTING_ENABLED', ['forecasts', 'recommendations']],
  ['KAG_RECOMMENDATIONS_V2_ENABLED', ['recommendations']],
  ['KAG_SNAPSHOTS_ENABLED', ['snapshots']],
])('%s=false', (flag, off) => {
  let server: TestApp;
  let admin: Client;
  const skipped = { skipped: 'feature_disabled', flag };

  beforeAll(async () => {
    server = await start({ [flag]: 'false' });
    admin = await signedIn(server);
  });
  afterAll(() => server.close());

  it('leaves what there is to be read', async () => {
    // What the flag before did not turn off has moved on since.
    const rows = await readAll(admin);
    for (const [path, kept] of Object.entries(before)) expect([path, rows[path]?.length]).toEqual([path, kept.length]);
    if (flag === 'KAG_ENABLED') expect(rows).toEqual(before);
  });

  it('turns off its jobs, which say so, and no other', async () => {
    for (const [what, path] of Object.entries(TRIGGERS)) {
      const { status, body } = await admin.post(path).set('prefer', 'wait=55');
      expect([path, status]).toEqual([path, 200]);
      if (off.includes(what as keyof typeof TRIGGERS)) expect([path, body.result]).toEqual([path, skipped]);
      else expect([path, body.result.skipped]).not.toEqual([path, 'feature_disabled']);
    }
  });

  it('leaves its steps out of the daily pipeline', async () => {
    const [run] = await runTogether(server, PIPELINE, [projectId]);
    expect(run?.status).toBe('succeeded');
    if (flag === 'KAG_ENABLED') return expect(run?.result).toEqual(skipped);
    expect(Object.keys(run?.result ?? {})).toEqual(expect.arrayContaining([...STEPS]));
    for (const step of STEPS) {
      const result = run?.result?.[step];
      if (off.includes(step)) expect([step, result]).toEqual([step, skipped]);
      else expect([step, result]).not.toEqual([step, skipped]);
    }
    const steps = await db.database.query<{ step: string }>(
      `SELECT payload_json ->> 'process' AS step FROM kag_event_log
       WHERE project_id = $1 AND event_type = 'process_finished' AND payload_json ->> 'run_id' = $2 ORDER BY id`,
      [projectId, run?.id],
    );
    const on = STEPS.filter((step) => !off.includes(step));
    expect(steps.map(({ step }) => step)).toEqual([...on.map((step) => `${PIPELINE}_${step}`), PIPELINE]);
  });
});
