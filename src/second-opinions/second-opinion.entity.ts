import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import type { HeardType } from '../kag-events/index.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_kag_second_opinions' };

/** That a message was looked at for what the detectors are unsure of, and what a model said of it. */
@Entity('kag_second_opinions')
@ForeignKey('LoggedEvent', ['project_id', 'event_id'], ['project_id', 'id'], {
  name: 'fk_kag_second_opinions_event',
  onDelete: 'CASCADE',
})
@Index('ix_kag_second_opinions_text', ['project_id', 'text_hash'])
export class SecondOpinion {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  /** The `message_sent` of the message. */
  @PrimaryColumn('bigint', { ...PK })
  event_id!: string;

  /** Of the detectors, the model and the question: another one looks again. */
  @Column('text')
  version!: string;

  /** Of the text that was asked about; null: the detectors were sure. */
  @Column('text', { nullable: true })
  text_hash!: string | null;

  /** What was in question. */
  @Column('text', { array: true })
  asked!: HeardType[];

  /** What of it the model heard. */
  @Column('text', { array: true })
  says!: HeardType[];

  /** The model that was asked; null: none, since the detectors were sure or the same text was asked about before. */
  @Column('text', { nullable: true })
  model!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  looked_at!: Date;
}
