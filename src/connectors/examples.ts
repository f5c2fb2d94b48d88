import { decimal, either, mapOf, named, oneOf, optional, orNull, anyObject } from '../http/index.js';
import { RUN_ID_EXAMPLE } from '../jobs/index.js';
import { PROJECT_ID } from '../projects/index.js';
import { ERROR_STATUSES } from './core/connector-error.entity.js';
import { CONNECTORS } from './core/contract.js';
import { STREAM_STATUSES } from './core/stream.entity.js';
import { ERROR_KINDS } from './core/sync-error.js';
import { SYNC_STATUSES } from './core/sync-state.entity.js';

const MODES = ['full', 'incremental'] as const;
const OPERATIONS = ['sync', 'record'] as const;
const connector = oneOf(CONNECTORS, 'chatwoot');
const STREAM_ERROR = {
  kind: oneOf(ERROR_KINDS, 'auth'),
  message: 'attio GET tasks: answered 403 unauthorized: Token is missing the scope task:read',
};
const FAILURE = { code: 'vendor_failed', message: 'chatwoot GET conversations answered 502' };

const STREAM_RESULT = named('StreamResult', {
  name: 'conversations',
  status: oneOf(['ok', 'failed'], 'ok'),
  upserted: 12,
  deleted: 0,
  error: orNull(STREAM_ERROR, null),
  samples: optional([
    {
      change: oneOf(['added', 'changed', 'deleted'], 'changed'),
      table: 'cw_conversations',
      id: 'cw:1:17',
      columns: ['status'],
    },
  ]),
});

export const SYNC_EXAMPLE = named('SyncResult', {
  connector,
  mode: oneOf(MODES, 'incremental'),
  status: oneOf(['ok', 'partial'], 'ok'),
  fetched: 31,
  upserted: 12,
  unchanged: 19,
  deleted: 0,
  events: 9,
  chunks: 7,
  batches: 2,
  requests: 6,
  cursor_ts: orNull('2026-02-03T10:11:12.000Z'),
  duration_ms: 840,
  errors: 0,
  streams: [STREAM_RESULT],
  preview: false,
});

export const SYNC_RUN_EXAMPLE = named('SyncRun', {
  id: RUN_ID_EXAMPLE,
  connector,
  status: oneOf(['queued', 'running', 'succeeded', 'failed', 'cancelled'], 'succeeded'),
  outcome: orNull(oneOf(['ok', 'partial'], 'ok')),
  mode: orNull(oneOf(MODES, 'incremental')),
  trigger: oneOf(['request', 'schedule', 'follow_up', 'child'], 'child'),
  triggered_by: orNull('admin', null),
  fetched: orNull(31),
  upserted: orNull(12),
  deleted: orNull(0),
  events: orNull(9),
  requests: orNull(6),
  duration_ms: orNull(840),
  errors: orNull(0),
  streams: [STREAM_RESULT],
  error: orNull({ ...FAILURE, details: optional(anyObject({})) }, null),
  created_at: '2026-02-03T10:11:12.345Z',
  started_at: orNull('2026-02-03T10:11:12.845Z'),
  finished_at: orNull('2026-02-03T10:12:00.000Z'),
});

/** A cycle's part: the sync's result, or why it is missing. */
export const CYCLE_PART_EXAMPLE = either(
  SYNC_EXAMPLE,
  named('SyncNotDone', {
    status: oneOf(['failed', 'not_configured', 'backing_off', 'data_leaving'], 'failed'),
    unused: optional(true),
    error: optional(FAILURE),
    job_run_id: optional(RUN_ID_EXAMPLE),
    until: optional('2026-02-03T10:13:00.000Z'),
  }),
);

export const STATE_EXAMPLE = named('ConnectorState', {
  project_id: PROJECT_ID,
  connector,
  mode: orNull(oneOf(MODES, 'incremental')),
  status: oneOf(SYNC_STATUSES, 'ok'),
  cursor_ts: orNull('2026-02-03T10:11:12.000Z'),
  cursor_id: orNull('90201', null),
  page_cursor: orNull(anyObject({}), null),
  last_success_at: orNull('2026-02-03T10:12:00.000Z'),
  last_attempt_at: orNull('2026-02-03T10:11:58.000Z'),
  retry_count: 0,
  last_error: orNull('chatwoot GET conversations answered 502', null),
  lag_seconds: orNull(840),
  stale: false,
  leaving_since: orNull('2026-02-03T10:12:00.000Z', null),
  meta: anyObject({}),
  updated_at: orNull('2026-02-03T10:12:00.000Z'),
  streams: [
    named('ConnectorStream', {
      name: 'conversations',
      status: oneOf(STREAM_STATUSES, 'ok'),
      cursor_ts: orNull('2026-02-03T10:11:12.000Z'),
      records: 240,
      upserted: 12,
      deleted: 0,
      last_success_at: orNull('2026-02-03T10:12:00.000Z'),
      last_attempt_at: orNull('2026-02-03T10:12:00.000Z'),
      error: orNull(STREAM_ERROR, null),
      next_retry_at: orNull('2026-02-03T10:13:00.000Z', null),
    }),
  ],
});

export const ERROR_ID_EXAMPLE = '0b8e4f52-7a44-4d0e-9a55-0c8a6f3f9b10';

export const ERROR_EXAMPLE = named('ConnectorError', {
  id: ERROR_ID_EXAMPLE,
  connector,
  operation: oneOf(OPERATIONS, 'sync'),
  source_ref: '',
  error_kind: oneOf(ERROR_KINDS, 'rate_limited'),
  error_message: 'chatwoot GET conversations answered 429: Retry later',
  attempt: 2,
  next_retry_at: orNull('2026-02-03T10:13:00.000Z'),
  status: oneOf(ERROR_STATUSES, 'retrying'),
  payload_json: orNull(anyObject({}), null),
  created_at: '2026-02-03T10:11:00.000Z',
  updated_at: '2026-02-03T10:12:00.000Z',
  resolved_at: orNull('2026-02-03T10:13:00.000Z', null),
});

export const RETRIED_EXAMPLE = {
  id: ERROR_ID_EXAMPLE,
  connector,
  operation: oneOf(OPERATIONS, 'sync'),
  source_ref: '',
  status: oneOf(ERROR_STATUSES, 'resolved'),
};

export const RECONCILIATION_EXAMPLE = named('ReconciliationMetric', {
  connector,
  resource: 'conversations',
  metric_date: '2026-02-03',
  total: 23,
  missing: 1,
  extra: 0,
  stale: 0,
  healed: 1,
  completeness_pct: 95.65,
  measured_at: '2026-02-03T03:00:12.000Z',
});

/** A list that the token may not read, so that it was not compared. */
export const CLOSED_EXAMPLE = { connector, resource: 'deals', error: STREAM_ERROR };

/** A reconciliation's part: what was compared, by resource, or why nothing was. */
export const COMPARED_EXAMPLE = either(
  mapOf({ conversations: { total: 23, missing: 0, extra: 0, stale: 0, healed: 0, completeness_pct: decimal(100) } }),
  { status: oneOf(['failed', 'not_configured'], 'failed'), error: FAILURE },
  { skipped: oneOf(['first_sync_not_through'], 'first_sync_not_through') },
);
