import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { decodeCursor, encodeCursor } from '../common/cursor.js';
import { Access, named, NEXT_CURSOR, Operation, orNull, PageQuery, User, type Principal } from '../http/index.js';
import { NewProjectBody, ProjectParams } from './projects.dto.js';
import { Projects } from './projects.service.js';

const ID = '0e3cf6d8-5a86-4f43-8f0b-8f9f2a4f6c01';
const SCOPE_ID = '5a0fcbd4-9c0c-4f21-8a2b-0d9d3c6b7e02';
const PROJECT = named('Project', {
  id: ID,
  name: 'Acme',
  account_scope_id: SCOPE_ID,
  created_at: '2025-11-20T09:00:00.000Z',
});

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
      active_project_id: orNull(ID),
      account_scope_id: orNull(SCOPE_ID),
      next_cursor: NEXT_CURSOR,
    },
  })
  async list(@Query() query: PageQuery, @User() user: Principal, @Req() request: Request) {
    const after =
      query.cursor === undefined
        ? null
        : (decodeCursor(query.cursor, ['string', 'uuid']) as unknown as [string, string]);
    const rows = await this.projects.page(user.id, query.limit + 1, after);
    const active = await this.projects.active(user.id, request.session.active_project_id ?? null);
    const shown = rows.slice(0, query.limit);
    const last = shown.at(-1);
    return {
      projects: shown.map(({ id, name, account_scope_id, created_at }) => ({ id, name, account_scope_id, created_at })),
      active_project_id: active?.id ?? null,
      account_scope_id: active?.account_scope_id ?? (await this.projects.onlyScopeId(user.id)),
      next_cursor: rows.length > query.limit && last ? encodeCursor([last.sort_name, last.id]) : null,
    };
  }

  @Post()
  @HttpCode(200)
  @Access('admin')
  @Operation({
    id: 'createProject',
    summary: 'Make a project',
    description: 'A new account_scope_key makes an account scope too, and you belong to it.',
    example: { project: PROJECT },
    errors: ['account_scope_taken', 'conflict'],
  })
  async create(@Body() body: NewProjectBody, @User() user: Principal) {
    return { project: await this.projects.create(user, body) };
  }

  @Post(':id/select')
  @HttpCode(200)
  @Access('viewer')
  @Operation({
    id: 'selectProject',
    summary: 'Choose the project that you work on',
    description: 'Kept in the session until another one is chosen.',
    effect: 'changes your session',
    example: { active_project_id: ID, project: PROJECT },
    errors: ['project_not_found'],
  })
  async select(@Param() { id }: ProjectParams, @User() user: Principal, @Req() request: Request) {
    const project = await this.projects.reachable(user, id);
    request.session.active_project_id = project.id;
    return { active_project_id: project.id, project };
  }
}
