import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have vendors do for a project, and reminders: an outbox, sent by a job. */
export class CreateActions1763904000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE actions (
        project_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        recommendation_id uuid,
        kind text NOT NULL,
        status text NOT NULL,
        target text,
        target_label text,
        title text,
        text text NOT NULL,
        due_at timestamptz,
        idempotency_key text NOT NULL,
        fingerprint text NOT NULL,
        created_by text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        unanswered boolean NOT NULL DEFAULT false,
        first_sent_at timestamptz,
        next_try_at timestamptz,
        error_kind text,
        last_error text,
        vendor_ref text,
        vendor_url text,
        done_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_actions PRIMARY KEY (project_id, id),
        CONSTRAINT fk_actions_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_actions_status CHECK (status IN ('draft', 'queued', 'sending', 'done', 'failed', 'unsure', 'cancelled'))
      )`);
    await runner.query(
      `CREATE UNIQUE INDEX ux_actions_idempotency ON actions (project_id, created_by, idempotency_key)`,
    );
    await runner.query(`CREATE INDEX ix_actions_listed ON actions (project_id, created_at DESC, id DESC)`);
    await runner.query(
      `CREATE INDEX ix_actions_due ON actions (project_id, next_try_at) WHERE status IN ('queued', 'sending')`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE actions`);
  }
}
