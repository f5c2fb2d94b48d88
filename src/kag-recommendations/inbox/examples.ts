import { named, oneOf, orNull, text } from '../../http/index.js';
import { PROJECT_ID } from '../../projects/index.js';
import { REASONS } from '../domain/causes/assess.js';
import { CAUSES } from '../domain/causes/cause.js';
import { REOPENED_REASONS, RESOLUTIONS, STATUSES } from '../domain/lifecycle.js';
import { CATEGORIES, OWNER_ROLES } from '../domain/recommendation.js';
import { RECOMMENDATION_ID, SCOPE_ID, VERSION } from '../examples.js';

const OPENED = '2026-02-07T00:20:00.000Z';
const TIME = '2026-02-07T08:30:00.000Z';
const status = oneOf(STATUSES, 'new');
const resolution = orNull(oneOf(RESOLUTIONS, 'prevented'), null);

export const LISTED_EXAMPLE = named('ListedRecommendation', {
  project_id: PROJECT_ID,
  project_name: 'Acme',
  project_badge_color: '#0369a1',
  account_scope_id: SCOPE_ID,
  id: RECOMMENDATION_ID,
  version: text(VERSION),
  category: oneOf(CATEGORIES, 'waiting_on_client'),
  cause: oneOf(CAUSES, 'client_silent'),
  reason: oneOf(REASONS, 'condition'),
  priority: 4,
  due_date: '2026-02-09',
  owner_role: oneOf(OWNER_ROLES, 'pm'),
  assignee: orNull('olga', null),
  status,
  snoozed_until: orNull('2026-02-12', null),
  resolution,
  title: 'Follow up: 4 working days without an answer',
  rationale: 'The team asked the client and has had no answer for 4 working days.',
  why_now: 'The work waits for this answer. If nobody reads the message, a short call may help.',
  evidence_count: 3,
  opened_at: OPENED,
  reopened_reason: orNull(oneOf(REOPENED_REASONS, 'worse'), null),
  first_shown_at: orNull(TIME, null),
  condition_gone_since: orNull(TIME, null),
  episode_ended_at: orNull(TIME, null),
  updated_at: OPENED,
});

export const COUNTS_EXAMPLE = named('RecommendationCounts', {
  new: 7,
  acknowledged: 2,
  snoozed: 1,
  done: 31,
  dismissed: 4,
  expired: 12,
  to_do: 9,
});

export const PEOPLE_EXAMPLE = named('RecommendationPerson', { username: 'olga', account_scope_ids: [SCOPE_ID] });

const STATE = {
  status: orNull(status),
  snoozed_until: orNull('2026-02-12', null),
  resolution,
  resolution_note: orNull('We called them', null),
  assignee: orNull('olga', null),
  due_date: orNull('2026-02-09', null),
};
export const HISTORY_EXAMPLE = named('RecommendationChange', {
  at: TIME,
  by: 'olga',
  what: oneOf(['status', 'change', 'undo', 'feedback'], 'status'),
  before: named('RecommendationState', STATE),
  after: named('RecommendationState', { ...STATE, status: orNull(oneOf(STATUSES, 'acknowledged')) }),
});

const REFUSALS = ['not_found', 'precondition_failed', 'invalid_transition', 'validation_failed', 'conflict'] as const;

export const RESULT_EXAMPLE = named('RecommendationResult', {
  id: RECOMMENDATION_ID,
  error: orNull(oneOf(REFUSALS, 'not_found'), null),
  message: orNull('There is no recommendation', null),
  recommendation: orNull(LISTED_EXAMPLE),
});
