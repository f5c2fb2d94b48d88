import { Check, Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import type { CaseContext } from './domain/context.js';
import type { Vector } from './domain/vector.js';

/** What one window of a project looked like. The latest is what others are compared with; past ones are cases. */
@Entity('case_signatures')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_case_signatures_project', onDelete: 'CASCADE' })
@Check('ck_case_signatures_window', 'window_days IN (7, 14, 30)')
@Check('ck_case_signatures_vector', 'cardinality(vector) = 14')
export class CaseSignature {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_case_signatures' })
  project_id!: string;

  @PrimaryColumn('integer', { primaryKeyConstraintName: 'pk_case_signatures' })
  window_days!: number;

  @PrimaryColumn('date', { primaryKeyConstraintName: 'pk_case_signatures' })
  window_end!: string;

  @Column('double precision', { array: true })
  vector!: Vector;

  @Column('text', { array: true })
  pairs!: string[];

  @Column('jsonb')
  context!: CaseContext;

  @Column('integer')
  snapshots!: number;

  @Column('text')
  hash!: string;

  @Column('timestamptz', { default: () => 'now()' })
  computed_at!: Date;
}
