import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people have changed lately, in all projects: streams of changes look for it every few seconds. */
export class FindChangesByTime1763903800000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX ix_audit_events_occurred ON audit_events (occurred_at)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_audit_events_occurred`);
  }
}
