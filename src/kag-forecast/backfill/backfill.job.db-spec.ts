import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newScope } from '../../../test/support/case-rows.js';
import { addMeasures } from '../../../test/support/forecast-rows.js';
import { forecasting } from '../../../test/support/forecasting.js';
import { contextOf } from '../../../test/support/job-context.js';
import { openTestDatabase, type TestDatabase } from '../../../test/support/test-database.js';
import { Clock } from '../../common/clock.js';
import { readConfig } from '../../config/index.js';
import { JobRegistry, JobRunsRepository } from '../../jobs/index.js';
import { BackfillJob, FORECAST_BACKFILL } from './backfill.job.js';

const NOW = new Date('2026-03-06T12:00:00Z');
const DAYS = Array.from({ length: 30 }, (_, nth) => ({ scope_requests_7d: nth % 3, scope_requests_28d: 4 }));

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

function backfillJob(): BackfillJob {
  const config = readConfig({ NODE_ENV: 'test' });
  const clock = new (class extends Clock {
    override now = () => NOW;
  })();
  const { backfill } = forecasting(db.database, config);
  return new BackfillJob(new JobRegistry(), backfill, new JobRunsRepository(db.database), config, clock);
}

const forecastDays = async (projectId: string) =>
  (await db.database.query(`SELECT 1 FROM kag_risk_forecast_history WHERE project_id = $1 LIMIT 1`, [projectId]))
    .length;

describe('backfills of one account scope', () => {
  it('are done by the last of them that waits, for all', async () => {
    const [first, last] = (await newScope(db.database, 'first', 'last')) as [string, string];
    for (const id of [first, last]) await addMeasures(db.database, id, '2026-02-01', DAYS);
    await db.database.run(`INSERT INTO job_runs (project_id, job_type, trigger) VALUES ($1, $2, 'follow_up')`, [
      last,
      FORECAST_BACKFILL,
    ]);
    const job = backfillJob();
    expect(await job.run(contextOf(first))).toEqual({ left_to: expect.stringContaining('a later run') });
    expect(await forecastDays(first)).toBe(0);
    expect(await job.run(contextOf(last))).toMatchObject({ weeks: 6 });
    expect([await forecastDays(first), await forecastDays(last)]).toEqual([1, 1]);
  });
});
