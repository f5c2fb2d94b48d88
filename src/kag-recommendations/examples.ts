import { anyObject, decimal, named, oneOf, orNull, text, underEach } from '../http/index.js';
import { SEEN_EVIDENCE_EXAMPLE } from '../kag-events/index.js';
import { FORECAST_FIGURES } from '../kag-forecast/index.js';
import { SIGNAL_KEYS, SIGNAL_STATUSES } from '../kag-signals/index.js';
import { REASONS } from './domain/causes/assess.js';
import { CAUSES } from './domain/causes/cause.js';
import { GATE_STATUSES } from './domain/compose.js';
import { REOPENED_REASONS, RESOLUTIONS, STATUSES } from './domain/lifecycle.js';
import { CATEGORIES, OWNER_ROLES } from './domain/recommendation.js';
import { TEMPLATE_KEYS } from './domain/templates.js';

export const RECOMMENDATION_ID = '6a1f0c52-94d7-4f0b-8a2e-1b7c9d3e5f60';
export const SCOPE_ID = '5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02';
export const VERSION = '0a1b2c3d4e5f6071';
const SEEN_AT = 'https://app.chatwoot.com/app/accounts/1/conversations/341?messageId=90201';

const CALM = { known: true, value: orNull(decimal(0)), status: oneOf(SIGNAL_STATUSES, 'ok'), details: anyObject({}) };

const WORDING = {
  title: 'Follow up: 4 working days without an answer',
  rationale:
    'The team asked the client and has had no answer for 4 working days. There has been trouble with the client since 6 Feb.',
  why_now: 'The work waits for this answer. If nobody reads the message, a short call may help.',
  suggested_template: 'Hello! We asked you something and need your answer to go on. …',
};

export const RECOMMENDATION_EXAMPLE = named('Recommendation', {
  project_id: '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01',
  project_name: 'Acme',
  project_badge_color: '#0369a1',
  account_scope_id: SCOPE_ID,
  id: RECOMMENDATION_ID,
  version: text(VERSION),
  can_undo: false,
  category: oneOf(CATEGORIES, 'waiting_on_client'),
  cause: oneOf(CAUSES, 'client_silent'),
  reason: oneOf(REASONS, 'condition'),
  priority: 4,
  due_date: '2026-02-09',
  owner_role: oneOf(OWNER_ROLES, 'pm'),
  assignee: orNull('olga', null),
  status: oneOf(STATUSES, 'new'),
  snoozed_until: orNull('2026-02-12', null),
  resolution: orNull(oneOf(RESOLUTIONS, 'prevented'), null),
  resolution_note: orNull('We called them', null),
  reopened_at: orNull('2026-02-07T00:20:00.000Z', null),
  reopened_reason: orNull(oneOf(REOPENED_REASONS, 'worse'), null),
  title: WORDING.title,
  rationale: WORDING.rationale,
  why_now: WORDING.why_now,
  expected_impact: 'The client decides, and the work goes on.',
  evidence_refs: [SEEN_EVIDENCE_EXAMPLE],
  links: [{ url: SEEN_AT, occurred_at: orNull('2026-02-03T10:11:12.000Z') }],
  suggested_template_key: oneOf(TEMPLATE_KEYS, 'waiting_on_client_follow_up'),
  suggested_template: WORDING.suggested_template,
  phrasing: orNull({ model: 'gpt-5-mini', phrased_at: '2026-02-07T00:20:07.000Z', original: WORDING }, null),
  signal_snapshot: {
    ...underEach(SIGNAL_KEYS, CALM),
    waiting_on_client_days: {
      known: true,
      value: orNull(4.5),
      status: oneOf(SIGNAL_STATUSES, 'warn'),
      details: anyObject({ since: '2026-02-03T10:11:12.000Z' }),
    },
  },
  forecast_snapshot: orNull(FORECAST_FIGURES),
  helpful_feedback: orNull(true, null),
  feedback_note: orNull('They answered the same day', null),
  evidence_count: 3,
  evidence_quality_score: 0.64,
  evidence_gate_status: oneOf(GATE_STATUSES, 'shown'),
  evidence_gate_reason: orNull('too_few_refs: 1 of 2', null),
  shown_count: 0,
  first_shown_at: orNull('2026-02-07T08:30:00.000Z', null),
  last_shown_at: orNull('2026-02-07T08:30:00.000Z', null),
  acknowledged_at: orNull('2026-02-07T08:30:00.000Z', null),
  completed_at: orNull('2026-02-07T08:30:00.000Z', null),
  dismissed_at: orNull('2026-02-07T08:30:00.000Z', null),
  episode_started_at: '2026-02-07T00:20:00.000Z',
  condition_gone_since: orNull('2026-02-07T08:30:00.000Z', null),
  episode_ended_at: orNull('2026-02-07T08:30:00.000Z', null),
  created_at: '2026-02-07T00:20:00.000Z',
  updated_at: '2026-02-07T00:20:00.000Z',
});
