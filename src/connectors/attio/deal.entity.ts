import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A deal, with what its stage and amounts are and since when. */
@Entity('attio_opportunities_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_attio_opportunities_raw_project', onDelete: 'CASCADE' })
export class AttioDeal {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_attio_opportunities_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_attio_opportunities_raw' })
  record_id!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  stage_id!: string | null;

  @Column('text', { nullable: true })
  stage_title!: string | null;

  @Column('text')
  stage_status!: string;

  @Column('text', { nullable: true })
  stage_since!: string | null;

  @Column('boolean')
  won!: boolean;

  @Column('timestamptz', { nullable: true })
  closed_at!: Date | null;

  @Column('double precision', { nullable: true })
  amount!: number | null;

  @Column('text', { nullable: true })
  currency!: string | null;

  @Column('text', { nullable: true })
  amount_since!: string | null;

  @Column('double precision', { nullable: true })
  planned_budget!: number | null;

  @Column('text', { nullable: true })
  planned_budget_currency!: string | null;

  @Column('text', { nullable: true })
  planned_budget_since!: string | null;

  @Column('double precision', { nullable: true })
  cost!: number | null;

  @Column('text', { nullable: true })
  cost_currency!: string | null;

  @Column('text', { nullable: true })
  cost_since!: string | null;

  @Column('text', { nullable: true })
  company_record_id!: string | null;

  @Column('jsonb')
  person_record_ids!: string[];

  @Column('text', { nullable: true })
  owner_id!: string | null;

  @Column('text', { nullable: true })
  owner_name!: string | null;

  @Column('text', { nullable: true })
  web_url!: string | null;

  @Column('timestamptz')
  vendor_created_at!: Date;

  @Column('text')
  vendor_created_at_text!: string;

  @Column('text')
  content_hash!: string;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
