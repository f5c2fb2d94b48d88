import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';
import type { EmbeddingStatus, Sender, SourceKind } from './source-text.js';

/** A piece of a source's text. `tsv` is `rag_tsv(text)`, made by the statement that writes the text. */
@Entity('rag_chunks')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_rag_chunks_project', onDelete: 'CASCADE' })
@Unique('uq_rag_chunks_source', ['project_id', 'source_kind', 'source_id', 'chunk_index'])
@Check('ck_rag_chunks_source_kind', `source_kind IN ('message', 'issue', 'note')`)
@Check('ck_rag_chunks_sender', `sender IN ('client', 'team')`)
@Check('ck_rag_chunks_status', `embedding_status IN ('pending', 'processing', 'ready', 'failed')`)
@Check('ck_rag_chunks_embedding', `(embedding IS NULL) OR (embedding_model IS NOT NULL)`)
@Index('ix_rag_chunks_tsv', { synchronize: false })
@Index('ix_rag_chunks_exact', { synchronize: false })
@Index('ix_rag_chunks_status', { synchronize: false })
@Index('ix_rag_chunks_due', { synchronize: false })
@Index('ix_rag_chunks_claimed', { synchronize: false })
@Index('ix_rag_chunks_hash', { synchronize: false })
@Index('ix_rag_chunks_conversation', { synchronize: false })
@Index('ix_rag_chunks_previous', { synchronize: false })
export class RagChunk {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rag_chunks' })
  project_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_rag_chunks', generated: 'uuid' })
  id!: string;

  @Column('text')
  source_kind!: SourceKind;

  @Column('text')
  source_id!: string;

  @Column('integer')
  chunk_index!: number;

  @Column('text', { nullable: true })
  message_global_id!: string | null;

  @Column('text', { nullable: true })
  conversation_global_id!: string | null;

  @Column('text', { nullable: true })
  sender!: Sender | null;

  @Column('text')
  text!: string;

  @Column('text')
  text_hash!: string;

  @Column('text', { array: true, default: [] })
  exact_terms!: string[];

  @Column('tsvector', { select: false })
  tsv!: string;

  @Column('text', { nullable: true })
  source_url!: string | null;

  @Column('timestamptz')
  occurred_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  updated_at!: Date;

  @Column('timestamptz', { nullable: true })
  deleted_at!: Date | null;

  @Column('halfvec', { nullable: true, select: false })
  embedding!: number[] | null;

  @Column('text', { nullable: true })
  embedding_model!: string | null;

  @Column('text', { default: 'pending' })
  embedding_status!: EmbeddingStatus;

  @Column('integer', { default: 0 })
  embedding_attempts!: number;

  /** Runs in which this text alone got no vector while others did. */
  @Column('integer', { default: 0 })
  embedding_alone!: number;

  @Column('text', { nullable: true })
  embedding_error!: string | null;

  @Column('timestamptz', { nullable: true })
  embedding_next_attempt_at!: Date | null;

  @Column('uuid', { nullable: true })
  embedding_claimed_by!: string | null;

  @Column('timestamptz', { nullable: true })
  embedding_claimed_at!: Date | null;

  @Column('timestamptz', { nullable: true })
  embedded_at!: Date | null;

  @Column('halfvec', { nullable: true, select: false })
  previous_embedding!: number[] | null;

  @Column('text', { nullable: true })
  previous_model!: string | null;
}
