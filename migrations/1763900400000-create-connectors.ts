import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How far each connector has come, what failed on the way, and how much all processes may ask of a vendor. */
export class CreateConnectors1763900400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE connector_sync_state (
        project_id uuid NOT NULL,
        connector text NOT NULL,
        status text NOT NULL DEFAULT 'idle',
        mode text,
        cursor_ts timestamptz,
        cursor_id text,
        page_cursor jsonb,
        run_id uuid,
        retry_count integer NOT NULL DEFAULT 0,
        last_success_at timestamptz,
        last_attempt_at timestamptz,
        last_error text,
        meta jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_connector_sync_state PRIMARY KEY (project_id, connector),
        CONSTRAINT fk_connector_sync_state_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_connector_sync_state_status CHECK (status IN ('idle', 'running', 'ok', 'partial', 'failed'))
      )`);
    await runner.query(`
      CREATE TABLE connector_errors (
        project_id uuid NOT NULL,
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        connector text NOT NULL,
        operation text NOT NULL,
        source_ref text NOT NULL DEFAULT '',
        error_kind text NOT NULL,
        error_message text NOT NULL,
        attempt integer NOT NULL DEFAULT 1,
        next_retry_at timestamptz,
        status text NOT NULL DEFAULT 'pending',
        dedupe_key text NOT NULL,
        payload_json jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        updated_at timestamptz NOT NULL DEFAULT now(),
        resolved_at timestamptz,
        CONSTRAINT pk_connector_errors PRIMARY KEY (project_id, id),
        CONSTRAINT fk_connector_errors_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE,
        CONSTRAINT ck_connector_errors_status CHECK (status IN ('pending', 'retrying', 'dead_letter', 'resolved')),
        CONSTRAINT ck_connector_errors_kind CHECK (error_kind IN ('auth', 'config', 'rate_limited', 'timeout', 'network',
          'vendor_error', 'bad_payload', 'gone', 'internal'))
      )`);
    // One open row for a fault, however often it happens.
    await runner.query(
      `CREATE UNIQUE INDEX ux_connector_errors_open ON connector_errors (project_id, dedupe_key) WHERE status <> 'resolved'`,
    );
    await runner.query(
      `CREATE INDEX ix_connector_errors_listed ON connector_errors (project_id, created_at DESC, id DESC)`,
    );
    await runner.query(
      `CREATE INDEX ix_connector_errors_due ON connector_errors (next_retry_at) WHERE status IN ('pending', 'retrying')`,
    );
    // Not a tenant's: one vendor account may serve many projects, and its limit counts for all of them together.
    await runner.query(`
      CREATE TABLE connector_rate_budgets (
        source_key text NOT NULL,
        tokens double precision NOT NULL,
        granted double precision NOT NULL DEFAULT 0,
        refilled_at timestamptz NOT NULL DEFAULT now(),
        blocked_until timestamptz,
        CONSTRAINT pk_connector_rate_budgets PRIMARY KEY (source_key)
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE connector_rate_budgets`);
    await runner.query(`DROP TABLE connector_errors`);
    await runner.query(`DROP TABLE connector_sync_state`);
  }
}
