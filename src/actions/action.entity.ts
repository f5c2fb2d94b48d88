import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { ActionStatus } from './domain/status.js';

/** Something that a person has a vendor do for a project, or wants to be reminded of. */
@Entity('actions')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_actions_project', onDelete: 'CASCADE' })
@Check('ck_actions_status', `status IN ('draft', 'queued', 'sending', 'done', 'failed', 'unsure', 'cancelled')`)
@Index('ux_actions_idempotency', ['project_id', 'created_by', 'idempotency_key'], { unique: true })
@Index('ix_actions_listed', { synchronize: false })
@Index('ix_actions_due', { synchronize: false })
export class Action {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_actions' })
  project_id!: string;

  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_actions' })
  id!: string;

  /** What it was drafted from; it stays when that is gone. */
  @Column('uuid', { nullable: true })
  recommendation_id!: string | null;

  @Column('text')
  kind!: string;

  @Column('text')
  status!: ActionStatus;

  /** Which record of the vendor's it is about, and what people called that. */
  @Column('text', { nullable: true })
  target!: string | null;

  @Column('text', { nullable: true })
  target_label!: string | null;

  @Column('text', { nullable: true })
  title!: string | null;

  @Column('text')
  text!: string;

  /** When a reminder is due. */
  @Column('timestamptz', { nullable: true })
  due_at!: Date | null;

  /** The key under which its request came, and what that request said: a repeat makes no second one, ever. */
  @Column('text')
  idempotency_key!: string;

  @Column('text')
  fingerprint!: string;

  @Column('text')
  created_by!: string;

  @Column('integer', { default: 0 })
  attempts!: number;

  /** An answer was lost: the vendor is asked what it has before anything is sent again. */
  @Column('boolean', { default: false })
  unanswered!: boolean;

  @Column('timestamptz', { nullable: true })
  first_sent_at!: Date | null;

  /** When it is due to be sent; while it is being sent, when its worker is taken for dead. */
  @Column('timestamptz', { nullable: true })
  next_try_at!: Date | null;

  @Column('text', { nullable: true })
  error_kind!: string | null;

  @Column('text', { nullable: true })
  last_error!: string | null;

  /** What the vendor made of it: by which syncs tell the record, and where people see it. */
  @Column('text', { nullable: true })
  vendor_ref!: string | null;

  @Column('text', { nullable: true })
  vendor_url!: string | null;

  @Column('timestamptz', { nullable: true })
  done_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
