import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Answer times are a median of working minutes now, under a name of their own. What is stored under the old name would
 * stay for ever as a present reading that nothing brings up to date; of days of the past it stays as it was.
 */
export class DropMeanAnswerTimes1763902000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM kag_signals WHERE signal_key = 'response_time_avg'`);
  }

  async down(): Promise<void> {
    // Nothing to undo: the next refresh of an older server stores them again.
  }
}
