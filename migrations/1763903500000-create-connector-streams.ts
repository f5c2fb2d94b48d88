import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The lists that connectors had before they were remembered one by one. */
const STREAMS = {
  chatwoot: ['conversations', 'contacts', 'inboxes'],
  linear: ['issues', 'comments', 'relations', 'teams', 'users', 'labels', 'states', 'cycles', 'projects'],
  attio: ['deals', 'companies', 'people', 'notes', 'tasks', 'meetings'],
};

/** Each list of a vendor's has a memory of its own: how far it is, how it went, and why not further. */
export class CreateConnectorStreams1763903500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE connector_streams (
        project_id uuid NOT NULL,
        connector text NOT NULL,
        stream text NOT NULL,
        status text NOT NULL DEFAULT 'idle',
        cursor_ts timestamptz,
        cursor_id text,
        page_cursor jsonb,
        last_success_at timestamptz,
        last_attempt_at timestamptz,
        last_error text,
        error_kind text,
        counts jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_connector_streams PRIMARY KEY (project_id, connector, stream),
        CONSTRAINT fk_connector_streams_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_connector_streams_status CHECK (status IN ('idle', 'ok', 'failed'))
      )`);
    // What was read to its end is not read again; a first sync under way begins once more, which changes nothing.
    for (const [connector, streams] of Object.entries(STREAMS))
      await runner.query(
        `INSERT INTO connector_streams (project_id, connector, stream, status, cursor_ts, last_success_at)
         SELECT s.project_id, s.connector, stream, 'ok', s.cursor_ts, s.last_success_at
         FROM connector_sync_state s CROSS JOIN unnest($2::text[]) AS stream
         WHERE s.connector = $1 AND s.cursor_ts IS NOT NULL`,
        [connector, streams],
      );
    // An Attio workspace may lack these two, which was no failure: where nothing of one is stored, it was not read.
    await runner.query(`
      DELETE FROM connector_streams s WHERE connector = 'attio' AND (
        stream = 'deals' AND NOT EXISTS (SELECT FROM attio_opportunities_raw o WHERE o.project_id = s.project_id)
        OR stream = 'meetings' AND NOT EXISTS (
          SELECT FROM attio_activities_raw a WHERE a.project_id = s.project_id AND a.kind = 'meeting'))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE connector_streams`);
  }
}
