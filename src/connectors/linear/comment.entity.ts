import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** A comment on an issue. */
@Entity('linear_comments_raw')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_linear_comments_raw_project', onDelete: 'CASCADE' })
@Index('ix_linear_comments_raw_issue', { synchronize: false })
export class LinearComment {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_linear_comments_raw' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_linear_comments_raw' })
  id!: string;

  @Column('text')
  issue_id!: string;

  @Column('text', { nullable: true })
  parent_id!: string | null;

  @Column('text', { nullable: true })
  user_id!: string | null;

  /** Written by somebody who is no member of the workspace. */
  @Column('boolean')
  from_outside!: boolean;

  @Column('text')
  body!: string;

  @Column('text', { nullable: true })
  url!: string | null;

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
