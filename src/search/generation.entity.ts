import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

/** Serving answers queries; building becomes the serving one when every live chunk has it; retired was one of them. */
export type GenerationStatus = 'building' | 'serving' | 'retired';

/** All embeddings of a project that one model made. */
@Entity('embedding_generations')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_embedding_generations_project', onDelete: 'CASCADE' })
@Check('ck_embedding_generations_status', `status IN ('building', 'serving', 'retired')`)
@Check('ck_embedding_generations_dim', `dim BETWEEN 1 AND 4000`)
@Index('ux_embedding_generations_serving', { synchronize: false })
export class EmbeddingGeneration {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_embedding_generations' })
  project_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_embedding_generations' })
  model!: string;

  @Column('integer')
  dim!: number;

  @Column('text')
  status!: GenerationStatus;

  @Column('text', { nullable: true })
  index_name!: string | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  serving_since!: Date | null;

  @Column('timestamptz', { nullable: true })
  retired_at!: Date | null;
}
