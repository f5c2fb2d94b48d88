import type { JobRun } from '../../client/index.js';

/** A run as the server answers it: queued on 3 February 2026, by a request. */
export const jobRun = (given: Partial<JobRun> = {}): JobRun => ({
  id: 'r',
  project_id: 'p',
  job_type: 'linear_sync',
  status: 'queued',
  trigger: 'request',
  triggered_by: 'ann',
  request_id: null,
  parent_run_id: null,
  payload: {},
  progress: null,
  result: null,
  error: null,
  worker_id: null,
  attempt: 1,
  created_at: '2026-02-03T10:00:00.000Z',
  started_at: null,
  finished_at: null,
  ...given,
});
