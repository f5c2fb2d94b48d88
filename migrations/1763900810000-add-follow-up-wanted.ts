import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A follow-up that joins a run which is under way: that run may have passed what the follow-up is about. */
export class AddFollowUpWanted1763900810000 implements MigrationInterface {
  /** Which runs are to be followed by another one: the schedule brings the next. */
  readonly loses = ['job_runs.follow_up_wanted'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE job_runs ADD COLUMN follow_up_wanted boolean NOT NULL DEFAULT false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE job_runs DROP COLUMN follow_up_wanted`);
  }
}
