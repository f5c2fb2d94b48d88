import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { ForecastSnapshot, GateStatus, Link, SignalSnapshot } from './domain/compose.js';
import type { Status } from './domain/lifecycle.js';
import type { Phrasing } from './domain/phrasing/wording.js';
import type { Category, OwnerRole, TemplateKey } from './domain/recommendation.js';

/** What a project is recommended to do in one episode of a condition. */
@Entity('recommendations_v2')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_recommendations_v2_project', onDelete: 'CASCADE' })
@Check(
  'ck_recommendations_v2_category',
  `category IN ('waiting_on_client', 'scope_creep_change_request', 'delivery_risk', 'finance_risk', 'upsell_opportunity', 'winback')`,
)
@Check('ck_recommendations_v2_status', `status IN ('new', 'acknowledged', 'done', 'dismissed', 'expired')`)
@Check('ck_recommendations_v2_gate', `evidence_gate_status IN ('shown', 'hidden')`)
@Index('ux_recommendations_v2_episode', { synchronize: false })
@Index('ix_recommendations_v2_listed', { synchronize: false })
export class Recommendation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recommendations_v2' })
  project_id!: string;

  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_recommendations_v2' })
  id!: string;

  @Column('text')
  category!: Category;

  @Column('integer')
  priority!: number;

  /** `YYYY-MM-DD`, as the beginning of the episode set it. */
  @Column('date')
  due_date!: string;

  @Column('text')
  owner_role!: OwnerRole;

  @Column('text', { default: 'new' })
  status!: Status;

  @Column('text')
  title!: string;

  @Column('text')
  rationale!: string;

  @Column('text')
  why_now!: string;

  @Column('text')
  expected_impact!: string;

  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  @Column('jsonb')
  links!: Link[];

  @Column('text')
  suggested_template_key!: TemplateKey;

  @Column('text')
  suggested_template!: string;

  /** How a model words the texts above; null: it does not. */
  @Column('jsonb', { nullable: true })
  phrasing!: Phrasing | null;

  @Column('jsonb')
  signal_snapshot!: SignalSnapshot;

  @Column('jsonb')
  forecast_snapshot!: ForecastSnapshot;

  @Column('boolean', { nullable: true })
  helpful_feedback!: boolean | null;

  @Column('text', { nullable: true })
  feedback_note!: string | null;

  @Column('integer')
  evidence_count!: number;

  @Column('double precision')
  evidence_quality_score!: number;

  @Column('text')
  evidence_gate_status!: GateStatus;

  @Column('text', { nullable: true })
  evidence_gate_reason!: string | null;

  @Column('integer', { default: 0 })
  shown_count!: number;

  @Column('timestamptz', { nullable: true })
  first_shown_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  last_shown_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  acknowledged_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  completed_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  dismissed_at!: Date | null;

  @Column('timestamptz')
  episode_started_at!: Date;

  /** Since when the condition does not hold, while its episode is not over; null: it holds. */
  @Column('timestamptz', { nullable: true })
  condition_gone_since!: Date | null;

  @Column('timestamptz', { nullable: true })
  episode_ended_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
