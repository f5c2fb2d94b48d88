import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';
import type { Locale } from '../../common/locale.js';
import type { Weekday } from '../../common/working-time/calendar.js';
import type { QuietHours } from '../domain/schedule.js';
import type { Period } from '../domain/span.js';

export const CHANNELS = ['webhook', 'slack', 'email'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Why nothing is sent: a person says so, or the receiver says that it is gone for good. */
export const PAUSE_REASONS = ['person', 'gone'] as const;
export type PauseReason = (typeof PAUSE_REASONS)[number];

/** Where the digest of an account scope is sent, and when. */
@Entity('digest_subscriptions')
@ForeignKey('AccountScope', ['account_scope_id'], ['id'], {
  name: 'fk_digest_subscriptions_account_scope',
  onDelete: 'CASCADE',
})
@Check('ck_digest_subscriptions_channel', `channel IN ('webhook', 'slack', 'email')`)
@Check('ck_digest_subscriptions_locale', `locale IN ('en', 'ru')`)
@Check('ck_digest_subscriptions_period', `period IN ('day', 'week')`)
@Check('ck_digest_subscriptions_hour', 'hour BETWEEN 0 AND 23')
@Check('ck_digest_subscriptions_paused', `paused_because IN ('person', 'gone')`)
@Index('ix_digest_subscriptions_account_scope', ['account_scope_id', 'created_at'])
export class DigestSubscription {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_digest_subscriptions' })
  id!: string;

  @Column('uuid')
  account_scope_id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  channel!: Channel;

  /** What people see of where it goes; the whole address is sealed, since it may be a secret. */
  @Column('text')
  target!: string;

  @Column('bytea')
  sealed!: Buffer;

  @Column('text')
  locale!: Locale;

  @Column('text')
  period!: Period;

  @Column('jsonb')
  days!: Weekday[];

  @Column('smallint')
  hour!: number;

  @Column('text')
  time_zone!: string;

  @Column('jsonb', { nullable: true })
  quiet_hours!: QuietHours | null;

  @Column('text', { nullable: true })
  paused_because!: PauseReason | null;

  /** Times before this one are over. */
  @Column('timestamptz', { default: () => 'now()' })
  starts_after!: Date;

  /** The last day that a delivery tells of, `YYYY-MM-DD`. */
  @Column('date', { nullable: true })
  told_until!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
