import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a person's change of a recommendation replaced, so that it can be taken back; and its history, found by its id.
 */
export class LetChangesBeTakenBack1763903510000 implements MigrationInterface {
  readonly loses = ['recommendations_v2.replaced'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recommendations_v2 ADD COLUMN replaced jsonb`);
    await runner.query(`CREATE INDEX ix_audit_events_entity ON audit_events (entity_id, id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX ix_audit_events_entity`);
    await runner.query(`ALTER TABLE recommendations_v2 DROP COLUMN replaced`);
  }
}
