import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A member of the workspace, active or not. */
@Entity('linear_users_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_linear_users_raw_project', onDelete: 'CASCADE' })
export class LinearUser {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_linear_users_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_linear_users_raw' })
  id!: string;

  @Column('text')
  workspace_id!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  display_name!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('boolean')
  active!: boolean;

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
