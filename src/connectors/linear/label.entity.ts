import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** A label, of one team or of the whole workspace. */
@Entity('linear_labels_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_linear_labels_raw_project', onDelete: 'CASCADE' })
export class LinearLabel {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_linear_labels_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_linear_labels_raw' })
  id!: string;

  @Column('text')
  workspace_id!: string;

  @Column('text', { nullable: true })
  team_id!: string | null;

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
