import { RunExecutor } from '../../src/jobs/run-executor.js';
import type { JobRun } from '../../src/jobs/job-run.entity.js';
import type { TestApp } from './test-app.js';
import { until } from './until.js';

/**
 * Does a job of these projects in one batch, as the schedule would have it done; waits for what the batch left to be
 * done one by one, too, for which the server needs a worker. Returns the runs in the order of the projects.
 */
export async function runTogether(server: TestApp, jobType: string, projectIds: readonly string[]): Promise<JobRun[]> {
  const opened = await server.db.database.query<JobRun>(
    `INSERT INTO job_runs (project_id, job_type, trigger) SELECT unnest($1::uuid[]), $2, 'schedule' RETURNING *`,
    [projectIds, jobType],
  );
  await server.app.get(RunExecutor, { strict: false }).execute(opened, new AbortController().signal);
  return until(`${jobType} has ended`, async () => {
    const runs = await server.db.database.query<JobRun>(
      `SELECT r.* FROM job_runs r JOIN unnest($1::uuid[]) WITH ORDINALITY AS p (id, n) ON p.id = r.project_id
       WHERE r.id = ANY ($2) ORDER BY p.n`,
      [projectIds, opened.map(({ id }) => id)],
    );
    return runs.every(({ finished_at }) => finished_at !== null) ? runs : null;
  });
}
