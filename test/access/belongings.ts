import { RecommendationsService } from '../../src/kag-recommendations/index.js';
import { waiting } from '../builders/recommendations.js';
import { addedBy, letIn, newcomer, project, type Person } from '../support/people.js';
import type { TestApp } from '../support/test-app.js';

/** An account scope with something of each kind that a request can name. */
export interface Belongings {
  scopeId: string;
  scopeKey: string;
  projectId: string;
  userId: string;
  runId: string;
  recommendationId: string;
  actionId: string;
  eventId: string;
  source_id: string;
  digestId: string;
  deliveryId: string;
  errorId: string;
}

/** A source with a token of its own: the environment’s belong to another account scope. */
export const OWN_SOURCE = { external_id: null, credentials: { api_token: 'lin_api_of_the_tests' } };

/** A new account scope with its admin, and with something of each kind. */
export async function newScope(server: TestApp): Promise<{ admin: Person; has: Belongings }> {
  const { database } = server.db;
  const { scopeId, scopeKey, ...admin } = await newcomer(server);
  const projectId = await project(admin.client);
  await server.app.get(RecommendationsService).refresh(new Map([[projectId, waiting(3)]]), new Date());
  const bound = await admin.client.put(`/projects/${projectId}/sources/linear`, OWN_SOURCE);
  const [made] = await database.query<{ run: string; recommendation: string; action: string; event: string }>(
    `WITH run AS (INSERT INTO job_runs (project_id, job_type, trigger, status, finished_at)
       VALUES ($1, 'kag_signals_refresh', 'schedule', 'succeeded', now()) RETURNING id),
     action AS (INSERT INTO actions (project_id, kind, status, text, due_at, idempotency_key, fingerprint, created_by)
       VALUES ($1, 'reminder', 'queued', 'Call them', now(), 'k', 'f', 'ann') RETURNING id),
     heard AS (INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, dedupe_key)
       VALUES ($1, 'need_detected', now(), 'client', 'chatwoot', '{"conversation_id": "cw:1:1"}', 'need_detected:x') RETURNING id)
     SELECT run.id AS run, action.id AS action, heard.id::text AS event, r.id AS recommendation
     FROM run, action, heard, recommendations_v2 r WHERE r.project_id = $1`,
    [projectId],
  );
  const [digest] = await database.query<{ digestId: string; deliveryId: string }>(
    `WITH made AS (INSERT INTO digest_subscriptions
         (account_scope_id, name, channel, target, sealed, locale, period, days, hour, time_zone)
       VALUES ($1, 'x', 'slack', 'hooks.example', 'sealed', 'en', 'day', '["mon"]', 8, 'UTC') RETURNING id),
     failed AS (INSERT INTO digest_deliveries (subscription_id, account_scope_id, period_start, period_end, status)
       SELECT id, $1, '2026-02-03', '2026-02-03', 'failed' FROM made RETURNING id)
     SELECT made.id AS "digestId", failed.id AS "deliveryId" FROM made, failed`,
    [scopeId],
  );
  const [error] = await database.query<{ id: string }>(
    `INSERT INTO connector_errors (project_id, connector, operation, error_kind, error_message, dedupe_key)
     VALUES ($1, 'linear', 'record', 'timeout', 'It took too long', 'k') RETURNING id`,
    [projectId],
  );
  const person = await addedBy(server, admin.client, 'viewer');
  const has = {
    scopeId,
    scopeKey,
    projectId,
    userId: person.id,
    runId: made?.run ?? '',
    recommendationId: made?.recommendation ?? '',
    actionId: made?.action ?? '',
    eventId: made?.event ?? '',
    source_id: String(bound.body.source.webhook_path).split('/').at(-1) ?? '',
    digestId: digest?.digestId ?? '',
    deliveryId: digest?.deliveryId ?? '',
    errorId: error?.id ?? '',
  };
  return { admin, has };
}

/** An admin of a scope of their own, who is a viewer in this one. */
export async function guest(server: TestApp, scopeId: string): Promise<Person> {
  const person = await newcomer(server);
  await project(person.client);
  await letIn(server, person, scopeId, 'viewer');
  return person;
}
