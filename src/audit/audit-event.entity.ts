import { Column, Entity, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One change that a person made (or the server at its start); the database refuses to alter or remove it. */
@Entity('audit_events')
@Index('ix_audit_events_project', ['project_id', 'id'])
@Index('ix_audit_events_account_scope', ['account_scope_id', 'id'])
@Index('ix_audit_events_entity', ['entity_id', 'id'])
@Index('ix_audit_events_occurred', ['occurred_at'])
export class AuditEvent {
  /** Text, because pg reads bigint as text. */
  @PrimaryGeneratedColumn('identity', {
    type: 'bigint',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'pk_audit_events',
  })
  id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  occurred_at!: Date;

  @Column('uuid', { nullable: true })
  actor_id!: string | null;

  @Column('text')
  actor_name!: string;

  @Column('text')
  action!: string;

  @Column('text')
  entity_type!: string;

  @Column('text')
  entity_id!: string;

  @Column('uuid', { nullable: true })
  project_id!: string | null;

  @Column('uuid', { nullable: true })
  account_scope_id!: string | null;

  @Column('text', { nullable: true })
  request_id!: string | null;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('jsonb', { nullable: true })
  before!: Record<string, unknown> | null;

  @Column('jsonb', { nullable: true })
  after!: Record<string, unknown> | null;
}
