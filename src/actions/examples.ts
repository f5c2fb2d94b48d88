import { ACTION_KINDS } from '../connectors/index.js';
import { LOCALES } from '../common/locale.js';
import { named, oneOf, orNull, ROLES, text } from '../http/index.js';
import { PROJECT_ID } from '../projects/index.js';
import { KINDS } from './actions.dto.js';
import { STATUSES } from './domain/status.js';

const ID = '2f6d1a8e-3b5c-4e7f-9a10-6c8d2e4f0b13';
const RECOMMENDATION_ID = '6a1f0c52-94d7-4f0b-8a2e-1b7c9d3e5f60';
const AT = '2026-02-07T08:30:00.000Z';
const TEAM = text('0d9a2f4e-6a57-4f43-9d0b-2b8a1c3d5e70');
const TITLE = 'Follow up: 4 working days without an answer';
const TEXT = 'The team asked the client and has had no answer for 4 working days.';
const kind = oneOf(KINDS, ACTION_KINDS.find((each) => each.endsWith('_issue')) ?? 'reminder');

export const ACTION_EXAMPLE = named('Action', {
  project_id: PROJECT_ID,
  id: ID,
  recommendation_id: orNull(RECOMMENDATION_ID),
  kind,
  status: oneOf(STATUSES, 'done'),
  target: orNull(TEAM),
  target_label: orNull('Acme (ACM)'),
  title: orNull(TITLE),
  text: TEXT,
  due_at: orNull(AT, null),
  created_by: 'olga',
  attempts: 1,
  next_try_at: orNull(AT, null),
  error_kind: orNull('timeout', null),
  last_error: orNull('no complete answer within 20000 ms', null),
  url: orNull('https://linear.app/acme/issue/ACM-42'),
  done_at: orNull(AT),
  created_at: AT,
  updated_at: AT,
  may_cancel: false,
  may_retry: false,
  may_send: false,
  outcome: orNull(
    named('ActionOutcome', {
      gone: false,
      state: orNull('In Progress'),
      state_type: orNull('started'),
      answered_at: orNull(AT, null),
      answers: orNull(2, null),
    }),
  ),
});

export const PREVIEW_EXAMPLE = named('ActionPreview', {
  kind,
  locale: oneOf(LOCALES, 'en'),
  title: orNull(TITLE),
  text: TEXT,
  targets: [named('ActionTarget', { id: TEAM, label: 'Acme (ACM)', url: orNull('https://app.attio.com/acme', null) })],
  reaches_client: false,
  needs: oneOf(ROLES, 'operator'),
  allowed: true,
  lacking: orNull('linear is not configured', null),
});
