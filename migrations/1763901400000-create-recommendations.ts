import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What projects are recommended to do: a row for each episode in which there was a reason. */
export class CreateRecommendations1763901400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE recommendations_v2 (
        project_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        category text NOT NULL,
        priority integer NOT NULL,
        due_date date NOT NULL,
        owner_role text NOT NULL,
        status text NOT NULL DEFAULT 'new',
        title text NOT NULL,
        rationale text NOT NULL,
        why_now text NOT NULL,
        expected_impact text NOT NULL,
        evidence_refs jsonb NOT NULL,
        links jsonb NOT NULL,
        suggested_template_key text NOT NULL,
        suggested_template text NOT NULL,
        signal_snapshot jsonb NOT NULL,
        forecast_snapshot jsonb NOT NULL,
        helpful_feedback boolean,
        feedback_note text,
        evidence_count integer NOT NULL,
        evidence_quality_score double precision NOT NULL,
        evidence_gate_status text NOT NULL,
        evidence_gate_reason text,
        shown_count integer NOT NULL DEFAULT 0,
        first_shown_at timestamptz,
        last_shown_at timestamptz,
        acknowledged_at timestamptz,
        completed_at timestamptz,
        dismissed_at timestamptz,
        episode_started_at timestamptz NOT NULL,
        condition_gone_since timestamptz,
        episode_ended_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_recommendations_v2 PRIMARY KEY (project_id, id),
        CONSTRAINT fk_recommendations_v2_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_recommendations_v2_category CHECK (category IN ('waiting_on_client', 'scope_creep_change_request',
          'delivery_risk', 'finance_risk', 'upsell_opportunity', 'winback')),
        CONSTRAINT ck_recommendations_v2_status CHECK (status IN ('new', 'acknowledged', 'done', 'dismissed', 'expired')),
        CONSTRAINT ck_recommendations_v2_gate CHECK (evidence_gate_status IN ('shown', 'hidden'))
      )`);
    // One recommendation for an episode, however many refreshes run at once.
    await runner.query(
      `CREATE UNIQUE INDEX ux_recommendations_v2_episode ON recommendations_v2 (project_id, category) WHERE episode_ended_at IS NULL`,
    );
    await runner.query(
      `CREATE INDEX ix_recommendations_v2_listed ON recommendations_v2 (project_id, created_at DESC, id DESC)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE recommendations_v2`);
  }
}
