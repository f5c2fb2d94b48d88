import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A relation between two issues: with type blocks, `issue_id` blocks `related_issue_id`. */
@Entity('linear_relations_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_linear_relations_raw_project', onDelete: 'CASCADE' })
@Index('ix_linear_relations_raw_issue', { synchronize: false })
@Index('ix_linear_relations_raw_related', { synchronize: false })
export class LinearRelation {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_linear_relations_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_linear_relations_raw' })
  id!: string;

  @Column('text')
  type!: string;

  @Column('text')
  issue_id!: string;

  @Column('text')
  related_issue_id!: string;

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
