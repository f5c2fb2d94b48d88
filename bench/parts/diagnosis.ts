import type { ApiClient } from '../../demo/api-client.js';
import { sizesOf, told, type Bench, type Measured } from '../bench.js';
import { figure } from '../figures/figure.js';
import type { BenchDatabase } from '../servers/database.js';
import { signIn } from '../servers/servers.js';
import { repeat, timed } from '../timing.js';

/** `busy`: projects with all rows of a busy one; the others have a part of them. */
const SIZES = {
  full: { projects: 1_000, busy: 25, rounds: 200, budgetMs: 30_000 },
  quick: { projects: 20, busy: 2, rounds: 5, budgetMs: 2_000 },
};
/** A cycle with its three connectors every 15 minutes, retries every 5, and what follows from them. */
const PROCESS_EVENTS_A_DAY = 1700;

/**
 * `GET /ops/diagnosis` as an operator asks it, of projects with three days of processes, two months of events and
 * texts.
 */
export async function benchDiagnosis(bench: Bench): Promise<Measured> {
  const { database, servers, say } = bench;
  const { projects, busy: count, rounds, budgetMs } = sizesOf(bench, SIZES);
  await database.renew();
  const server = await servers.start();
  const api = await signIn(server);
  say(`diagnosis: rows of ${projects} projects`);
  const ids = await fill(database, projects, count);
  const once = (samples: number[], some: readonly string[], round: number) =>
    timed(samples, () => look(api, some[round % some.length] ?? ''));
  const [first, busy, others]: [number[], number[], number[]] = [[], [], []];
  // Each project's rows are read for the first time once, and then again.
  for (let round = 0; round < count; round++) await once(first, ids.busy, round);
  say(`diagnosis: ${rounds} times`);
  await repeat(rounds, budgetMs, (round) => once(busy, ids.busy, round));
  await repeat(rounds, budgetMs, (round) => once(others, ids.others, round * 4));
  await server.stop();
  return {
    figures: [figure('diagnosis.first', first), figure('diagnosis.busy', busy), figure('diagnosis.other', others)],
    facts: [['diagnosis', `${told(projects)} projects, of which ${count} are busy`]],
  };
}

async function look(api: ApiClient, id: string): Promise<void> {
  const { sections } = await api.call<{ sections: { checks: { observed: string }[] }[] }>(
    'GET',
    `/ops/diagnosis?project_id=${id}`,
  );
  const unread = sections
    .flatMap(({ checks }) => checks)
    .find(({ observed }) => observed.includes('could not be read'));
  if (unread) throw new Error(unread.observed);
}

async function fill(
  database: BenchDatabase,
  projects: number,
  busy: number,
): Promise<{ busy: string[]; others: string[] }> {
  const rows = await database.query<{ id: string }>(
    `INSERT INTO projects (account_scope_id, name, created_at)
     SELECT (SELECT account_scope_id FROM user_scopes LIMIT 1), 'Project ' || n, now() - interval '90 days'
     FROM generate_series(1, $1::int) AS n RETURNING id`,
    [projects],
  );
  const ids = rows.map(({ id }) => id);
  const parts = { busy: ids.slice(0, busy), others: ids.slice(busy) };
  for (const [some, share] of [
    [parts.busy, 1],
    [parts.others, 0.05],
  ] as const) {
    for (const statement of FILLING) await database.query(statement, [some, share]);
  }
  await database.query('ANALYZE');
  return parts;
}

/** Of each project ($1) a share ($2) of what a busy one has. */
const OF = (count: number) =>
  `unnest($1::uuid[]) AS p CROSS JOIN generate_series(1, (${count} * $2::float8)::int) AS n`;
const JOBS = `ARRAY['connectors_sync_cycle', 'chatwoot_sync', 'linear_sync', 'attio_sync', 'connector_errors_retry', 'embeddings_run',
  'kag_signals_refresh', 'kag_daily_pipeline']`;
const FILLING = [
  `INSERT INTO kag_event_log (project_id, event_type, occurred_at, recorded_at, actor, source, payload_json, dedupe_key)
   SELECT p, CASE WHEN n % 40 = 0 THEN 'process_warning' WHEN n % 50 = 1 THEN 'process_failed'
       WHEN n % 2 = 0 THEN 'process_started' ELSE 'process_finished' END,
     now() - make_interval(secs => n * 86400.0 / ${PROCESS_EVENTS_A_DAY}), now() - make_interval(secs => n * 86400.0 / ${PROCESS_EVENTS_A_DAY}),
     'system', 'system', jsonb_build_object('process', (${JOBS})[1 + n / 2 % 8], 'run_id', gen_random_uuid(), 'duration_ms', 1200,
       'warning', 'linear: skipped, linear is not configured', 'counters', '{"fetched": 3, "upserted": 1}'::jsonb), 'p' || n
   FROM ${OF(PROCESS_EVENTS_A_DAY * 3)}`,
  `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, payload_json, evidence_refs, dedupe_key)
   SELECT p, (ARRAY['message_sent', 'issue_created', 'issue_completed', 'note_logged', 'deal_stage_changed', 'scope_change_detected'])[1 + n % 6],
     now() - make_interval(hours => n), 'client', 'chatwoot', '{"sender": "client", "sentiment_score": 0.1}',
     '[{"message_id": "cwmsg:1:1", "source_table": "cw_messages", "source_pk": "cwmsg:1:1"}]', 'd' || n
   FROM ${OF(1440)}`,
  `INSERT INTO job_runs (project_id, job_type, status, trigger, result, created_at, started_at, finished_at)
   SELECT p, (${JOBS})[1 + n % 8], 'succeeded', 'schedule', '{"fetched": 3}', now() - make_interval(mins => n * 2),
     now() - make_interval(mins => n * 2), now() - make_interval(mins => n * 2)
   FROM ${OF(6000)}`,
  `INSERT INTO scheduled_jobs (project_id, job_type, cadence_seconds, next_run_at)
   SELECT p, job, 900, now() + interval '10 minutes' FROM unnest($1::uuid[]) AS p CROSS JOIN unnest(${JOBS}) AS job
   WHERE $2::float8 > 0 ON CONFLICT DO NOTHING`,
  `INSERT INTO connector_sync_state (project_id, connector, status, cursor_ts, last_success_at, last_attempt_at)
   SELECT p, c, 'ok', now(), now(), now() FROM unnest($1::uuid[]) AS p CROSS JOIN unnest(ARRAY['chatwoot', 'linear', 'attio']) AS c
   WHERE $2::float8 > 0`,
  `INSERT INTO connector_errors (project_id, connector, operation, source_ref, error_kind, error_message, status, dedupe_key, payload_json)
   SELECT p, 'chatwoot', 'record', 'message:' || n, 'bad_payload', 'content is no text', CASE WHEN n % 3 = 0 THEN 'resolved' ELSE 'dead_letter' END,
     'e' || n, jsonb_build_object('content', repeat('x', 500)) FROM ${OF(600)}`,
  `INSERT INTO rag_chunks (project_id, source_kind, source_id, chunk_index, text, text_hash, tsv, occurred_at, embedding_status)
   SELECT p, 'message', n::text, 0, t, md5(n::text), rag_tsv(t), now() - make_interval(mins => n), CASE WHEN n % 20 = 0 THEN 'pending' ELSE 'ready' END
   FROM ${OF(3000)} CROSS JOIN LATERAL (SELECT repeat('when will the page be ready ' || n, 8) AS t) text`,
  `INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json, evidence_refs, publishable)
   SELECT p, current_date - n, now(), '{}', '{}', '{}', '[]', n % 3 > 0 FROM ${OF(400)}`,
  `INSERT INTO kag_risk_forecasts (project_id, risk_type, status, p7, p14, p30, base_rate, basis, onsets_seen, drivers, publishable,
     model, evidence_refs, generated_at)
   SELECT p, r, 'ok', .5, .6, .7, '{}', 'own', 40, '[]', true, 'hazard-v1', (SELECT jsonb_agg(jsonb_build_object('source_pk', i)) FROM generate_series(1, 40) i), now()
   FROM unnest($1::uuid[]) AS p CROSS JOIN unnest(ARRAY['delivery_risk', 'finance_risk', 'client_risk', 'scope_risk']) AS r WHERE $2::float8 > 0`,
  `INSERT INTO recommendations_v2 (project_id, category, priority, due_date, owner_role, cause, figures, strength, peak_strength,
     evidence_refs, links, suggested_template_key, signal_snapshot, forecast_snapshot, evidence_count, evidence_quality_score,
     evidence_gate_status, evidence_gate_reason, episode_started_at, episode_ended_at)
   SELECT p, 'delivery_risk', 4, current_date, 'pm', 'work_blocked', '{}', 1, 1, '[]', '[]', 'k', '{}', '{}', 1, 0.3, 'hidden',
     'too_few_refs: 1 of 2 pieces of evidence', now(), CASE WHEN n > 1 THEN now() END FROM ${OF(60)}`,
  `INSERT INTO case_signatures (project_id, window_days, window_end, vector, pairs, context, snapshots, hash)
   SELECT p, w, current_date - n * 7, array_fill(0.1::float8, ARRAY[14]), '{a>b}', '{}', 14, 'h'
   FROM ${OF(57)} CROSS JOIN unnest(ARRAY[7, 14, 30]) AS w`,
];
