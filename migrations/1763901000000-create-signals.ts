import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is remembered of each project's events, and the signals and scores that follow from it. */
export class CreateSignals1763901000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    // `state` is text, not jsonb: it is only ever read and written whole, and jsonb would reorder its keys.
    await runner.query(`
      CREATE TABLE kag_signal_state (
        project_id uuid NOT NULL,
        slot text NOT NULL,
        version integer NOT NULL,
        state_at timestamptz NOT NULL,
        seen_id bigint NOT NULL,
        revision integer NOT NULL,
        state text NOT NULL,
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_kag_signal_state PRIMARY KEY (project_id, slot),
        CONSTRAINT fk_kag_signal_state_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE kag_signals (
        project_id uuid NOT NULL,
        signal_key text NOT NULL,
        value double precision NOT NULL,
        status text NOT NULL,
        details jsonb NOT NULL,
        evidence_refs jsonb NOT NULL,
        as_of timestamptz NOT NULL,
        CONSTRAINT pk_kag_signals PRIMARY KEY (project_id, signal_key),
        CONSTRAINT fk_kag_signals_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_kag_signals_status CHECK (status IN ('ok', 'warn', 'critical'))
      )`);
    await runner.query(`
      CREATE TABLE kag_signal_history (
        project_id uuid NOT NULL,
        signal_key text NOT NULL,
        day date NOT NULL,
        value double precision NOT NULL,
        status text NOT NULL,
        as_of timestamptz NOT NULL,
        CONSTRAINT pk_kag_signal_history PRIMARY KEY (project_id, signal_key, day),
        CONSTRAINT fk_kag_signal_history_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE kag_scores (
        project_id uuid NOT NULL,
        score_type text NOT NULL,
        value double precision NOT NULL,
        band text NOT NULL,
        factors jsonb NOT NULL,
        evidence_refs jsonb NOT NULL,
        as_of timestamptz NOT NULL,
        CONSTRAINT pk_kag_scores PRIMARY KEY (project_id, score_type),
        CONSTRAINT fk_kag_scores_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_kag_scores_band CHECK (band IN ('low', 'medium', 'high', 'critical'))
      )`);
    await runner.query(`
      CREATE TABLE kag_score_history (
        project_id uuid NOT NULL,
        score_type text NOT NULL,
        day date NOT NULL,
        value double precision NOT NULL,
        band text NOT NULL,
        as_of timestamptz NOT NULL,
        CONSTRAINT pk_kag_score_history PRIMARY KEY (project_id, score_type, day),
        CONSTRAINT fk_kag_score_history_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['kag_score_history', 'kag_scores', 'kag_signal_history', 'kag_signals', 'kag_signal_state'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
