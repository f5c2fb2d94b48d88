import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_kag_signal_state' };

/** A project's state with all events up to `state_at`: the head, and a checkpoint for each of the last weeks. */
@Entity('kag_signal_state')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_signal_state_project', onDelete: 'CASCADE' })
export class SignalState {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  /** `head`, or the day on which a checkpoint's week ended. */
  @PrimaryColumn('text', { ...PK })
  slot!: string;

  /** What the state is made of and how: one of another version is not gone on with. */
  @Column('integer')
  version!: number;

  @Column('timestamptz')
  state_at!: Date;

  /** The newest event that counted: a higher id is news, wherever in time it belongs. */
  @Column('bigint')
  seen_id!: string;

  /** Grows with every new head, so that of two that are made at once only one is stored. */
  @Column('integer')
  revision!: number;

  @Column('text')
  state!: string;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
