import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { EvidenceRef } from '../kag-events/index.js';
import type { CauseKey } from './domain/causes/cause.js';
import type { ForecastSnapshot, GateStatus, SignalSnapshot } from './domain/compose.js';
import type { Replaced } from './domain/decided.js';
import type { EvidenceLink } from './domain/evidence.js';
import type { Figures } from './domain/figures.js';
import type { ReopenedReason, Resolution, Status } from './domain/lifecycle.js';
import type { Phrasing } from './domain/phrasing/wording.js';
import type { Category, OwnerRole } from './domain/recommendation.js';
import type { TemplateKey } from './domain/templates.js';

/** What a project is recommended to do in one episode of a condition. */
@Entity('recommendations_v2')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_recommendations_v2_project', onDelete: 'CASCADE' })
@Check(
  'ck_recommendations_v2_category',
  `category IN ('waiting_on_client', 'answer_the_client', 'scope_creep_change_request', 'delivery_risk', 'finance_risk', 'unhappy_client', 'upsell_opportunity', 'winback')`,
)
@Check('ck_recommendations_v2_status', `status IN ('new', 'acknowledged', 'snoozed', 'done', 'dismissed', 'expired')`)
@Check('ck_recommendations_v2_resolution', `resolution IN ('happened', 'prevented', 'false_alarm', 'not_relevant')`)
@Check('ck_recommendations_v2_reopened', `reopened_reason IN ('worse', 'snooze_over')`)
@Check('ck_recommendations_v2_gate', `evidence_gate_status IN ('shown', 'hidden')`)
@Index('ux_recommendations_v2_episode', { synchronize: false })
@Index('ix_recommendations_v2_listed', { synchronize: false })
@Index('ix_recommendations_v2_past', { synchronize: false })
export class Recommendation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_recommendations_v2' })
  project_id!: string;

  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_recommendations_v2' })
  id!: string;

  @Column('text')
  category!: Category;

  @Column('integer')
  priority!: number;

  /** `YYYY-MM-DD`, as its opening set it, or a person. */
  @Column('date')
  due_date!: string;

  @Column('text')
  owner_role!: OwnerRole;

  @Column('text', { default: 'new' })
  status!: Status;

  /** The one that holds most. */
  @Column('text')
  cause!: CauseKey;

  /** What the words are made of when it is read. */
  @Column('jsonb')
  figures!: Figures;

  /** How strongly it holds, 1 where it opens: now, at most so far, and as it was when a person put it away. */
  @Column('double precision')
  strength!: number;

  @Column('double precision')
  peak_strength!: number;

  @Column('double precision', { nullable: true })
  settled_strength!: number | null;

  @Column('jsonb')
  evidence_refs!: EvidenceRef[];

  @Column('jsonb')
  links!: EvidenceLink[];

  @Column('text')
  suggested_template_key!: TemplateKey;

  /** How a model words the texts that are made of the figures; null: it does not. */
  @Column('jsonb', { nullable: true })
  phrasing!: Phrasing | null;

  @Column('jsonb')
  signal_snapshot!: SignalSnapshot;

  @Column('jsonb', { nullable: true })
  forecast_snapshot!: ForecastSnapshot | null;

  @Column('boolean', { nullable: true })
  helpful_feedback!: boolean | null;

  @Column('text', { nullable: true })
  feedback_note!: string | null;

  /** The day on which a snoozed one comes back, `YYYY-MM-DD`. */
  @Column('date', { nullable: true })
  snoozed_until!: string | null;

  /** Who does it: a login, or any name. */
  @Column('text', { nullable: true })
  assignee!: string | null;

  /** What a person says became of it. */
  @Column('text', { nullable: true })
  resolution!: Resolution | null;

  @Column('text', { nullable: true })
  resolution_note!: string | null;

  /** The day on which a person said that it is a false alarm, `YYYY-MM-DD`; it stays when a refresh opens it again. */
  @Column('date', { nullable: true })
  false_alarm_on!: string | null;

  /** What the last change of a person replaced; null: there is nothing to take back. */
  @Column('jsonb', { nullable: true })
  replaced!: Replaced | null;

  /** When and why it was opened again after a person had put it away. */
  @Column('timestamptz', { nullable: true })
  reopened_at!: Date | null;

  @Column('text', { nullable: true })
  reopened_reason!: ReopenedReason | null;

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
