import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { newProject } from '../../test/support/search-parts.js';
import { rowsOf, storeChatwoot } from '../../test/support/stored-project.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { SignalStatesRepository } from '../kag-signals/signal-states.repository.js';
import { ConclusionsRepository } from './conclusions.repository.js';

const NOW = new Date('2026-02-03T10:00:00Z');

let db: TestDatabase;
let conclusions: ConclusionsRepository;
let projectId: string;

beforeAll(async () => {
  db = await openTestDatabase();
  conclusions = new ConclusionsRepository(db.database);
});
afterAll(() => db.close());
beforeEach(async () => {
  projectId = await newProject(db);
});

const drop = () => conclusions.drop(projectId, new AbortController().signal);

describe('conclusions that are dropped', () => {
  const states = new SignalStatesRepository();
  const start = async () => (await states.starts(db.database, [projectId], NOW))[0]!;
  const store = (revision: number) =>
    db.database.transaction((tx) =>
      states.moveHeads(tx, [
        { project_id: projectId, state_at: NOW, state: 'of events that leave', seen_id: '9', revision },
      ]),
    );

  it.each([0, 1, 2])(
    'are not stored by a fold that began before, of a project that was folded %i times',
    async (folded) => {
      for (let fold = 1; fold <= folded; fold++) await store(fold);
      const { revision } = await start();
      await drop();
      expect(await store(revision + 1)).toEqual(new Set());
      const again = await start();
      expect([again.state, again.from_at]).toEqual([null, null]);
      expect(await store(again.revision + 1)).toEqual(new Set([projectId]));
    },
  );

  it('leave what people said, and let the project go on that a rule took for over', async () => {
    await storeChatwoot(db.database, projectId, '1');
    await db.database.run(`UPDATE projects SET ended_on = '2026-02-01', ended_by = 'rule' WHERE id = $1`, [projectId]);
    await db.database.run(
      `INSERT INTO risk_reports (project_id, recommendation_id, risk_type, reported_on, resolution, reported_by)
       VALUES ($1, gen_random_uuid(), 'scope_risk', '2026-02-01', 'happened', gen_random_uuid())`,
      [projectId],
    );
    expect(await drop()).toBe(1);
    const rows = await rowsOf(db.database, projectId);
    expect([rows['past_case_outcomes'], rows['risk_reports']]).toEqual([undefined, 1]);
    const ended = 'SELECT ended_on, ended_by FROM projects WHERE id = $1';
    expect(await db.database.query(ended, [projectId])).toEqual([{ ended_on: null, ended_by: null }]);
    await db.database.run(`UPDATE projects SET ended_on = '2026-02-01', ended_by = 'person' WHERE id = $1`, [
      projectId,
    ]);
    await drop();
    expect(await db.database.query(ended, [projectId])).toMatchObject([{ ended_by: 'person' }]);
  });

  it('wait for runs that conclude, and for no others', async () => {
    const run = async (type: string, status: string) =>
      (
        await db.database.query<{ id: string }>(
          `INSERT INTO job_runs (project_id, job_type, trigger, status) VALUES ($1, $2, 'schedule', $3) RETURNING id`,
          [projectId, type, status],
        )
      )[0]?.id;
    await run('chatwoot_sync', 'running');
    await run('kag_signals_refresh', 'succeeded');
    await run('kag_forecast_refresh', 'queued');
    expect(await conclusions.runs(projectId)).toEqual([]);
    const pipeline = await run('kag_daily_pipeline', 'running');
    expect(await conclusions.runs(projectId)).toEqual([pipeline]);
  });
});
