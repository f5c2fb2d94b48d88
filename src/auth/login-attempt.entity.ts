import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/**
 * Attempts of one login or address, as rate-limiter-flexible counts them; declared so that schema and entities agree.
 */
@Entity('login_attempts')
@Index('ix_login_attempts_expire', ['expire'])
export class LoginAttempt {
  @PrimaryColumn('varchar', { length: 255, primaryKeyConstraintName: 'pk_login_attempts' })
  key!: string;

  @Column('integer', { default: 0 })
  points!: number;

  /** Milliseconds since 1970, as text because pg reads bigint as text. */
  @Column('bigint', { nullable: true })
  expire!: string | null;
}
