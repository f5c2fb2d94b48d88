import { Injectable } from '@nestjs/common';
import type { Span } from '../common/day.js';
import type { Locale } from '../common/locale.js';
import { Config } from '../config/index.js';
import { hasLeaving } from '../connectors/index.js';
import type { Sql } from '../database/index.js';
import { inWords, type OpenRecommendation } from '../kag-recommendations/index.js';
import type { Whose } from '../portfolio/index.js';
import type { DigestFacts, HealthFact, OnsetFact, RiskFact } from './domain/facts.js';

export interface DigestProject {
  id: string;
  name: string;
}

/** A recommendation that a person did or dismissed in these days. */
export interface SettledAdvice {
  project_id: string;
  recommendation_id: string;
  what: 'done' | 'dismissed';
  at: Date;
  /** Who said so; null: it is not stored. */
  by: string | null;
  resolution: string | null;
  title: string;
}

type StoredAdvice = OpenRecommendation & { project_id: string; recommendation_id: string };

/** Days before the span from which what was known last is taken, where its eve is not known. */
const SLACK_DAYS = 3;
const startOf = (day: string) => `${day}::timestamp AT TIME ZONE 'UTC'`;
/** Condition in SQL: the time is within the days $2 to $3. */
const within = (time: string) => `${time} >= ${startOf('$2::date')} AND ${time} < ${startOf('($3::date + 1)')}`;
const ADVICE = `r.project_id, r.id AS recommendation_id, r.category, r.cause, r.figures, r.reopened_reason,
  r.suggested_template_key, r.phrasing`;

/** What happened in some days in some projects. What had no evidence then is left out. */
@Injectable()
export class FactsRepository {
  constructor(private readonly config: Config) {}

  /** The projects that a digest may name. One statement. */
  async projects(sql: Sql, whose: Whose): Promise<DigestProject[]> {
    const [condition, id] =
      'userId' in whose
        ? ['account_scope_id IN (SELECT account_scope_id FROM user_scopes WHERE user_id = $1)', whose.userId]
        : ['account_scope_id = $1', whose.accountScopeId];
    return sql.query<DigestProject>(
      `SELECT id, name FROM projects p WHERE ${condition} AND NOT ${hasLeaving('p.id')} ORDER BY lower(name), id`,
      [id],
    );
  }

  /** All that changed in these projects. Four statements. */
  async of(sql: Sql, ids: readonly string[], span: Span, locale: Locale): Promise<DigestFacts> {
    const asked = [ids, span.from, span.to];
    return {
      health: await sql.query<HealthFact>(HEALTH, asked),
      risks: await sql.query<RiskFact>(RISKS, asked),
      onsets: await sql.query<OnsetFact>(ONSETS, asked),
      advice: (await sql.query<StoredAdvice & { what: 'opened' | 'lapsed'; priority: number }>(MOVED, asked)).map(
        ({ what, priority, ...advice }) => ({
          ...this.titled(advice, locale),
          what,
          category: advice.category,
          priority,
        }),
      ),
    };
  }

  /** What people did or dismissed, the newest first. One statement. */
  async settled(sql: Sql, ids: readonly string[], span: Span, locale: Locale): Promise<SettledAdvice[]> {
    type Row = StoredAdvice & Pick<SettledAdvice, 'what' | 'at' | 'by' | 'resolution'>;
    const rows = await sql.query<Row>(SETTLED, [ids, span.from, span.to]);
    return rows.map(({ what, at, by, resolution, ...advice }) => ({
      ...this.titled(advice, locale),
      what,
      at,
      by,
      resolution,
    }));
  }

  private titled({ project_id, recommendation_id, ...advice }: StoredAdvice, locale: Locale) {
    return {
      project_id,
      recommendation_id,
      title: inWords(advice, locale, this.config.RECOMMENDATIONS_PHRASING).title,
    };
  }
}

const healthOn = (days: string) => `
  SELECT (scores_json #>> '{project_health,value}')::float8 AS value FROM project_snapshots
  WHERE project_id = p.id AND publishable AND ${days} ORDER BY snapshot_date DESC LIMIT 1`;
const HEALTH = `
  SELECT p.id AS project_id, was.value AS before, is_now.value AS after FROM unnest($1::uuid[]) AS p (id)
  CROSS JOIN LATERAL (${healthOn(`snapshot_date < $2::date AND snapshot_date >= $2::date - ${SLACK_DAYS}`)}) was
  CROSS JOIN LATERAL (${healthOn('snapshot_date BETWEEN $2::date AND $3::date')}) is_now
  WHERE was.value IS NOT NULL AND is_now.value IS NOT NULL`;

const chanceOn = (times: string) => `
  SELECT p14 FROM kag_risk_forecast_history h
  WHERE h.project_id = f.project_id AND h.risk_type = f.risk_type AND h.model = f.model AND h.publishable AND ${times}
  ORDER BY generated_at DESC LIMIT 1`;
/** Condition in SQL: the project was not over by the last of the days. */
const goesOn = (project: string) => `(${project}.ended_on IS NULL OR ${project}.ended_on > $3::date)`;
/** By the model that serves now: a change of model must not look like news. A risk that is there has no chance. */
const RISKS = `
  SELECT f.project_id, f.risk_type, was.p14 AS before, is_now.p14 AS after FROM kag_risk_forecasts f
  JOIN projects p ON p.id = f.project_id AND ${goesOn('p')}
  CROSS JOIN LATERAL (${chanceOn(
    `generated_at < ${startOf('$2::date')} AND generated_at >= ${startOf(`($2::date - ${SLACK_DAYS})`)}`,
  )}) was
  CROSS JOIN LATERAL (${chanceOn(within('generated_at'))}) is_now
  WHERE f.project_id = ANY ($1::uuid[]) AND f.status <> 'already'`;

/** An onset that ends because its project ended is left out: nothing got better. */
const ONSETS = `
  SELECT o.project_id, o.risk_type, what, to_char(day, 'YYYY-MM-DD') AS day FROM risk_onsets o
  JOIN projects p ON p.id = o.project_id
  CROSS JOIN LATERAL (VALUES ('came', o.known), ('over', o.ended)) AS e (what, day)
  WHERE o.project_id = ANY ($1::uuid[]) AND day BETWEEN $2::date AND $3::date
    AND NOT (what = 'came' AND coalesce(o.ended <= $3::date, false))
    AND NOT (what = 'over' AND coalesce(p.ended_on <= o.ended, false))`;

const MOVED = `
  SELECT ${ADVICE}, r.priority, e.what FROM recommendations_v2 r
  CROSS JOIN LATERAL (VALUES ('opened', r.episode_started_at),
    ('lapsed', CASE WHEN r.status = 'expired' THEN r.episode_ended_at END)) AS e (what, at)
  WHERE r.project_id = ANY ($1::uuid[]) AND r.evidence_gate_status = 'shown' AND ${within('e.at')}`;

const SETTLED = `
  SELECT ${ADVICE}, r.status AS what, r.resolution, e.at, a.actor_name AS by FROM recommendations_v2 r
  CROSS JOIN LATERAL (SELECT CASE r.status WHEN 'done' THEN r.completed_at ELSE r.dismissed_at END AS at) e
  LEFT JOIN LATERAL (
    SELECT actor_name FROM audit_events WHERE entity_id = r.id::text AND entity_type = 'recommendation'
      AND project_id = r.project_id AND after ->> 'status' = r.status ORDER BY id DESC LIMIT 1) a ON true
  WHERE r.project_id = ANY ($1::uuid[]) AND r.status IN ('done', 'dismissed')
    AND r.evidence_gate_status = 'shown' AND ${within('e.at')}
  ORDER BY e.at DESC, r.id`;
