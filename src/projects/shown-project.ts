import type { WorkingCalendar } from '../common/working-time/calendar.js';
import type { Project } from './project.entity.js';

/** A project as answers have it, with the working time that applies to it. */
export function shownProject(project: Project, calendar: WorkingCalendar) {
  const { id, name, account_scope_id, created_at, time_zone, working_days, working_hours, ended_on, ended_by, locale } =
    project;
  const settings = { time_zone, working_days, working_hours, calendar, ended_on, ended_by, locale };
  return { id, name, account_scope_id, created_at, ...settings };
}
