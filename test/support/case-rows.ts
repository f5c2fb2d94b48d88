import { randomUUID } from 'node:crypto';
import type { Sql } from '../../src/database/index.js';
import type { EvidenceRef } from '../../src/kag-events/index.js';

/** What of a snapshot the tests of similarity care for; the rest is of a project at rest. */
export interface SnapshotValues {
  signals?: Record<string, number>;
  scores?: Record<string, number>;
  events_7d?: number;
  pipeline_amount?: number;
}

const AT_REST = {
  waiting_on_client_days: 0,
  response_time_median: 0,
  blockers_age: 0,
  stage_overdue: 0,
  agreement_overdue_count: 0,
  client_sentiment: 0,
  scope_creep_rate: 0,
  budget_burn_rate: 0,
  margin_risk: 0,
  activity_drop: 0,
};
const EVIDENCE: EvidenceRef[] = [{ message_id: 'cwmsg:1:1', source_table: 'cw_messages', source_pk: 'cwmsg:1:1' }];

/** A day's signals, scores and counts as they are stored. */
export function snapshotJson(values: SnapshotValues = {}): { signals: string; scores: string; aggregates: string } {
  const signals = Object.entries({ ...AT_REST, ...values.signals }).map(([key, value]) => [
    key,
    { value, status: 'ok', details: {}, risk: 0 },
  ]);
  const scores = Object.entries({
    project_health: 100,
    risk: 0,
    client_value: 50,
    upsell_likelihood: 50,
    ...values.scores,
  }).map(([key, value]) => [key, { value, band: 'low' }]);
  const aggregates = {
    events_7d: values.events_7d ?? 0,
    pipeline_amount: values.pipeline_amount ?? 0,
    pipeline_count: 0,
  };
  return {
    signals: JSON.stringify(Object.fromEntries(signals)),
    scores: JSON.stringify(Object.fromEntries(scores)),
    aggregates: JSON.stringify(aggregates),
  };
}

/** Stores the project's snapshot of a day as the daily run would, in place of one that is there. */
export async function addSnapshot(
  sql: Sql,
  projectId: string,
  day: string,
  values: SnapshotValues = {},
): Promise<void> {
  const { signals, scores, aggregates } = snapshotJson(values);
  await sql.run(
    `INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json, evidence_refs, publishable)
     VALUES ($1, $2::date, $2::date + interval '1 day', $3, $4, $5, $6, true)
     ON CONFLICT (project_id, snapshot_date) DO UPDATE SET signals_json = excluded.signals_json,
       scores_json = excluded.scores_json, aggregates_json = excluded.aggregates_json`,
    [projectId, day, signals, scores, aggregates, JSON.stringify(EVIDENCE)],
  );
}

export async function addOutcome(
  sql: Sql,
  projectId: string,
  day: string,
  type = 'client_risk',
  severity = 4,
): Promise<void> {
  await sql.run(
    `INSERT INTO past_case_outcomes (project_id, outcome_type, occurred_on, severity, reason, evidence_refs)
     VALUES ($1, $2, $3, $4, '[]', $5)`,
    [projectId, type, day, severity, JSON.stringify(EVIDENCE)],
  );
}

/** Appends events of these types, a minute apart from `from` on. */
export async function addEvents(sql: Sql, projectId: string, from: string, types: readonly string[]): Promise<void> {
  await sql.run(
    `INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, dedupe_key)
     SELECT $1, type, $2::timestamptz + make_interval(mins => n::int - 1), 'team', 'linear', gen_random_uuid()::text
     FROM unnest($3::text[]) WITH ORDINALITY AS e(type, n) ORDER BY n`,
    [projectId, from, types],
  );
}

/** Ids of new projects in a new account scope. */
export async function newScope(sql: Sql, ...names: string[]): Promise<string[]> {
  const rows = await sql.query<{ id: string; name: string }>(
    `WITH scope AS (INSERT INTO account_scopes (key, name) VALUES ($1, $1) RETURNING id)
     INSERT INTO projects (account_scope_id, name) SELECT scope.id, name FROM scope, unnest($2::text[]) AS name RETURNING id, name`,
    [randomUUID(), names],
  );
  return names.map((name) => rows.find((row) => row.name === name)!.id);
}
