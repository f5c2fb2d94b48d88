import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** For what length of chunks and by which rules a project's texts are cut. */
@Entity('chunk_cuts')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_chunk_cuts_project', onDelete: 'CASCADE' })
export class ChunkCut {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_chunk_cuts' })
  project_id!: string;

  @Column('integer')
  chunk_size!: number;

  @Column('integer')
  rules!: number;
}
