import type { JobRun } from './job-run.entity.js';

/** A run as the API shows it; its project is the one that was asked about. */
export function presentRun({ project_id: _project, follow_up_wanted: _wanted, ...run }: JobRun) {
  return run;
}

export const RUN_EXAMPLE = {
  id: 'c0a8f0de-1111-4222-8333-444455556666',
  job_type: 'chatwoot_sync',
  status: 'running',
  trigger: 'request',
  triggered_by: 'admin',
  request_id: '7b0f2a44-5c1d-4b52-9a77-0c7d1f7f0a11',
  parent_run_id: null,
  payload: {},
  progress: { done: 3, total: 12, unit: 'pages' },
  result: null,
  error: null,
  worker_id: 'worker-0:1:3f9a0c11',
  attempt: 1,
  created_at: '2026-02-03T10:11:12.345Z',
  started_at: '2026-02-03T10:11:12.845Z',
  finished_at: null,
};
