import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

/** A session as connect-pg-simple keeps it; declared so that the schema and the entities agree. */
@Entity('sessions')
@Index('ix_sessions_expire', ['expire'])
export class Session {
  @PrimaryColumn('varchar', { primaryKeyConstraintName: 'pk_sessions' })
  sid!: string;

  @Column('json')
  sess!: Record<string, unknown>;

  @Column({ type: 'timestamptz', precision: 6 })
  expire!: Date;
}
