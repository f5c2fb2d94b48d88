import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The append-only log of what happened, to clients and teams and to the server itself. */
export class CreateEventLog1763900200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE kag_event_log (
        project_id uuid NOT NULL,
        id bigint GENERATED ALWAYS AS IDENTITY,
        event_type text NOT NULL,
        occurred_at timestamptz NOT NULL,
        recorded_at timestamptz NOT NULL DEFAULT now(),
        actor text NOT NULL,
        source text NOT NULL,
        source_ref text,
        source_url text,
        source_message_id text,
        source_linear_issue_id text,
        source_attio_record_id text,
        payload_json jsonb NOT NULL DEFAULT '{}',
        evidence_refs jsonb NOT NULL DEFAULT '[]',
        dedupe_key text NOT NULL,
        CONSTRAINT pk_kag_event_log PRIMARY KEY (project_id, id),
        CONSTRAINT uq_kag_event_log_dedupe UNIQUE (project_id, dedupe_key),
        CONSTRAINT fk_kag_event_log_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_kag_event_log_actor CHECK (actor IN ('client', 'team', 'system')),
        CONSTRAINT ck_kag_event_log_source CHECK (source IN ('chatwoot', 'linear', 'attio', 'system'))
      )`);
    await runner.query(`CREATE INDEX ix_kag_event_log_time ON kag_event_log (project_id, occurred_at DESC, id DESC)`);
    await runner.query(
      `CREATE INDEX ix_kag_event_log_type ON kag_event_log (project_id, event_type, occurred_at DESC, id DESC)`,
    );
    // Metrics and diagnosis count the processes' own events over all projects; there are few of them among the rest.
    await runner.query(
      `CREATE INDEX ix_kag_event_log_process ON kag_event_log (recorded_at) WHERE event_type LIKE 'process\\_%'`,
    );
    // Rows are only ever added, and removed by retention: a change would make past conclusions unexplainable.
    await runner.query(`
      CREATE FUNCTION kag_event_log_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'kag_event_log is append-only';
      END $$`);
    await runner.query(`
      CREATE TRIGGER kag_event_log_append_only BEFORE UPDATE ON kag_event_log
      FOR EACH ROW EXECUTE FUNCTION kag_event_log_is_append_only()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE kag_event_log`);
    await runner.query(`DROP FUNCTION kag_event_log_is_append_only()`);
  }
}
