import { Body, Controller, Delete, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, mapOf, Operation, optional, ProjectInPath, User, type Principal } from '../http/index.js';
import { SOURCE } from './examples.js';
import { SourceBody, SourceParams, SourceQuery } from './project-sources.dto.js';
import { ProjectSources } from './project-sources.service.js';
import { Projects } from './projects.service.js';

/** The project is in the path, so these routes need no active one. */
@ApiTags('projects')
@Controller('projects/:id/sources/:connector')
@Access('admin')
@ProjectInPath()
export class ProjectSourcesController {
  constructor(
    private readonly projects: Projects,
    private readonly sources: ProjectSources,
  ) {}

  @Get()
  @Operation({
    id: 'getProjectSource',
    summary: 'Where a project’s data comes from',
    description: '404 not_found: the project has no source of its own and the server’s environment applies.',
    example: { source: SOURCE },
    errors: ['project_not_found', 'not_found'],
  })
  async show(@Param() { id, connector }: SourceParams, @User() user: Principal) {
    return { source: await this.sources.show(await this.projects.reachable(user, id), connector) };
  }

  @Put()
  @Operation({
    id: 'putProjectSource',
    summary: 'Bind a project to a source',
    description:
      'Replaces external_id and filter. Credentials that are left out stay as they are, each of them; null removes them. For changes to arrive within seconds instead of with the next sync, follow webhook_steps of the answer: what to enter where at the vendor, and how to store the secret it signs its webhooks with. A project that the server’s environment serves needs a source for that too, with external_id null. The environment’s credentials serve projects of one account scope (ENV_SOURCES_SCOPE) and the account that they are of: other projects, and another external_id, need an api_token of their own. With `preview=true` nothing is written: `leaving` says how many rows of each table would leave the project, and the `webhook_path` of a source that is new is not kept.',
    confirm:
      'The project reads from this source from the next sync on, instead of where it reads now. What it no longer reads from — another account, or what is outside of the filter — is removed from it for good, with what was concluded of it; until that is done, the project shows nothing.',
    example: { source: SOURCE, leaving: optional(mapOf({ linear_issues_raw: 264 })) },
    errors: ['project_not_found', 'secrets_key_missing'],
  })
  async put(
    @Param() { id, connector }: SourceParams,
    @Query() { preview }: SourceQuery,
    @Body() body: SourceBody,
    @User() user: Principal,
  ) {
    const project = await this.projects.reachable(user, id);
    const wanted = { external_id: body.external_id, filter: body.filter ?? {}, credentials: body.credentials };
    if (preview) return this.sources.preview(project, connector, wanted);
    return { source: await this.sources.put(project, connector, wanted) };
  }

  @Delete()
  @Operation({
    id: 'removeProjectSource',
    summary: 'Remove a project’s own source',
    description:
      'Its credentials go with it; the server’s environment applies from then on. What was read from it leaves the project unless the environment reads the same. Answers the source as it was.',
    confirm:
      'The source, its stored credentials and what was read from it are gone for good; to have them back, the source must be entered and read again.',
    example: { source: SOURCE },
    errors: ['project_not_found', 'not_found'],
  })
  async remove(@Param() { id, connector }: SourceParams, @User() user: Principal) {
    return { source: await this.sources.remove(await this.projects.reachable(user, id), connector) };
  }
}
