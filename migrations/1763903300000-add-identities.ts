import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who of an identity provider is which user here. */
export class AddIdentities1763903300000 implements MigrationInterface {
  readonly loses = ['users.totp_drift'];

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE user_identities (
        id uuid NOT NULL DEFAULT gen_random_uuid(),
        user_id uuid NOT NULL,
        issuer text NOT NULL,
        subject text NOT NULL,
        -- Made of what the provider says, and brought to it at each sign-in; else an admin linked it.
        provisioned boolean NOT NULL DEFAULT false,
        -- When they last came, if the provider said then that it asked for a second factor.
        second_factor_at timestamptz,
        last_signed_in_at timestamptz,
        created_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_user_identities PRIMARY KEY (id),
        CONSTRAINT uq_user_identities_subject UNIQUE (issuer, subject),
        CONSTRAINT fk_user_identities_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
    // How far the clock of somebody's app is ahead, in steps of 30 s: a code is good for its own 30 s, and no longer.
    await runner.query(`ALTER TABLE users ADD COLUMN totp_drift smallint NOT NULL DEFAULT 0`);
    await runner.query(`CREATE INDEX ix_user_identities_user ON user_identities (user_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE users DROP COLUMN totp_drift`);
    await runner.query(`DROP TABLE user_identities`);
  }
}
