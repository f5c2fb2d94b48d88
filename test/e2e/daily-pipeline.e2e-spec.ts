import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { dayOf } from '../../src/common/day.js';
import { PROCESS_EVENT_KINDS } from '../../src/kag-events/process-event.js';
import { runTogether } from '../support/batch-runs.js';
import { newScope } from '../support/case-rows.js';
import { standStill } from '../support/stand-still.js';
import { statementsOf } from '../support/statements.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { messageRef } from '../support/readings.js';
import { letClientWait } from '../support/waiting-client.js';

const NOW = new Date();
const PIPELINE = 'kag_daily_pipeline';
const STEPS = ['signals', 'snapshots', 'forecasts', 'recommendations'];
const DAY = 86_400_000;

let server: TestApp;
beforeAll(async () => {
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
  standStill(server, NOW);
});
afterAll(() => server.close());

const newProjects = (count: number) =>
  newScope(server.db.database, ...Array.from({ length: count }, (_, index) => `Project ${index}`));

/** A deal of the project is lost just now. */
const loseDeal = (projectId: string) =>
  server.db.database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
     VALUES ($1, 'deal_stage_changed', $3, 'team', 'attio', '{"deal_id": "d1", "from": "Open", "to": "Lost"}', $2,
       gen_random_uuid()::text)`,
    [projectId, JSON.stringify([messageRef('d1'), messageRef('d2')]), NOW],
  );

interface Note {
  event_type: string;
  payload_json: { process: string; run_id: string; duration_ms?: number; counters?: object; error?: object };
}
/** What the project's log says of the pipeline and its steps, in the order of writing. */
const notes = (projectId: string, type = 'process_%') =>
  server.db.database.query<Note>(
    `SELECT event_type, payload_json FROM kag_event_log
     WHERE project_id = $1 AND event_type LIKE $2 AND payload_json ->> 'process' LIKE '${PIPELINE}%' ORDER BY id`,
    [projectId, type],
  );

describe('kag_daily_pipeline', () => {
  it('tells step by step what it did in each project, and warns of what it hides', async () => {
    const [waiting, empty] = (await newProjects(2)) as [string, string];
    await letClientWait(server.db.database, waiting);
    const runs = await runTogether(server, PIPELINE, [waiting, empty]);
    const expected = [
      {
        signals: { warn: 0, critical: 1 },
        snapshots: { snapshots: 2, unpublishable: 0, outcomes: 2 },
        forecasts: { touched: 4, unpublishable: 0, already: 1, not_enough_history: 3, similar_cases: 0 },
        recommendations: { created: 1, updated: 0, reopened: 0, ended: 0, expired: 0, hidden: 0 },
      },
      {
        signals: { warn: 0, critical: 0 },
        snapshots: { snapshots: 2, unpublishable: 2, outcomes: 0 },
        forecasts: { touched: 4, unpublishable: 0, already: 0, not_enough_history: 4, similar_cases: 0 },
        recommendations: { created: 0, updated: 0, reopened: 0, ended: 0, expired: 0, hidden: 0 },
      },
    ];
    expect(runs.map(({ status, result }) => ({ status, result }))).toEqual(
      expected.map((result) => ({ status: 'succeeded', result })),
    );
    for (const [index, projectId] of [waiting, empty].entries()) {
      const run_id = runs[index]?.id;
      const ended = [...STEPS.map((step) => [`${PIPELINE}_${step}`, step] as const), [PIPELINE, null] as const];
      expect((await notes(projectId, 'process_finished')).map(({ payload_json }) => payload_json)).toEqual(
        ended.map(([process, step]) => ({
          process,
          run_id,
          duration_ms: expect.any(Number),
          counters: step === null ? expected[index] : expected[index]?.[step as 'signals'],
        })),
      );
      expect((await notes(projectId, 'process_started')).map(({ payload_json }) => payload_json)).toEqual(
        [PIPELINE, ...STEPS.map((step) => `${PIPELINE}_${step}`)].map((process) => ({ process, run_id })),
      );
    }
    const [today, yesterday] = [0, 1].map((days) => dayOf(new Date(NOW.getTime() - days * DAY)));
    const warned = async (projectId: string) =>
      (await notes(projectId, 'process_warning')).map(({ payload_json }) => payload_json);
    // Forecasts of which too little is known are not the server's fault, and do not warn.
    expect(await warned(waiting)).toEqual([]);
    expect(await warned(empty)).toMatchObject([
      {
        warning: '2 snapshots have no evidence and are hidden',
        details: { snapshot_dates: expect.arrayContaining([today, yesterday]) },
      },
    ]);
  });

  it('goes on with the episode that it began', async () => {
    const [waiting] = (await newProjects(1)) as [string];
    await letClientWait(server.db.database, waiting);
    await runTogether(server, PIPELINE, [waiting]);
    const [again] = await runTogether(server, PIPELINE, [waiting]);
    expect(again?.result).toMatchObject({ recommendations: { created: 0, updated: 1 } });
  });

  it('fails for the project whose step fails, by name, and for no other of its batch', async () => {
    const [first, broken, last] = (await newProjects(3)) as [string, string, string];
    for (const projectId of [first, broken, last]) await letClientWait(server.db.database, projectId);
    await runTogether(server, PIPELINE, [first, broken, last]);
    await server.db.database.run(`UPDATE kag_signal_state SET state = '{' WHERE project_id = $1`, [broken]);
    const runs = await runTogether(server, PIPELINE, [first, broken, last]);
    expect(runs.map(({ status }) => status)).toEqual(['succeeded', 'failed', 'succeeded']);
    expect((await notes(broken, 'process_failed')).map(({ payload_json }) => payload_json)).toEqual(
      [`${PIPELINE}_signals`, PIPELINE].map((process) => ({
        process,
        run_id: runs[1]?.id,
        duration_ms: expect.any(Number),
        error: { code: 'internal_error', message: expect.stringContaining('JSON') },
      })),
    );
    for (const projectId of [first, last]) {
      expect(await notes(projectId, 'process_failed')).toEqual([]);
      // Once by each of the two runs.
      const finished = await notes(projectId, 'process_finished');
      expect(finished.filter(({ payload_json }) => payload_json.process === `${PIPELINE}_signals`)).toHaveLength(2);
    }
    await server.db.database.run(`DELETE FROM kag_signal_state WHERE project_id = $1`, [broken]);
    expect((await runTogether(server, PIPELINE, [broken]))[0]?.status).toBe('succeeded');
  });

  it('warns once of what it hides, also where the batch failed after that', async () => {
    const [fine, refused] = (await newProjects(2)) as [string, string];
    // There is something to do today, and nothing to show for yesterday.
    for (const projectId of [fine, refused]) await loseDeal(projectId);
    await server.db.database.run(`
      CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$`);
    await server.db.database.run(
      `CREATE TRIGGER refuse BEFORE INSERT ON recommendations_v2 FOR EACH ROW WHEN (NEW.project_id = '${refused}') EXECUTE FUNCTION refuse()`,
    );
    try {
      const runs = await runTogether(server, PIPELINE, [fine, refused]);
      expect(runs.map(({ status }) => status)).toEqual(['succeeded', 'failed']);
    } finally {
      await server.db.database.run(`DROP FUNCTION refuse CASCADE`);
    }
    const failed = (await notes(refused, 'process_failed')).map(({ payload_json }) => payload_json);
    expect(failed).toMatchObject([
      { process: `${PIPELINE}_recommendations`, error: { message: 'refused' } },
      { process: PIPELINE, error: { message: 'refused' } },
    ]);
    for (const projectId of [fine, refused]) expect(await notes(projectId, 'process_warning')).toHaveLength(1);
  });

  it('takes as many statements for twenty projects as for two', async () => {
    const counts = [];
    for (const count of [2, 20]) {
      const projects = await newProjects(count);
      for (const projectId of projects) await letClientWait(server.db.database, projectId);
      counts.push((await statementsOf(() => runTogether(server, PIPELINE, projects))).length);
    }
    expect(counts[0]).toBeGreaterThan(20);
    expect(counts[1]).toBe(counts[0]);
  });

  it('has told all this in events of every kind that the catalogue knows, as it says', async () => {
    const kinds = await server.db.database.query<{ event_type: keyof typeof PROCESS_EVENT_KINDS; keys: string[] }>(
      `SELECT DISTINCT event_type, ARRAY(SELECT jsonb_object_keys(payload_json)) AS keys FROM kag_event_log
       WHERE source = 'system' ORDER BY event_type`,
    );
    expect([...new Set(kinds.map(({ event_type }) => event_type))].sort()).toEqual(
      Object.keys(PROCESS_EVENT_KINDS).sort(),
    );
    for (const { event_type, keys } of kinds) {
      const { tells, maybe } = PROCESS_EVENT_KINDS[event_type];
      const always: readonly string[] = ['process', 'run_id', ...tells];
      expect([event_type, keys]).toEqual([event_type, expect.arrayContaining([...always])]);
      expect(keys.filter((key) => ![...always, ...maybe].includes(key))).toEqual([]);
    }
  });
});
