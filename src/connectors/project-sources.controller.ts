import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, named, oneOf, Operation, orNull, ProjectInPath, User, type Principal } from '../http/index.js';
import { ProjectParams, Projects, SOURCE } from '../projects/index.js';
import { CONNECTORS } from './core/contract.js';
import { ProjectSourcesList } from './project-sources-list.js';

/** The project is in the path, so this route needs no active one. */
@ApiTags('projects')
@Controller('projects/:id/sources')
export class ProjectSourcesListController {
  constructor(
    private readonly projects: Projects,
    private readonly sources: ProjectSourcesList,
  ) {}

  @Get()
  @Access('admin')
  @ProjectInPath()
  @Operation({
    id: 'listProjectSources',
    summary: 'What the project reads from each vendor, and with whose token',
    description:
      '`reads_with`: the token of the project’s own source, or the one of the server’s environment; null: it can’t be read, and `lacking` says why. `unused`: nobody has set this vendor up for the project. `accepts`: what PUT of its source takes.',
    example: {
      sources: [
        named('ListedSource', {
          connector: oneOf(CONNECTORS, 'chatwoot'),
          source: orNull(SOURCE),
          reads_with: orNull(oneOf(['project', 'environment'], 'project')),
          lacking: orNull(
            { message: 'chatwoot is not configured: …', missing: ['CHATWOOT_API_TOKEN'], unused: true },
            null,
          ),
          accepts: {
            external_id: 'the number of a Chatwoot account, as text',
            external_id_optional: false,
            filters: [{ name: 'inbox_ids', holds: 'whole numbers', of: oneOf(['number', 'text'], 'number') }],
            webhooks: true,
          },
        }),
      ],
    },
    errors: ['project_not_found'],
  })
  async list(@Param() { id }: ProjectParams, @User() user: Principal) {
    return { sources: await this.sources.of(await this.projects.reachable(user, id)) };
  }
}
