import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Up to where a standby must have replayed before a user who has changed something reads from it: one row a user. */
export class CreateLastWrites1763904400000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE last_writes (
        user_id uuid NOT NULL,
        position bigint NOT NULL,
        written_at timestamptz NOT NULL DEFAULT now(),
        CONSTRAINT pk_last_writes PRIMARY KEY (user_id),
        CONSTRAINT fk_last_writes_user FOREIGN KEY (user_id) REFERENCES users (id) ON DELETE CASCADE
      )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE last_writes`);
  }
}
