import { Injectable } from '@nestjs/common';
import { Database } from '../database/index.js';
import { requestContext, type Principal } from '../http/index.js';
import { RunStarter } from '../jobs/index.js';
import { Projects, type Project } from '../projects/index.js';
import { PROJECT_REMOVAL } from './project-removal.job.js';
import { ProjectsRemovalRepository } from './projects-removal.repository.js';

/** Removes projects: out of everybody's sight at once, and out of storage by a job. */
@Injectable()
export class Removals {
  constructor(
    private readonly projects: Projects,
    private readonly removals: ProjectsRemovalRepository,
    private readonly starter: RunStarter,
    private readonly database: Database,
  ) {}

  /**
   * The project as it was.
   * @throws AppError `project_not_found`
   */
  async remove(user: Principal, projectId: string): Promise<Project> {
    const removed = await this.database.transaction(async (tx) => {
      const project = await this.projects.remove(tx, user, projectId);
      await this.removals.stop(tx, projectId);
      await this.starter.start(tx, {
        project_id: projectId,
        job_type: PROJECT_REMOVAL,
        trigger: 'request',
        triggered_by: user.username,
        request_id: requestContext().requestId,
        payload: {},
      });
      return project;
    });
    this.starter.nudge();
    return removed;
  }
}
