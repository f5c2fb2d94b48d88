import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What comparing ids with the vendors found, and what webhooks have asked to be read again. */
export class CreateReconciliation1763900600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE sync_reconciliation_metrics (
        project_id uuid NOT NULL,
        connector text NOT NULL,
        resource text NOT NULL,
        metric_date date NOT NULL,
        total integer NOT NULL,
        missing integer NOT NULL,
        extra integer NOT NULL,
        stale integer NOT NULL,
        healed integer NOT NULL,
        completeness_pct double precision NOT NULL,
        measured_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_sync_reconciliation_metrics PRIMARY KEY (project_id, connector, resource, metric_date),
        CONSTRAINT fk_sync_reconciliation_metrics_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE connector_due_records (
        project_id uuid NOT NULL,
        connector text NOT NULL,
        source_ref text NOT NULL,
        due_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_connector_due_records PRIMARY KEY (project_id, connector, source_ref),
        CONSTRAINT fk_connector_due_records_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
    await runner.query(`
      CREATE TABLE webhook_deliveries (
        project_id uuid NOT NULL,
        connector text NOT NULL,
        delivery_id text NOT NULL,
        received_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_webhook_deliveries PRIMARY KEY (project_id, connector, delivery_id),
        CONSTRAINT fk_webhook_deliveries_project FOREIGN KEY (project_id) REFERENCES projects (id) ON DELETE CASCADE
      )`);
    await runner.query(`CREATE INDEX ix_webhook_deliveries_received ON webhook_deliveries (received_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE webhook_deliveries`);
    await runner.query(`DROP TABLE connector_due_records`);
    await runner.query(`DROP TABLE sync_reconciliation_metrics`);
  }
}
