import { randomUUID } from 'node:crypto';
import type { Sql } from '../../src/database/index.js';
import type { EvidenceRef } from '../../src/kag-events/index.js';
import type { KeptMeasures } from '../../src/kag-snapshots/domain/day-measures.js';

/** What of a snapshot the tests of similarity care for; the rest is of a project at rest. */
export interface SnapshotValues {
  measures?: KeptMeasures;
  events_7d?: number;
  events_30d?: number;
  pipeline_amount?: number;
}

const AT_REST: KeptMeasures = {
  blockers_age: 0,
  open_blockers: 0,
  stage_overdue: 0,
  answer_minutes: 0,
  burn: 0.5,
  margin: 0.6,
  waiting_days: 0,
  negative_share: 0,
  sentiment_level: 0,
  activity_drop: 0,
  scope_requests_7d: 0,
};
export const EVIDENCE: EvidenceRef[] = [
  { message_id: 'cwmsg:1:1', source_table: 'cw_messages', source_pk: 'cwmsg:1:1' },
];

/** A day's signals, scores, measures and counts as they are stored. */
export function snapshotJson({ measures, events_7d = 0, events_30d = 0, pipeline_amount = 0 }: SnapshotValues = {}) {
  return {
    signals: '{}',
    scores: '{}',
    measures: JSON.stringify({ ...AT_REST, ...measures }),
    aggregates: JSON.stringify({ events_7d, events_30d, pipeline_amount, pipeline_count: 0 }),
  };
}

/** Stores the project's snapshot of a day as the daily run would, in place of one that is there. */
export async function addSnapshot(
  sql: Sql,
  projectId: string,
  day: string,
  values: SnapshotValues = {},
): Promise<void> {
  const { signals, scores, measures, aggregates } = snapshotJson(values);
  await sql.run(
    `INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, measures_json, aggregates_json,
       evidence_refs, publishable)
     VALUES ($1, $2::date, $2::date + interval '1 day', $3, $4, $5, $6, $7, true)
     ON CONFLICT (project_id, snapshot_date) DO UPDATE SET measures_json = excluded.measures_json,
       aggregates_json = excluded.aggregates_json`,
    [projectId, day, signals, scores, measures, aggregates, JSON.stringify(EVIDENCE)],
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
