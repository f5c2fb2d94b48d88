import type { Locale } from '../common/locale.js';
import type { Weekday, WorkingHours } from '../common/working-time/calendar.js';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** One client of an account scope. */
@Entity('projects')
// A name is unique in its scope whatever the case: an index on an expression, which only the migration can say.
@Index('uq_projects_scope_name', { synchronize: false })
@Check('ck_projects_locale', `locale IN ('en', 'ru')`)
@ForeignKey('AccountScope', ['account_scope_id'], ['id'], { name: 'fk_projects_account_scope' })
export class Project {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_projects' })
  id!: string;

  @Column('uuid')
  account_scope_id!: string;

  @Column('text')
  name!: string;

  /** When its people work; what is null is as the server's variables say. */
  @Column('text', { nullable: true })
  time_zone!: string | null;

  @Column('jsonb', { nullable: true })
  working_days!: Weekday[] | null;

  @Column('jsonb', { nullable: true })
  working_hours!: WorkingHours | null;

  /** Language of what it is told; null: as RECOMMENDATIONS_LOCALE says. */
  @Column('text', { nullable: true })
  locale!: Locale | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
