import type { Database } from '../../src/database/index.js';
import { ForecastsRepository } from '../../src/kag-forecast/forecasts.repository.js';
import { SIGNAL_KEYS } from '../../src/kag-signals/domain/signal.js';
import { shippedForecasts } from '../builders/forecasts.js';
import { known, troubled, waiting } from '../builders/recommendations.js';
import { recommendationsOn } from './recommending.js';

const DAYS = 90;

/** Every fifth project is in deep trouble, every fifth waits for its client, and the others have nothing to do. */
export const kindOf = (n: number): 'troubled' | 'waiting' | 'calm' =>
  n % 5 === 0 ? 'troubled' : n % 5 === 1 ? 'waiting' : 'calm';

const KNOWN = { troubled: () => troubled(), waiting: () => waiting(3), calm: () => known() };
const MEASURES = {
  troubled: { burn: 0.9, burn_slope: 0.01, open_blockers: 2, waiting_days: 3, negative_share: 0.4 },
  waiting: { waiting_days: 3 },
  calm: {},
};
const REFS = [{ message_id: 'cwmsg:1:1', source_table: 'cw_messages', source_pk: 'cwmsg:1:1' }];
const SIGNAL = { known: true, value: 1.25, status: 'ok', risk: 0.25, details: { since: '2026-02-03T10:11:12.000Z' } };
const SIGNALS = Object.fromEntries(SIGNAL_KEYS.map((key) => [key, SIGNAL]));
const AGGREGATES = {
  events_7d: 12,
  events_14d: 31,
  events_30d: 70,
  events_by_source_14d: { chatwoot: 22, linear: 7, attio: 2, github: 0 },
  open_issues: 9,
  blocked_issues: 1,
  overdue_issues: 2,
  pipeline_amount: 18_500,
  pipeline_count: 1,
};

/** Stores for each project what a refresh leaves behind: 90 days of snapshots, scores, forecasts, advice and states. */
export async function conclude(database: Database, projectIds: readonly string[], now: Date): Promise<void> {
  await database.run(SNAPSHOTS, [
    projectIds,
    now,
    JSON.stringify(SIGNALS),
    JSON.stringify(AGGREGATES),
    JSON.stringify(REFS),
  ]);
  await database.run(SCORES, [projectIds, now, JSON.stringify(REFS)]);
  await database.run(STATES, [projectIds, now]);
  await database.run(EVENTS, [projectIds, now]);
  const refs = { blockers_age: REFS, budget_burn_rate: REFS, waiting_on_client_days: REFS };
  const forecasts = projectIds.map((id, n) => [id, shippedForecasts(MEASURES[kindOf(n)], refs)] as const);
  await database.transaction((tx) => new ForecastsRepository(database).store(tx, new Map(forecasts), [], now));
  await recommendationsOn(database).refresh(new Map(projectIds.map((id, n) => [id, KNOWN[kindOf(n)]()])), now);
}

const PROJECTS = `unnest($1::uuid[]) WITH ORDINALITY AS p (id, nth)`;
/** A score of a day so many days ago: it moves a little every day, around a level of the project's own. */
const value = (seed: number, ago: string) =>
  `round((50 + 30 * sin(p.nth * ${seed}) + 15 * sin(${ago} / 5.0 + ${seed}))::numeric, 2)`;
const BAND = (of: string) =>
  `CASE WHEN ${of} >= 75 THEN 'low' WHEN ${of} >= 50 THEN 'medium' WHEN ${of} >= 25 THEN 'high' ELSE 'critical' END`;
const TYPES = ['project_health', 'risk', 'client_value', 'upsell_likelihood'];

const SNAPSHOTS = `
  INSERT INTO project_snapshots (project_id, snapshot_date, as_of, signals_json, scores_json, aggregates_json, measures_json,
    evidence_refs, publishable)
  SELECT p.id, ($2::timestamptz AT TIME ZONE 'UTC')::date - ago, $2::timestamptz - make_interval(days => ago), $3::jsonb,
    jsonb_build_object(${TYPES.map((type, seed) => `'${type}', jsonb_build_object('known', true, 'value', ${value(seed + 1, 'ago')}, 'band', ${BAND(value(seed + 1, 'ago'))})`).join(', ')}),
    $4::jsonb, '{}', (SELECT jsonb_agg(r) FROM jsonb_array_elements($5::jsonb) r, generate_series(1, 40)), true
  FROM ${PROJECTS} CROSS JOIN generate_series(0, ${DAYS - 1}) AS ago`;

const SCORES = `
  INSERT INTO kag_scores (project_id, score_type, value, band, coverage, factors, evidence_refs, as_of)
  SELECT p.id, t.type, v, ${BAND('v')}, 1, '[]', $3::jsonb, $2
  FROM ${PROJECTS} CROSS JOIN unnest(ARRAY[${TYPES.map((type) => `'${type}'`).join(', ')}]) WITH ORDINALITY AS t (type, seed)
  CROSS JOIN LATERAL (SELECT round((50 + 30 * sin(p.nth * t.seed) + 15 * sin(t.seed))::numeric, 2)::float8 AS v) AS s`;

const STATES = `
  INSERT INTO connector_sync_state (project_id, connector, status, cursor_ts, last_success_at, last_attempt_at)
  SELECT p.id, c, 'ok', $2, $2::timestamptz - make_interval(mins => p.nth::int), $2
  FROM ${PROJECTS} CROSS JOIN unnest(ARRAY['chatwoot', 'linear', 'attio']) AS c`;

const EVENTS = `
  INSERT INTO kag_event_log (project_id, event_type, occurred_at, actor, source, dedupe_key)
  SELECT p.id, 'message_sent', $2::timestamptz - make_interval(hours => p.nth::int + n), 'client', 'chatwoot', 'event-' || n
  FROM ${PROJECTS} CROSS JOIN generate_series(0, 19) AS n`;
