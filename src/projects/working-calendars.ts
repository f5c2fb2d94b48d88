import { Injectable } from '@nestjs/common';
import type { WorkingCalendar } from '../common/working-time/calendar.js';
import { Config } from '../config/index.js';
import { calendarOf } from './domain/own-calendar.js';
import { ProjectsRepository } from './projects.repository.js';

/** When projects' people work, for what is computed over many projects at once. */
@Injectable()
export class WorkingCalendars {
  constructor(
    private readonly projects: ProjectsRepository,
    private readonly config: Config,
  ) {}

  /** The calendar of each of these projects, by one question; the server's for a project that is gone. */
  async of(projectIds: readonly string[]): Promise<(projectId: string) => WorkingCalendar> {
    const usual = this.config.workingCalendar;
    const own = await this.projects.ownCalendars(projectIds);
    const calendars = new Map(own.map((one) => [one.id, calendarOf(one, usual)]));
    return (projectId) => calendars.get(projectId) ?? usual;
  }
}
