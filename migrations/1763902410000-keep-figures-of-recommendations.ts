import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What each category was about, while a recommendation said no cause. */
const CAUSES = `CASE category WHEN 'waiting_on_client' THEN 'client_silent' WHEN 'scope_creep_change_request' THEN 'scope_requests'
  WHEN 'delivery_risk' THEN 'work_blocked' WHEN 'finance_risk' THEN 'over_budget' WHEN 'upsell_opportunity' THEN 'needs_voiced'
  ELSE 'deal_lost' END`;
/** Figures that old texts were made of, as far as the signals of then tell them; the rest is not known. */
const FIGURES = `jsonb_build_object(
  'causes', jsonb_build_array(jsonb_build_object('cause', ${CAUSES}, 'reason', 'condition')),
  'waiting_days', floor((signal_snapshot #>> '{waiting_on_client_days,value}')::float8),
  'asked_hours', floor((signal_snapshot #>> '{waiting_on_us_hours,value}')::float8),
  'scope_requests', (signal_snapshot #>> '{scope_creep_rate,details,scope_changes}')::float8,
  'client_messages', (signal_snapshot #>> '{scope_creep_rate,details,client_messages}')::float8,
  'open_blockers', (signal_snapshot #>> '{blockers_age,details,open_blockers}')::float8,
  'blockers_days', floor((signal_snapshot #>> '{blockers_age,value}')::float8),
  'late_days', floor((signal_snapshot #>> '{stage_overdue,value}')::float8),
  'burn_percent', nullif(round(100 * (signal_snapshot #>> '{budget_burn_rate,value}')::float8), 0),
  'margin_percent', NULL, 'negative_messages', NULL, 'mood_messages', NULL, 'needs', NULL, 'upsell', NULL,
  'there_since', NULL, 'chance', NULL, 'lost_deal', NULL)`;
/** The signals of then in their present form: what was not told, or is gone, is not known. */
const SIGNALS = `(SELECT jsonb_object_agg(key, CASE WHEN signal_snapshot ? key THEN (signal_snapshot -> key) || '{"known": true}'::jsonb
    ELSE '{"known": false, "value": null, "status": "unknown", "details": {}}'::jsonb END)
  FROM unnest(ARRAY['waiting_on_client_days', 'waiting_on_us_hours', 'response_time_median', 'blockers_age', 'stage_overdue',
    'agreement_overdue_count', 'client_sentiment', 'scope_creep_rate', 'budget_burn_rate', 'margin_risk', 'activity_drop']) AS key)`;
const TEMPLATES = `CASE category WHEN 'winback' THEN 'winback_talk' ELSE suggested_template_key END`;

/**
 * Recommendations keep figures, and words are made of them when they are read; people snooze, assign and resolve them.
 * What was said before is told again by the signals of then: the old words can't be translated.
 */
export class KeepFiguresOfRecommendations1763902410000 implements MigrationInterface {
  /**
   * What people said and decided of recommendations, their figures, and forecasts of then. Their status stays but for
   * snoozes.
   */
  readonly loses = [
    'recommendations_v2.assignee',
    'recommendations_v2.figures',
    'recommendations_v2.forecast_snapshot',
    'recommendations_v2.peak_strength',
    'recommendations_v2.phrasing',
    'recommendations_v2.reopened_at',
    'recommendations_v2.reopened_reason',
    'recommendations_v2.resolution',
    'recommendations_v2.resolution_note',
    'recommendations_v2.settled_strength',
    'recommendations_v2.signal_snapshot',
    'recommendations_v2.snoozed_until',
    'recommendations_v2.status',
    'recommendations_v2.strength',
  ];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE recommendations_v2
        ADD COLUMN cause text,
        ADD COLUMN figures jsonb,
        ADD COLUMN strength double precision NOT NULL DEFAULT 1,
        ADD COLUMN peak_strength double precision NOT NULL DEFAULT 1,
        ADD COLUMN settled_strength double precision,
        ADD COLUMN snoozed_until date,
        ADD COLUMN assignee text,
        ADD COLUMN resolution text,
        ADD COLUMN resolution_note text,
        ADD COLUMN reopened_at timestamptz,
        ADD COLUMN reopened_reason text,
        ALTER COLUMN forecast_snapshot DROP NOT NULL`);
    // Forecasts of then said what was not so: they are not told again.
    await runner.query(`
      UPDATE recommendations_v2 SET cause = ${CAUSES}, figures = ${FIGURES}, suggested_template_key = ${TEMPLATES}, phrasing = NULL,
        signal_snapshot = ${SIGNALS}, forecast_snapshot = NULL, settled_strength = CASE WHEN status IN ('done', 'dismissed') THEN 1 END`);
    await runner.query(`
      ALTER TABLE recommendations_v2
        ALTER COLUMN cause SET NOT NULL,
        ALTER COLUMN figures SET NOT NULL,
        ALTER COLUMN strength DROP DEFAULT,
        ALTER COLUMN peak_strength DROP DEFAULT,
        DROP COLUMN title,
        DROP COLUMN rationale,
        DROP COLUMN why_now,
        DROP COLUMN expected_impact,
        DROP COLUMN suggested_template,
        DROP CONSTRAINT ck_recommendations_v2_category,
        DROP CONSTRAINT ck_recommendations_v2_status`);
    await runner.query(`
      ALTER TABLE recommendations_v2
        ADD CONSTRAINT ck_recommendations_v2_category CHECK (category IN ('waiting_on_client', 'answer_the_client',
          'scope_creep_change_request', 'delivery_risk', 'finance_risk', 'unhappy_client', 'upsell_opportunity', 'winback')),
        ADD CONSTRAINT ck_recommendations_v2_status CHECK (status IN ('new', 'acknowledged', 'snoozed', 'done', 'dismissed', 'expired')),
        ADD CONSTRAINT ck_recommendations_v2_resolution CHECK (resolution IN ('happened', 'prevented', 'false_alarm', 'not_relevant')),
        ADD CONSTRAINT ck_recommendations_v2_reopened CHECK (reopened_reason IN ('worse', 'snooze_over'))`);
    // Of each category the latest episode that is over: its rest, and what was said of it.
    await runner.query(
      `CREATE INDEX ix_recommendations_v2_past ON recommendations_v2 (project_id, category, episode_ended_at DESC) WHERE episode_ended_at IS NOT NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_recommendations_v2_past`);
    await runner.query(`DELETE FROM recommendations_v2 WHERE category IN ('answer_the_client', 'unhappy_client')`);
    await runner.query(`
      ALTER TABLE recommendations_v2
        DROP CONSTRAINT ck_recommendations_v2_category,
        DROP CONSTRAINT ck_recommendations_v2_status,
        DROP CONSTRAINT ck_recommendations_v2_resolution,
        DROP CONSTRAINT ck_recommendations_v2_reopened,
        ADD COLUMN title text NOT NULL DEFAULT '',
        ADD COLUMN rationale text NOT NULL DEFAULT '',
        ADD COLUMN why_now text NOT NULL DEFAULT '',
        ADD COLUMN expected_impact text NOT NULL DEFAULT '',
        ADD COLUMN suggested_template text NOT NULL DEFAULT ''`);
    // The next refresh says again what is open.
    await runner.query(`
      UPDATE recommendations_v2 SET forecast_snapshot = coalesce(forecast_snapshot, '{}'), phrasing = NULL,
        status = CASE status WHEN 'snoozed' THEN 'acknowledged' ELSE status END,
        suggested_template_key = CASE suggested_template_key WHEN 'finance_plan_request' THEN 'finance_risk_review'
          WHEN 'finance_margin_review' THEN 'finance_risk_review' WHEN 'winback_talk' THEN 'upsell_offer_pitch'
          ELSE suggested_template_key END`);
    await runner.query(`
      ALTER TABLE recommendations_v2
        ALTER COLUMN title DROP DEFAULT,
        ALTER COLUMN rationale DROP DEFAULT,
        ALTER COLUMN why_now DROP DEFAULT,
        ALTER COLUMN expected_impact DROP DEFAULT,
        ALTER COLUMN suggested_template DROP DEFAULT,
        ALTER COLUMN forecast_snapshot SET NOT NULL,
        DROP COLUMN cause,
        DROP COLUMN figures,
        DROP COLUMN strength,
        DROP COLUMN peak_strength,
        DROP COLUMN settled_strength,
        DROP COLUMN snoozed_until,
        DROP COLUMN assignee,
        DROP COLUMN resolution,
        DROP COLUMN resolution_note,
        DROP COLUMN reopened_at,
        DROP COLUMN reopened_reason,
        ADD CONSTRAINT ck_recommendations_v2_category CHECK (category IN ('waiting_on_client', 'scope_creep_change_request',
          'delivery_risk', 'finance_risk', 'upsell_opportunity', 'winback')),
        ADD CONSTRAINT ck_recommendations_v2_status CHECK (status IN ('new', 'acknowledged', 'done', 'dismissed', 'expired'))`);
  }
}
