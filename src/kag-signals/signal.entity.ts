import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { Signal, SignalKey, SignalStatus } from './domain/signal.js';

const PK = { primaryKeyConstraintName: 'pk_kag_signals' };
const HISTORY_PK = { primaryKeyConstraintName: 'pk_kag_signal_history' };

/** A project's signal as it was last read. */
@Entity('kag_signals')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_signals_project', onDelete: 'CASCADE' })
@Check(
  'ck_kag_signals_status',
  `status IN ('ok', 'warn', 'critical', 'unknown') AND (status = 'unknown') = (value IS NULL)`,
)
export class StoredSignal {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  signal_key!: SignalKey;

  /** Null: it is unknown. */
  @Column('double precision', { nullable: true })
  value!: number | null;

  @Column('text')
  status!: SignalStatus;

  @Column('jsonb')
  details!: Signal['details'];

  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  @Column('timestamptz')
  as_of!: Date;
}

/** The signal as the last reading of each UTC day found it. */
@Entity('kag_signal_history')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_kag_signal_history_project', onDelete: 'CASCADE' })
@Check('ck_kag_signal_history_status', `(status = 'unknown') = (value IS NULL)`)
export class SignalOfDay {
  @PrimaryColumn('uuid', { ...HISTORY_PK })
  project_id!: string;

  @PrimaryColumn('text', { ...HISTORY_PK })
  signal_key!: SignalKey;

  @PrimaryColumn('date', { ...HISTORY_PK })
  day!: string;

  /** Null: it is unknown. */
  @Column('double precision', { nullable: true })
  value!: number | null;

  @Column('text')
  status!: SignalStatus;

  @Column('timestamptz')
  as_of!: Date;
}
