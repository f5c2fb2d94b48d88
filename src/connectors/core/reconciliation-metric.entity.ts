import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_sync_reconciliation_metrics' };

@Entity('sync_reconciliation_metrics')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_sync_reconciliation_metrics_project', onDelete: 'CASCADE' })
export class ReconciliationMetric {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  connector!: string;

  @PrimaryColumn('text', { ...PK })
  resource!: string;

  @PrimaryColumn('date', { ...PK })
  metric_date!: string;

  /** Records that the vendor has. */
  @Column('integer')
  total!: number;

  /** Of those, the ones that we lacked. */
  @Column('integer')
  missing!: number;

  /** Records that we had and the vendor has no more. */
  @Column('integer')
  extra!: number;

  /** Records whose version differed. */
  @Column('integer')
  stale!: number;

  /** Of all those, how many were put right at once. */
  @Column('integer')
  healed!: number;

  /** Share of the vendor's records that we had in their present version, before healing. */
  @Column('double precision')
  completeness_pct!: number;

  @Column('timestamptz', { default: () => 'now()' })
  measured_at!: Date;
}
