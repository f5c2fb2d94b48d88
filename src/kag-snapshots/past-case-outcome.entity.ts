import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { OutcomeType } from './domain/outcome-types.js';
import type { OutcomeReason } from './domain/outcomes.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_past_case_outcomes' };

/** Something that had gone wrong with a project on a day; see `Outcome`. */
@Entity('past_case_outcomes')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_past_case_outcomes_project', onDelete: 'CASCADE' })
@Check('ck_past_case_outcomes_type', `outcome_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')`)
@Check('ck_past_case_outcomes_severity', `severity BETWEEN 1 AND 5`)
export class PastCaseOutcome {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('date', { ...PK })
  occurred_on!: string;

  @PrimaryColumn('text', { ...PK })
  outcome_type!: OutcomeType;

  @Column('integer')
  severity!: number;

  @Column('jsonb')
  reason!: OutcomeReason[];

  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  /** What found it. */
  @Column('text', { default: 'snapshot' })
  source!: 'snapshot';

  @Column('timestamptz', { default: () => 'now()' })
  computed_at!: Date;
}
