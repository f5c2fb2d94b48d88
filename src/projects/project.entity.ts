import type { Locale } from '../common/locale.js';
import type { Weekday, WorkingHours } from '../common/working-time/calendar.js';
import { Check, Column, Entity, ForeignKey, Index, PrimaryGeneratedColumn } from 'typeorm';

/** A project is over because a person says so, or because its deals are closed and nothing happens any more. */
export const ENDED_BY = ['person', 'rule'] as const;
export type EndedBy = (typeof ENDED_BY)[number];

/** One client of an account scope. */
@Entity('projects')
// A name is unique in its scope in any case: an index on an expression, which only the migration can say.
@Index('uq_projects_scope_name', { synchronize: false })
@Check('ck_projects_removed', `(removed_at IS NULL) = (account_scope_id IS NOT NULL)`)
@Check('ck_projects_locale', `locale IN ('en', 'ru')`)
@Check('ck_projects_ended_by', `ended_by IN ('person', 'rule')`)
@ForeignKey('AccountScope', ['account_scope_id'], ['id'], { name: 'fk_projects_account_scope' })
export class Project {
  @PrimaryGeneratedColumn('uuid', { primaryKeyConstraintName: 'pk_projects' })
  id!: string;

  /** Null in a project that is being removed: it is out of all that goes by scopes, and of everybody's reach. */
  @Column('uuid', { nullable: true })
  account_scope_id!: string;

  /** When it was removed; what is left of it goes in the background, and its row last. */
  @Column('timestamptz', { nullable: true })
  removed_at!: Date | null;

  @Column('text')
  name!: string;

  /** When its people work; what is null is as the server's variables say. */
  @Column('text', { nullable: true })
  time_zone!: string | null;

  @Column('jsonb', { nullable: true })
  working_days!: Weekday[] | null;

  @Column('jsonb', { nullable: true })
  working_hours!: WorkingHours | null;

  /** The first day on which it is over, `YYYY-MM-DD`; null: it goes on. */
  @Column('date', { nullable: true })
  ended_on!: string | null;

  /** Who says so. A person's word without a day: it goes on, also where the rule finds that it is over. */
  @Column('text', { nullable: true })
  ended_by!: EndedBy | null;

  /** Language of its texts; null: as RECOMMENDATIONS_LOCALE says. */
  @Column('text', { nullable: true })
  locale!: Locale | null;

  @Column('timestamptz', { default: () => 'now()' })
  created_at!: Date;
}
