import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { HeardType } from './heard-events.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_kag_event_feedback' };

/** What a person said last of an event that was heard in words. Where it is not right, the event counts for nothing. */
@Entity('kag_event_feedback')
@ForeignKey('LoggedEvent', ['project_id', 'event_id'], ['project_id', 'id'], {
  name: 'fk_kag_event_feedback_event',
  onDelete: 'CASCADE',
})
@Check('ck_kag_event_feedback_instead', `instead IS NULL OR NOT is_right`)
export class EventFeedbackRow {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('bigint', { ...PK })
  event_id!: string;

  @Column('boolean')
  is_right!: boolean;

  /** What the words should have given; null: nothing. */
  @Column('text', { nullable: true })
  instead!: HeardType | null;

  /** The event that this word put into the log, or back into force. */
  @Column('bigint', { nullable: true })
  added_event_id!: string | null;

  /**
   * Of the words that were judged; null where there were none. The words themselves are kept once, with their record.
   */
  @Column('text', { nullable: true })
  text_hash!: string | null;

  @Column('text', { nullable: true })
  language!: string | null;

  /** Grows each time that something else is said. */
  @Column('integer', { default: 1 })
  revision!: number;

  @Column('text')
  judged_by!: string;

  @Column('timestamptz', { default: () => 'now()' })
  judged_at!: Date;
}
