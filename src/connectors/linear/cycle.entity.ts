import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A cycle of a team. `started` is the one column that time alone changes. */
@Entity('linear_cycles_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_linear_cycles_raw_project', onDelete: 'CASCADE' })
export class LinearCycle {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_linear_cycles_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_linear_cycles_raw' })
  id!: string;

  @Column('text')
  workspace_id!: string;

  @Column('text')
  team_id!: string;

  @Column('integer')
  number!: number;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('timestamptz')
  starts_at!: Date;

  @Column('timestamptz')
  ends_at!: Date;

  @Column('timestamptz', { nullable: true })
  completed_at!: Date | null;

  /** Whether its start was past when it was read. */
  @Column('boolean')
  started!: boolean;

  @Column('timestamptz')
  vendor_created_at!: Date;

  @Column('text')
  vendor_updated_at!: string;

  @Column('jsonb')
  data!: Record<string, unknown>;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;
}
