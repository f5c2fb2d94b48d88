import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';

/** Up to where the primary's log of changes reached after a user's last change: they read nothing that is older. */
@Entity('last_writes')
@ForeignKey('User', ['user_id'], ['id'], { name: 'fk_last_writes_user', onDelete: 'CASCADE' })
export class LastWrite {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pk_last_writes' })
  user_id!: string;

  /** In bytes. */
  @Column('bigint')
  position!: string;

  @Column('timestamptz', { default: () => 'now()' })
  written_at!: Date;
}
