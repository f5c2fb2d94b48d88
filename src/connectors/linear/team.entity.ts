import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A team. */
@Entity('linear_teams_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_linear_teams_raw_project', onDelete: 'CASCADE' })
export class LinearTeam {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_linear_teams_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_linear_teams_raw' })
  id!: string;

  @Column('text')
  workspace_id!: string;

  @Column('text')
  key!: string;

  @Column('text')
  name!: string;

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
