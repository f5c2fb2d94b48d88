import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How a model words a recommendation, beside the words that the rules give it. */
export class AddRecommendationPhrasing1763901600000 implements MigrationInterface {
  /** How a model worded recommendations; it words them again. */
  readonly loses = ['recommendations_v2.phrasing'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recommendations_v2 ADD COLUMN phrasing jsonb`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recommendations_v2 DROP COLUMN phrasing`);
  }
}
