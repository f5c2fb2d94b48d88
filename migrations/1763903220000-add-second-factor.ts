import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A second factor beside the password: codes of an authenticator app, and recovery codes for the day when it is lost.
 */
export class AddSecondFactor1763903220000 implements MigrationInterface {
  /** Who has a second factor, and where one is asked for: older servers let people in without it. */
  readonly loses = [
    'account_scopes.second_factor_required',
    'users.totp_confirmed_at',
    'users.totp_last_step',
    'users.totp_sealed',
  ];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE users
        ADD COLUMN totp_sealed bytea,
        ADD COLUMN totp_confirmed_at timestamptz,
        ADD COLUMN totp_last_step integer`);
    await runner.query(`ALTER TABLE account_scopes ADD COLUMN second_factor_required boolean NOT NULL DEFAULT false`);
    await runner.query(`
      CREATE TABLE recovery_codes (
        user_id uuid NOT NULL,
        -- SHA-256: the code has 120 random bits and needs no slower hash.
        code_hash text NOT NULL,
        CONSTRAINT pk_recovery_codes PRIMARY KEY (user_id, code_hash),
        CONSTRAINT fk_recovery_codes_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE recovery_codes`);
    await runner.query(`ALTER TABLE account_scopes DROP COLUMN second_factor_required`);
    await runner.query(
      `ALTER TABLE users DROP COLUMN totp_sealed, DROP COLUMN totp_confirmed_at, DROP COLUMN totp_last_step`,
    );
  }
}
