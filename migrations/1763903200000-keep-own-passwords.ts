import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * People choose their own passwords. Those there are when this runs are taken for chosen; later ones are temporary
 * unless the person, or the environment, set them.
 */
export class KeepOwnPasswords1763903200000 implements MigrationInterface {
  /**
   * Which passwords are to be changed, and what AUTH_CREDENTIALS said last: older servers set its password at each
   * start.
   */
  readonly loses = ['users.environment_password_hash', 'users.password_temporary'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users
        ADD COLUMN password_temporary boolean NOT NULL DEFAULT false,
        ADD COLUMN environment_password_hash text`);
    await runner.query(`ALTER TABLE users ALTER COLUMN password_temporary SET DEFAULT true`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users DROP COLUMN password_temporary, DROP COLUMN environment_password_hash`);
  }
}
