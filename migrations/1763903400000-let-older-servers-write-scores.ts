import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Servers of the release before go on while the database is at the new head already. They know no coverage: what they
 * store is a score of all that it is made of, as each was then.
 */
export class LetOlderServersWriteScores1763903400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE kag_scores ALTER COLUMN coverage SET DEFAULT 1`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE kag_scores ALTER COLUMN coverage DROP DEFAULT`);
  }
}
