import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a model said of messages about which the detectors are unsure: one row a message that was looked at. */
export class CreateSecondOpinions1763904300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kag_second_opinions (
        project_id uuid NOT NULL,
        event_id bigint NOT NULL,
        version text NOT NULL,
        text_hash text,
        asked text[] NOT NULL,
        says text[] NOT NULL,
        model text,
        looked_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_kag_second_opinions PRIMARY KEY (project_id, event_id),
        CONSTRAINT fk_kag_second_opinions_event FOREIGN KEY (project_id, event_id)
          REFERENCES kag_event_log (project_id, id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX ix_kag_second_opinions_text ON kag_second_opinions (project_id, text_hash)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE kag_second_opinions`);
  }
}
