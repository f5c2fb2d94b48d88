import type { Weekday, WorkingCalendar, WorkingHours } from '../../common/working-time/calendar.js';

/** What a project says itself of when its people work; null: as the server's variables say. */
export interface OwnCalendar {
  time_zone: string | null;
  working_days: Weekday[] | null;
  working_hours: WorkingHours | null;
}

/** The calendar that applies to a project. */
export const calendarOf = (own: OwnCalendar, usual: WorkingCalendar): WorkingCalendar => ({
  time_zone: own.time_zone ?? usual.time_zone,
  working_days: own.working_days ?? usual.working_days,
  working_hours: own.working_hours ?? usual.working_hours,
});
