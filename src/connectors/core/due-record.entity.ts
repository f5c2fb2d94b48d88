import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_connector_due_records' };

/** A record that somebody said has changed: the next run reads it again. */
@Entity('connector_due_records')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_connector_due_records_project', onDelete: 'CASCADE' })
export class DueRecord {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  connector!: string;

  @PrimaryColumn('text', { ...PK })
  source_ref!: string;

  @Column('timestamptz', { default: () => 'now()' })
  due_at!: Date;
}
