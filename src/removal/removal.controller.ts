import { Controller, Delete, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { SOURCES_CLEARING } from '../connectors/index.js';
import { Access, mapOf, Operation, orNull, ProjectInPath, ProjectScoped, User, type Principal } from '../http/index.js';
import { RUN_ID_EXAMPLE, Trigger, type JobRequest } from '../jobs/index.js';
import { PROJECT, ProjectParams, Projects, shownProject } from '../projects/index.js';
import { Removals } from './removals.service.js';

@ApiTags('projects')
@Controller()
export class RemovalController {
  constructor(
    private readonly removals: Removals,
    private readonly projects: Projects,
  ) {}

  @Delete('projects/:id')
  @Access('admin')
  @ProjectInPath()
  @Operation({
    id: 'removeProject',
    summary: 'Remove a project and all that is stored of it',
    description:
      'Answers the project as it was. From then on it is out of reach, and its name is free. Its records, what was concluded of them, its sources with their credentials, its runs and its schedule go from storage in the background; the audit log keeps who removed it.',
    confirm:
      'The project and all that is stored of it are gone for good, also what the vendors do not have any more; to have it back, it must be made and read in again.',
    example: { project: PROJECT },
    errors: ['project_not_found'],
  })
  async remove(@Param() { id }: ProjectParams, @User() user: Principal) {
    const project = await this.removals.remove(user, id);
    return { project: shownProject(project, this.projects.calendarOf(project)) };
  }

  @Post('jobs/sources/clear')
  @Access('operator')
  @ProjectScoped({ whileLeaving: true })
  @Trigger(SOURCES_CLEARING)
  @Operation({
    id: 'clearSources',
    summary: 'Go on removing what the project no longer reads from',
    description:
      'It begins by itself when a source is changed, and until it is done the project shows nothing. This starts it again where it failed. `removed`: rows that went, by connector; `conclusions` were drawn from them, and are drawn again from what is left, from the day `again_from` on.',
    example: {
      result: { removed: mapOf({ chatwoot: 264 }), conclusions: 120, again_from: orNull('2025-12-06') },
      job_run_id: RUN_ID_EXAMPLE,
    },
  })
  clear(): JobRequest {
    return { job_type: SOURCES_CLEARING };
  }
}
