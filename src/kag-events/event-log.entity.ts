import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import { type Actor, EVENT_SOURCES, type EventSource, type EvidenceRef } from './event.js';

@Entity('kag_event_log')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_event_log_project', onDelete: 'CASCADE' })
@Unique('uq_kag_event_log_dedupe', ['project_id', 'dedupe_key'])
@Check('ck_kag_event_log_actor', `actor IN ('client', 'team', 'system')`)
@Check('ck_kag_event_log_source', `source IN ('${EVENT_SOURCES.join("', '")}')`)
@Index('ix_kag_event_log_time', { synchronize: false })
@Index('ix_kag_event_log_type', { synchronize: false })
@Index('ix_kag_event_log_process', { synchronize: false })
@Index('ix_kag_event_log_domain', { synchronize: false })
@Index('ix_kag_event_log_outcome', { synchronize: false })
export class LoggedEvent {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_kag_event_log' })
  project_id!: string;

  @PrimaryColumn('bigint', {
    primaryKeyConstraintName: 'pk_kag_event_log',
    default: () => 'kag_event_log_next_id()',
  })
  id!: string;

  @Column('text')
  event_type!: string;

  @Column('timestamptz')
  occurred_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  recorded_at!: Date;

  @Column('text')
  actor!: Actor;

  @Column('text')
  source!: EventSource;

  @Column('text', { nullable: true })
  source_ref!: string | null;

  @Column('text', { nullable: true })
  source_url!: string | null;

  @Column('text', { nullable: true })
  source_message_id!: string | null;

  @Column('text', { nullable: true })
  source_linear_issue_id!: string | null;

  @Column('text', { nullable: true })
  source_attio_record_id!: string | null;

  @Column('jsonb', { default: {} })
  payload_json!: Record<string, unknown>;

  @Column('jsonb', { default: [] })
  evidence_refs!: EvidenceRef[];

  @Column('text')
  dedupe_key!: string;
}
