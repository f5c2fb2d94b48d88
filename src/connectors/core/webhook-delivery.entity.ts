import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';

// Spread at each use: TypeORM keeps the object it is given and writes the column's type into it.
const PK = { primaryKeyConstraintName: 'pk_webhook_deliveries' };

/** A delivery that was taken in: a second one with its id changes nothing. */
@Entity('webhook_deliveries')
@ForeignKey('Project', ['project_id'], ['id'], { name: 'fk_webhook_deliveries_project', onDelete: 'CASCADE' })
@Index('ix_webhook_deliveries_received', { synchronize: false })
export class WebhookDelivery {
  @PrimaryColumn('uuid', { ...PK })
  project_id!: string;

  @PrimaryColumn('text', { ...PK })
  connector!: string;

  @PrimaryColumn('text', { ...PK })
  delivery_id!: string;

  @Column('timestamptz', { default: () => 'now()' })
  received_at!: Date;
}
