import { anyObject, named, oneOf, optional, orNull, text } from '../http/index.js';
import { RUN_STATUSES, RUN_TRIGGERS, type JobRun } from './job-run.entity.js';

/** A run as the API shows it. */
export function presentRun({ follow_up_wanted: _wanted, ...run }: JobRun) {
  return run;
}

export const RUN_ID_EXAMPLE = 'c0a8f0de-1111-4222-8333-444455556666';
const FAILURE = { code: 'vendor_failed', message: 'chatwoot GET conversations answered 502' };

export const RUN_EXAMPLE = named('JobRun', {
  id: RUN_ID_EXAMPLE,
  project_id: '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01',
  job_type: 'chatwoot_sync',
  status: oneOf(RUN_STATUSES, 'running'),
  trigger: oneOf(RUN_TRIGGERS, 'request'),
  triggered_by: orNull('admin'),
  request_id: orNull(text('7b0f2a44-5c1d-4b52-9a77-0c7d1f7f0a11')),
  parent_run_id: orNull(RUN_ID_EXAMPLE, null),
  payload: anyObject({}),
  progress: orNull({ done: 3, total: orNull(12), unit: 'pages' }),
  result: orNull(anyObject({}), null),
  error: orNull({ ...FAILURE, details: optional(anyObject({})) }, null),
  worker_id: orNull('worker-0:1:3f9a0c11'),
  attempt: 1,
  created_at: '2026-02-03T10:11:12.345Z',
  started_at: orNull('2026-02-03T10:11:12.845Z'),
  finished_at: orNull('2026-02-03T10:12:00.000Z', null),
});
