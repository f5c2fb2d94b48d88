import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What clients and teams did, without the server's notes on its own work: these are hundreds a day for each project,
 * and whoever counts, pairs or replays what happened had to read through them. The two columns spare it the table.
 */
export class IndexDomainEvents1763901500000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE INDEX ix_kag_event_log_domain ON kag_event_log (project_id, occurred_at, id) INCLUDE (source, event_type)
       WHERE event_type NOT LIKE 'process\\_%'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_kag_event_log_domain`);
  }
}
