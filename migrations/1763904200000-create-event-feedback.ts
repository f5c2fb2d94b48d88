import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people say of events that were heard in words: one row an event, with what was said last. */
export class CreateEventFeedback1763904200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kag_event_feedback (
        project_id uuid NOT NULL,
        event_id bigint NOT NULL,
        is_right boolean NOT NULL,
        instead text,
        added_event_id bigint,
        text_hash text,
        language text,
        revision integer NOT NULL DEFAULT 1,
        judged_by text NOT NULL,
        judged_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_kag_event_feedback PRIMARY KEY (project_id, event_id),
        CONSTRAINT fk_kag_event_feedback_event FOREIGN KEY (project_id, event_id)
          REFERENCES kag_event_log (project_id, id) ON DELETE CASCADE,
        CONSTRAINT ck_kag_event_feedback_instead CHECK (instead IS NULL OR NOT is_right)
      )`);
  }

  /** Corrections go too: a server that knows nothing of them would count them as something that happened. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE kag_event_feedback`);
    await runner.query(`DELETE FROM kag_event_log WHERE event_type = 'event_corrected'`);
  }
}
