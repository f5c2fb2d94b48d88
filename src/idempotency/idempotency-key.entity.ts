import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { Answer } from './answer.js';

/** A request that a user sent under a key of their own, and its answer once there is one. */
@Entity('idempotency_keys')
@ForeignKey('User', ['user_id'], ['id'], { name: 'fk_idempotency_keys_user', onDelete: 'CASCADE' })
@Index('ix_idempotency_keys_claimed_at', ['claimed_at'])
export class IdempotencyKey {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  user_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_idempotency_keys' })
  key!: string;

  @Column('text')
  method!: string;

  @Column('text')
  path!: string;

  /** Of method, path, project, query and body, keyed: bodies may hold passwords. */
  @Column('text')
  fingerprint!: string;

  /** Whose turn it is: only the holder of this id may store the answer. */
  @Column('uuid')
  claim_id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  claimed_at!: Date;

  @Column('json', { nullable: true })
  answer!: Answer | null;
}
