import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A token bucket that all processes share, of one vendor source. */
@Entity('connector_rate_budgets')
export class RateBudgetRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pk_connector_rate_budgets' })
  source_key!: string;

  @Column('double precision')
  tokens!: number;

  /** What the latest taker got: computed under the row's lock, and read back by that taker alone. */
  @Column('double precision', { default: 0 })
  granted!: number;

  @Column('timestamptz', { default: () => 'now()' })
  refilled_at!: Date;

  /** The vendor refused: no request goes out before this time. */
  @Column('timestamptz', { nullable: true })
  blocked_until!: Date | null;
}
