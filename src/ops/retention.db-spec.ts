import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { RetentionRepository } from './retention.repository.js';

let db: TestDatabase;
const projects = { mine: '', theirs: '' };

beforeAll(async () => {
  db = await openTestDatabase();
  const [scope] = await db.database.query<{ id: string }>(
    `INSERT INTO account_scopes (key, name) VALUES ('s', 'S') RETURNING id`,
  );
  for (const name of ['mine', 'theirs'] as const) {
    const [row] = await db.database.query<{ id: string }>(
      `INSERT INTO projects (account_scope_id, name) VALUES ($1, $2) RETURNING id`,
      [scope!.id, name],
    );
    projects[name] = row!.id;
  }
});
afterAll(() => db.close());

const event = (projectId: string, type: string, daysOld: number) =>
  db.database.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, recorded_at, actor, source, dedupe_key)
     VALUES ($1, $2, now() - make_interval(days => $3), now() - make_interval(days => $3), 'system', 'system', gen_random_uuid()::text)`,
    [projectId, type, daysOld],
  );
const run = (projectId: string, type: string, daysOld: number | null) =>
  db.database.run(
    `INSERT INTO job_runs (project_id, job_type, trigger, status, finished_at)
     VALUES ($1, $2, 'schedule', CASE WHEN $3::int IS NULL THEN 'running' ELSE 'succeeded' END, now() - make_interval(days => $3))`,
    [projectId, type, daysOld],
  );
/** A signal and a score of that day. */
const readings = async (projectId: string, daysOld: number) => {
  const day = `(now() AT TIME ZONE 'UTC')::date - $2::int`;
  await db.database.run(
    `INSERT INTO kag_signal_history (project_id, signal_key, day, value, status, as_of)
     VALUES ($1, 'waiting_on_client', ${day}, 1, 'ok', now() - make_interval(days => $2))`,
    [projectId, daysOld],
  );
  await db.database.run(
    `INSERT INTO kag_score_history (project_id, score_type, day, value, band, as_of)
     VALUES ($1, 'risk', ${day}, 1, 'low', now() - make_interval(days => $2))`,
    [projectId, daysOld],
  );
};

it('removes what is older than it is kept, of this project alone', async () => {
  for (const projectId of Object.values(projects)) {
    await event(projectId, 'process_finished', 11);
    await event(projectId, 'process_finished', 9);
    await event(projectId, 'message_sent', 401);
    await event(projectId, 'message_sent', 399);
    await run(projectId, 'old', 8);
    await run(projectId, 'old', 3);
    // The only good run of its job stays.
    await run(projectId, 'weekly', 8);
    await run(projectId, 'new', 6);
    await run(projectId, 'open', null);
    await db.database.run(
      `INSERT INTO webhook_deliveries (project_id, connector, delivery_id, received_at) VALUES ($1, 'linear', 'old', now() - interval '8 days'), ($1, 'linear', 'new', now())`,
      [projectId],
    );
    for (const daysOld of [399, 401]) await readings(projectId, daysOld);
  }
  const removed = await new RetentionRepository(db.database).clean(
    projects.mine,
    { processEventDays: 10, jobRunDays: 7 },
    new AbortController().signal,
  );
  expect(removed).toEqual({
    process_events: 1,
    domain_events: 1,
    job_runs: 1,
    webhook_deliveries: 1,
    connector_errors: 0,
    reconciliation_metrics: 0,
    signals_of_days: 1,
    scores_of_days: 1,
  });
  const left = await db.database.query<{ project_id: string } & Record<string, number>>(
    `SELECT p.id AS project_id,
       (SELECT count(*)::int FROM kag_event_log WHERE project_id = p.id) AS events,
       (SELECT count(*)::int FROM job_runs WHERE project_id = p.id) AS runs,
       (SELECT count(*)::int FROM webhook_deliveries WHERE project_id = p.id) AS deliveries,
       (SELECT count(*)::int FROM kag_signal_history WHERE project_id = p.id) AS signals,
       (SELECT count(*)::int FROM kag_score_history WHERE project_id = p.id) AS scores
     FROM projects p`,
  );
  expect(new Map(left.map(({ project_id, ...counts }) => [project_id, counts]))).toEqual(
    new Map([
      [projects.mine, { events: 2, runs: 4, deliveries: 1, signals: 1, scores: 1 }],
      [projects.theirs, { events: 4, runs: 5, deliveries: 2, signals: 2, scores: 2 }],
    ]),
  );
});
