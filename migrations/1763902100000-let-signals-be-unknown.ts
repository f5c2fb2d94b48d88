import type { MigrationInterface, QueryRunner } from 'typeorm';

const SIGNALS = [
  'waiting_on_client_days',
  'waiting_on_us_hours',
  'response_time_median',
  'blockers_age',
  'stage_overdue',
  'agreement_overdue_count',
  'scope_creep_rate',
  'budget_burn_rate',
  'margin_risk',
  'activity_drop',
];
const SCORES = ['project_health', 'risk', 'client_value', 'upsell_likelihood'];
const UNKNOWN = `{"client_sentiment": {"known": false, "value": null, "status": "unknown", "details": {}, "risk": null}}`;

/** JSON in which each of these keys, where it is there, is known. */
const knowing = (json: string, keys: readonly string[]) =>
  keys.reduce((all, key) => `jsonb_set(${all}, '{${key},known}', 'true')`, json);

/**
 * A signal or score that there is nothing to read from has no value, and the mood of the client's people takes the
 * place of the trend of all moods: what is stored of that would stay as a present reading for ever. Days of the past
 * keep what they say of all other signals.
 */
export class LetSignalsBeUnknown1763902100000 implements MigrationInterface {
  /** Snapshots, and signals and scores that are unknown; a refresh makes them again. */
  readonly loses = ['kag_score_history', 'kag_scores', 'kag_signal_history', 'kag_signals', 'project_snapshots'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM kag_signals WHERE signal_key = 'sentiment_trend'`);
    await runner.query(`ALTER TABLE kag_signals DROP CONSTRAINT ck_kag_signals_status`);
    await runner.query(`ALTER TABLE kag_signals ALTER COLUMN value DROP NOT NULL`);
    await runner.query(
      `ALTER TABLE kag_signals ADD CONSTRAINT ck_kag_signals_status
         CHECK (status IN ('ok', 'warn', 'critical', 'unknown') AND (status = 'unknown') = (value IS NULL))`,
    );
    await runner.query(`ALTER TABLE kag_signal_history ALTER COLUMN value DROP NOT NULL`);
    await runner.query(
      `ALTER TABLE kag_signal_history ADD CONSTRAINT ck_kag_signal_history_status
         CHECK ((status = 'unknown') = (value IS NULL))`,
    );
    for (const [table, name] of [
      ['kag_scores', 'ck_kag_scores_known'],
      ['kag_score_history', 'ck_kag_score_history_known'],
    ]) {
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN value DROP NOT NULL, ALTER COLUMN band DROP NOT NULL`);
      await runner.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} CHECK ((band IS NULL) = (value IS NULL))`);
    }
    await runner.query(`ALTER TABLE kag_scores ADD COLUMN coverage double precision`);
    await runner.query(`UPDATE kag_scores SET coverage = 1`);
    await runner.query(`ALTER TABLE kag_scores ALTER COLUMN coverage SET NOT NULL`);
    await runner.query(`ALTER TABLE kag_scores ADD CONSTRAINT ck_kag_scores_coverage CHECK (coverage BETWEEN 0 AND 1)`);
    await runner.query(
      `UPDATE project_snapshots SET
         signals_json = ${knowing(`(signals_json - 'sentiment_trend')`, SIGNALS)} || '${UNKNOWN}',
         scores_json = ${knowing('scores_json', SCORES)}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    // Days of the past can't be given back their trend of moods: an older server computes them again.
    await runner.query(`DELETE FROM project_snapshots`);
    for (const table of ['kag_signals', 'kag_signal_history', 'kag_scores', 'kag_score_history'])
      await runner.query(`DELETE FROM ${table} WHERE value IS NULL`);
    await runner.query(`ALTER TABLE kag_scores DROP COLUMN coverage`);
    for (const [table, name] of [
      ['kag_scores', 'ck_kag_scores_known'],
      ['kag_score_history', 'ck_kag_score_history_known'],
    ]) {
      await runner.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
      await runner.query(`ALTER TABLE ${table} ALTER COLUMN value SET NOT NULL, ALTER COLUMN band SET NOT NULL`);
    }
    await runner.query(`ALTER TABLE kag_signal_history DROP CONSTRAINT ck_kag_signal_history_status`);
    await runner.query(`ALTER TABLE kag_signal_history ALTER COLUMN value SET NOT NULL`);
    await runner.query(`ALTER TABLE kag_signals DROP CONSTRAINT ck_kag_signals_status`);
    await runner.query(`ALTER TABLE kag_signals ALTER COLUMN value SET NOT NULL`);
    await runner.query(
      `ALTER TABLE kag_signals ADD CONSTRAINT ck_kag_signals_status CHECK (status IN ('ok', 'warn', 'critical'))`,
    );
  }
}
