import type { Sandbox } from '../../sandbox/sandbox.js';
import { decideAgency } from './decided-agency.js';
import type { TestDatabase } from './test-database.js';

/** A client of each of some kinds: one that went quiet, one that was lost, one that asks for more. */
const CLIENTS = ['silence-en', 'lost-en', 'scope-creep-ru'];

/**
 * Fills every table: an agency that has lived its sixty days, with all conclusions, and what people, vendors and faults
 * leave behind. No server works on the database afterwards.
 */
export async function fillDatabase(db: TestDatabase, sandbox: Sandbox): Promise<void> {
  const { server, projects } = await decideAgency(sandbox, new Date(Date.now() + 3_600_000), { db, stories: CLIENTS });
  await server.close();
  const [project = ''] = projects.values();
  // In one transaction: a user without an account scope is refused at its end.
  await db.database.transaction(async (tx) => {
    for (const text of LEFT_BEHIND) await tx.run(text, text.includes('$1') ? [project] : []);
  });
}

const LEFT_BEHIND = [
  `INSERT INTO account_scopes (key, name, called, second_factor_required) VALUES ('other', 'Other', 'Other & Co', true)`,
  // In each scope by another role, with a password and a second factor of their own.
  `INSERT INTO users (username, password_hash, role, password_temporary, environment_password_hash, totp_sealed, totp_confirmed_at, totp_last_step)
   VALUES ('anna', 'hash', 'admin', true, 'hash', 'sealed', now(), 7)`,
  `INSERT INTO user_scopes (user_id, account_scope_id, role)
   SELECT u.id, s.id, CASE s.key WHEN 'other' THEN 'viewer' ELSE 'admin' END FROM users u, account_scopes s WHERE u.username = 'anna'
   ON CONFLICT DO NOTHING`,
  `INSERT INTO recovery_codes (user_id, code_hash) SELECT id, 'hash' FROM users WHERE username = 'anna'`,
  `INSERT INTO user_identities (user_id, issuer, subject, last_signed_in_at)
   SELECT id, 'https://id.example', 'anna', now() FROM users WHERE username = 'anna'`,
  `UPDATE users SET totp_drift = 1 WHERE username = 'anna'`,
  `INSERT INTO api_tokens (user_id, name, token_hash, role, account_scope_id, expires_at)
   SELECT u.id, 'reports', 'hash', 'viewer', s.id, now() + interval '9 days' FROM users u, account_scopes s
   WHERE u.username = 'anna' AND s.key = 'other'`,
  `INSERT INTO digest_subscriptions (account_scope_id, name, channel, target, sealed, locale, period, days, hour, time_zone,
     quiet_hours, paused_because, told_until)
   SELECT account_scope_id, 'Morning', 'webhook', 'hooks.example', 'sealed', 'en', 'day', '["mon"]', 8, 'Europe/Berlin',
     '{"start": "20:00", "end": "08:00"}', 'gone', '2026-02-03' FROM projects WHERE id = $1`,
  `INSERT INTO digest_deliveries (subscription_id, account_scope_id, period_start, period_end, last_error, sent_at)
   SELECT id, account_scope_id, '2026-02-03', '2026-02-03', 'answered 503', now() FROM digest_subscriptions`,
  `INSERT INTO login_attempts (key, points, expire) VALUES ('login:anna', 3, 4102444800000)`,
  `INSERT INTO last_writes (user_id, position) SELECT id, 4096 FROM users WHERE username = 'anna'`,
  `INSERT INTO idempotency_keys (user_id, key, method, path, fingerprint, claim_id, answer)
   SELECT id, 'k', 'POST', '/projects', 'f', gen_random_uuid(), '{"status":200}' FROM users WHERE username = 'anna'`,
  `UPDATE projects SET time_zone = 'Asia/Almaty', working_days = '[1, 2, 3]', working_hours = '{"from": "10:00", "to": "16:00"}', locale = 'ru',
     ended_on = '2026-02-03', ended_by = 'person' WHERE id = $1`,
  `INSERT INTO projects (name, removed_at) VALUES ('Being removed', now())`,
  `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at) VALUES ($1, 'kag_daily_pipeline', 86400, now())`,
  `UPDATE job_runs SET follow_up_wanted = true WHERE project_id = $1`,
  `INSERT INTO connector_errors (project_id, connector, operation, error_kind, error_message, dedupe_key)
   VALUES ($1, 'chatwoot', 'sync', 'timeout', 'no answer', 'a')`,
  `INSERT INTO connector_due_records (project_id, connector, source_ref) VALUES ($1, 'chatwoot', 'cw:1:1')`,
  `INSERT INTO webhook_deliveries (project_id, connector, delivery_id) VALUES ($1, 'chatwoot', 'one')`,
  `INSERT INTO sync_reconciliation_metrics (project_id, connector, resource, metric_date, total, missing, extra, stale, healed, completeness_pct)
   VALUES ($1, 'chatwoot', 'messages', '2026-02-03', 9, 1, 0, 0, 1, 100)`,
  `UPDATE connector_sync_state SET leaving = 'outside', leaving_since = now(), source = '{"external_id": "1"}' WHERE project_id = $1`,
  `UPDATE connector_streams SET status = 'failed', last_error = 'may not read this', error_kind = 'auth',
     page_cursor = '{"phase": "contacts", "page": 2}' WHERE project_id = $1 AND stream = 'contacts'`,
  like('cw_attachments_raw', 'cw_messages', `'{"attachment_global_id": "cwatt:1:1", "attachment_id": 1}'`),
  like('linear_labels_raw', 'linear_teams_raw', `'{"id": "label"}'`),
  like('linear_projects_raw', 'linear_teams_raw', `'{"id": "project", "team_ids": ["team"]}'`),
  like('linear_relations_raw', 'linear_teams_raw', `'{"type": "blocks", "issue_id": "a", "related_issue_id": "b"}'`),
  github('milestones', `number, name, starts_at, started`, `1, 'Launch', now(), true`),
  `INSERT INTO github_labels_raw (project_id, id, repository, name, content_hash, data)
   VALUES ($1, 'acme/site:bug', 'acme/site', 'bug', 'hash', '{}')`,
  github(
    'issues',
    'identifier, number, title, state, state_type, labels, milestone_id, blocked, blocked_by, latest_change_at',
    `'acme/site#1', 1, 'Checkout', 'open', 'open', '["bug"]', 'acme/site#1', false, '[]', '2026-02-03T10:11:12.000Z'`,
  ),
  github(
    'comments',
    'issue_id, author, from_outside, from_bot, body',
    `'acme/site#1', 'ada', true, false, 'Any news?'`,
  ),
  `INSERT INTO actions (project_id, recommendation_id, kind, status, target, target_label, title, text, due_at, idempotency_key,
     fingerprint, created_by, attempts, unanswered, first_sent_at, next_try_at, error_kind, last_error, vendor_ref, vendor_url, done_at)
   VALUES ($1, gen_random_uuid(), 'linear_issue', 'unsure', 'team', 'Team', 'Call', 'They wait', now(), 'k', 'f', 'anna', 1, true,
     now(), now(), 'timeout', 'no answer', 'ref', 'https://linear.app/a', now())`,
  // As people and models leave them.
  `UPDATE recommendations_v2 SET status = 'snoozed', snoozed_until = '2026-03-04', false_alarm_on = '2026-02-03', assignee = 'anna', settled_strength = 1,
     resolution = 'prevented', resolution_note = 'called them', reopened_at = now(), reopened_reason = 'worse', phrasing = '{"title": "Call"}'
   WHERE project_id = $1`,
  `INSERT INTO kag_event_feedback (project_id, event_id, is_right, instead, added_event_id, text_hash, language, judged_by)
   SELECT project_id, id, false, 'need_detected', id, 'hash', 'en', 'anna' FROM kag_event_log WHERE project_id = $1 LIMIT 1`,
  `INSERT INTO kag_second_opinions (project_id, event_id, version, text_hash, asked, says, model)
   SELECT project_id, id, 'v1', 'hash', '{need_detected}', '{need_detected}', 'gpt-5.4-mini' FROM kag_event_log WHERE project_id = $1 LIMIT 1`,
  `INSERT INTO risk_reports (project_id, recommendation_id, risk_type, reported_on, resolution, reported_by)
   SELECT project_id, id, 'client_risk', '2026-02-03', 'prevented', gen_random_uuid() FROM recommendations_v2 WHERE project_id = $1 LIMIT 1`,
];

/** Adds a row to a table by a row of another one, with these columns of its own. */
function like(table: string, other: string, own: string): string {
  return `INSERT INTO ${table} SELECT made.* FROM (SELECT * FROM ${other} WHERE project_id = $1 LIMIT 1) AS o,
    jsonb_populate_record(NULL::${table}, to_jsonb(o) || ${own}::jsonb) AS made`;
}

/** Adds a dated record of a GitHub repository to a table, with these columns of its own. */
function github(table: string, columns: string, values: string): string {
  return `INSERT INTO github_${table}_raw
      (project_id, id, repository, content_hash, data, vendor_created_at, vendor_updated_at, ${columns})
    VALUES ($1, 'acme/site#1', 'acme/site', 'hash', '{}', now(), '2026-02-03T10:11:12.000Z', ${values})`;
}
