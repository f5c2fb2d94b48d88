import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { RiskResolution } from './domain/risk-report.js';
import type { OutcomeType } from './domain/outcome-types.js';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_risk_reports' };

/** What a person said of a recommendation's risk; see `RiskReport`. */
@Entity('risk_reports')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_risk_reports_project', onDelete: 'CASCADE' })
@Check('ck_risk_reports_type', `risk_type IN ('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk')`)
@Check('ck_risk_reports_resolution', `resolution IN ('happened', 'prevented', 'false_alarm', 'not_relevant')`)
export class RiskReportRow {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('uuid', { ...PK })
  recommendation_id!: string;

  @Column('text')
  risk_type!: OutcomeType;

  @Column('date')
  reported_on!: string;

  @Column('text')
  resolution!: RiskResolution;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid')
  reported_by!: string;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
