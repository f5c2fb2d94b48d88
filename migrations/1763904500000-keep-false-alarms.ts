import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The day on which a recommendation was said to be a false alarm, which stays when it is opened again. So far only the
 * reports of risks kept it, and a category without a risk has none.
 */
export class KeepFalseAlarms1763904500000 implements MigrationInterface {
  readonly loses = ['recommendations_v2.false_alarm_on'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recommendations_v2 ADD COLUMN false_alarm_on date`);
    await runner.query(
      `UPDATE recommendations_v2 v SET false_alarm_on = r.reported_on FROM risk_reports r
       WHERE r.project_id = v.project_id AND r.recommendation_id = v.id AND r.resolution = 'false_alarm'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE recommendations_v2 DROP COLUMN false_alarm_on`);
  }
}
