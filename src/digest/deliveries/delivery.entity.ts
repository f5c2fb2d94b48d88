import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn, Unique } from 'typeorm';

export const DELIVERY_STATUSES = ['waiting', 'sent', 'failed'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** What became of the digest of some days for a subscription. Its text is made for each try. */
@Entity('digest_deliveries')
@ForeignKey('DigestSubscription', ['subscription_id'], ['id'], {
  name: 'fk_digest_deliveries_subscription',
  onDelete: 'CASCADE',
})
@Check('ck_digest_deliveries_status', `status IN ('waiting', 'sent', 'failed')`)
@Unique('uq_digest_deliveries_period', ['subscription_id', 'period_start'])
@Index('ix_digest_deliveries_account_scope', ['account_scope_id', 'created_at'])
export class DigestDelivery {
  /** The same in every try, so that a receiver can tell a message that comes twice. */
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_digest_deliveries' })
  id!: string;

  @Column('uuid')
  subscription_id!: string;

  @Column('uuid')
  account_scope_id!: string;

  @Column('date')
  period_start!: string;

  @Column('date')
  period_end!: string;

  @Column('text', { default: 'waiting' })
  status!: DeliveryStatus;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** Null: it is not tried again by itself. */
  @Column('timestamptz', { nullable: true, default: () => 'now()' })
  next_try_at!: Date | null;

  @Column('text', { nullable: true })
  last_error!: string | null;

  @Column('timestamptz', { nullable: true })
  sent_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
