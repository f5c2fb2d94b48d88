import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A code that stands in once for a lost authenticator; the row goes when it is used. */
@Entity('recovery_codes')
@ForeignKey('User', ['user_id'], ['id'], { name: 'fk_recovery_codes_user', onDelete: 'CASCADE' })
export class RecoveryCode {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recovery_codes' })
  user_id!: string;

  /** SHA-256 of the code, which itself is kept nowhere. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_recovery_codes' })
  code_hash!: string;
}
