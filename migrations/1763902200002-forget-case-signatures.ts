import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Other numbers stand at the places of a signature now: those of before say nothing beside them, and are taken again.
 */
export class ForgetCaseSignatures1763902200002 implements MigrationInterface {
  /** All signatures; the next refresh makes them again. */
  readonly loses = ['case_signatures'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM case_signatures`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM case_signatures`);
  }
}
