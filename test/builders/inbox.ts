import type { Recommendation } from '../../web/inbox/answers.js';

/** A recommendation as the inbox is told of it: new, and due on 4 February 2026. */
export const recommendation = (given: Partial<Recommendation> = {}): Recommendation => ({
  id: 'r',
  version: '0a1b2c3d4e5f6071',
  project_id: 'p',
  project_name: 'Acme',
  category: 'waiting_on_client',
  priority: 4,
  due_date: '2026-02-04',
  owner_role: 'pm',
  assignee: null,
  status: 'new',
  snoozed_until: null,
  resolution: null,
  title: 'Follow up',
  rationale: 'No answer for 4 days.',
  why_now: 'The work waits.',
  evidence_count: 3,
  reopened_reason: null,
  condition_gone_since: null,
  episode_ended_at: null,
  ...given,
});
