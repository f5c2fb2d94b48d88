import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { decodeCursor } from '../common/cursor.js';
import { keysetPage } from '../common/keyset-page.js';
import {
  Access,
  NEXT_CURSOR,
  Operation,
  orNull,
  PageQuery,
  ProjectInPath,
  SignedInOnly,
  User,
  type Principal,
} from '../http/index.js';
import { PROJECT, PROJECT_ID, SCOPE_ID } from './examples.js';
import type { Project } from './project.entity.js';
import { NewProjectBody, ProjectChangeBody, ProjectParams } from './projects.dto.js';
import { Projects } from './projects.service.js';
import { shownProject } from './shown-project.js';

@ApiTags('projects')
@Controller('projects')
export class ProjectsController {
  constructor(private readonly projects: Projects) {}

  @Get()
  @Access('viewer')
  @Operation({
    id: 'listProjects',
    summary: 'The projects you reach',
    example: {
      projects: [PROJECT],
      active_project_id: orNull(PROJECT_ID),
      account_scope_id: orNull(SCOPE_ID),
      next_cursor: NEXT_CURSOR,
    },
  })
  async list(@Query() query: PageQuery, @User() user: Principal, @Req() request: Request) {
    const after = query.cursor === undefined ? null : decodeCursor(query.cursor, ['string', 'uuid']);
    const found = await this.projects.page(user.id, query.limit + 1, after);
    const { rows, next_cursor } = keysetPage(found, query.limit, ({ sort_name, id }) => [sort_name, id]);
    const active = await this.projects.active(user.id, request.session.active_project_id ?? null);
    return {
      projects: rows.map((one) => this.shown(one)),
      active_project_id: active?.id ?? null,
      account_scope_id: active?.account_scope_id ?? (await this.projects.onlyScopeId(user.id)),
      next_cursor,
    };
  }

  @Post()
  @HttpCode(200)
  @Access('admin')
  @Operation({
    id: 'createProject',
    summary: 'Make a project',
    description:
      'A key that none of your account scopes has makes a new one, and you are its admin. In a scope of yours this ' +
      'needs the role admin there.',
    example: { project: PROJECT },
    errors: ['conflict'],
  })
  async create(@Body() body: NewProjectBody, @User() user: Principal) {
    return { project: this.shown(await this.projects.create(user, body)) };
  }

  @Patch(':id')
  @Access('admin')
  @ProjectInPath()
  @Operation({
    id: 'changeProject',
    summary: 'Change a project’s name, working time or language, or say that it is over',
    description:
      'What is left out stays. Null for a part of the working time takes the server’s, which `calendar` of the answer has. Signals are computed with the new working time from the next refresh on; days of the past keep theirs until they are refreshed: POST /kag/snapshots/refresh. From `ended_on` on nothing is computed of the project, and its days from then on are dropped with the next refresh; null says that it goes on, also where all its deals are closed. `locale`: the language of its recommendations; null: the server’s.',
    example: { project: PROJECT },
    errors: ['project_not_found', 'conflict'],
  })
  async change(@Param() { id }: ProjectParams, @Body() body: ProjectChangeBody, @User() user: Principal) {
    return { project: this.shown(await this.projects.change(user, id, body)) };
  }

  @Post(':id/select')
  @HttpCode(200)
  @Access('viewer')
  @ProjectInPath()
  @SignedInOnly()
  @Operation({
    id: 'selectProject',
    summary: 'Choose the project that you work on',
    description: 'Kept in the session until another one is chosen.',
    effect: 'changes your session',
    example: { active_project_id: PROJECT_ID, project: PROJECT },
    errors: ['project_not_found'],
  })
  async select(@Param() { id }: ProjectParams, @User() user: Principal, @Req() request: Request) {
    const project = await this.projects.reachable(user, id);
    request.session.active_project_id = project.id;
    return { active_project_id: project.id, project: this.shown(project) };
  }

  private shown(project: Project) {
    return shownProject(project, this.projects.calendarOf(project));
  }
}
