import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import type { Sql } from '../database/index.js';
import { runIsOver } from './run-is-over.js';

const HOLDER = { table: 'connector_sync_state', alias: 's', column: 'run_id' };

let db: TestDatabase;

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

const addRun = async (projectId: string, status: string): Promise<string> => {
  const id = randomUUID();
  await db.database.run(
    `INSERT INTO job_runs (id, project_id, job_type, trigger, status) VALUES ($1, $2, 'linear_sync', 'schedule', $3)`,
    [id, projectId, status],
  );
  return id;
};
const hold = (projectId: string, connector: string, runId: string | null) =>
  db.database.run('INSERT INTO connector_sync_state (project_id, connector, run_id) VALUES ($1, $2, $3)', [
    projectId,
    connector,
    runId,
  ]);
/** The same database, as if rows of projects were on other servers than runs. */
const asSpread = (): Sql => ({
  query: (text, parameters) => db.database.query(text, parameters),
  run: (text, parameters) => db.database.run(text, parameters),
  distributed: () => Promise.resolve(true),
});

it.each(['one server', 'several servers'])('tells whose run is over, on %s', async (where) => {
  const projectId = await newProject(db);
  const other = await newProject(db);
  await hold(projectId, 'chatwoot', await addRun(projectId, 'running'));
  await hold(projectId, 'linear', await addRun(projectId, 'failed'));
  await hold(projectId, 'attio', null);
  // Never a run of this project, so nothing of it is under way.
  await hold(projectId, 'github', await addRun(other, 'running'));
  const isOver = await runIsOver(where === 'one server' ? db.database : asSpread(), HOLDER, [projectId]);
  const rows = await db.database.query(
    `SELECT connector, ${isOver} AS over FROM connector_sync_state s WHERE project_id = $1 ORDER BY connector`,
    [projectId],
  );
  expect(rows).toEqual([
    { connector: 'attio', over: true },
    { connector: 'chatwoot', over: false },
    { connector: 'github', over: true },
    { connector: 'linear', over: true },
  ]);
});

it('takes a run that began since for running', async () => {
  const projectId = await newProject(db);
  await hold(projectId, 'linear', await addRun(projectId, 'failed'));
  const isOver = await runIsOver(asSpread(), HOLDER, [projectId]);
  await db.database.run('UPDATE connector_sync_state SET run_id = $2 WHERE project_id = $1', [
    projectId,
    await addRun(projectId, 'running'),
  ]);
  const [row] = await db.database.query(`SELECT ${isOver} AS over FROM connector_sync_state s WHERE project_id = $1`, [
    projectId,
  ]);
  expect(row).toEqual({ over: false });
});
