import { Injectable, Logger } from '@nestjs/common';
import { Database } from '../database/index.js';
import { AREAS, JobQueue, JobRegistry, type JobContext, type JobDefinition, type JobResult } from '../jobs/index.js';
import { SearchIndexes } from '../search/index.js';
import { ProjectsRemovalRepository } from './projects-removal.repository.js';

export const PROJECT_REMOVAL = 'project_removal';

/**
 * Gives the storage of a removed project free. The run goes with the project: in the end nothing tells of it but the
 * log.
 */
@Injectable()
export class ProjectRemovalJob implements JobDefinition {
  readonly type = PROJECT_REMOVAL;
  readonly title = 'Remove all that is stored of a project';
  readonly cadenceSeconds = null;
  readonly timeoutSeconds = 7200;
  readonly reads = ['projects'] as const;
  /** What has a project; people and what tells of their acts stays. */
  readonly writes = AREAS.filter((area) => !['people', 'digests', 'audit'].includes(area));
  private readonly log = new Logger('removal');

  constructor(
    jobs: JobRegistry,
    private readonly projects: ProjectsRemovalRepository,
    private readonly indexes: SearchIndexes,
    private readonly queue: JobQueue,
    private readonly database: Database,
  ) {
    jobs.register(this);
  }

  async run(context: JobContext): Promise<JobResult> {
    const { projectId, runId, signal } = context;
    // A run of this job in a project that goes on would be a fault of ours: it must cost nothing.
    if (!(await this.projects.removed()).includes(projectId)) return { removed: 0 };
    await this.indexes.dropAll(projectId, signal);
    let removed = 0;
    for (const table of await this.projects.tables()) {
      for (let some = 1; some > 0;) {
        signal.throwIfAborted();
        some = await this.projects.removeSome(table, projectId, runId);
        removed += some;
        context.progress({ done: removed, total: null, unit: 'rows removed' });
      }
    }
    await this.database.transaction(async (tx) => {
      await this.queue.forget(tx, projectId, runId);
      await this.projects.finish(tx, projectId);
    });
    this.log.log({ project_id: projectId, rows: removed }, 'project removed');
    return { removed };
  }
}
