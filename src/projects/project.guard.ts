import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { isUUID } from 'class-validator';
import type { Request } from 'express';
import { AppError } from '../common/app-error.js';
import { PROJECT_SCOPED, requestContext, requestUser, validationFailed, type ProjectMark } from '../http/index.js';
import { projectNotFound, Projects } from './projects.service.js';

/** Finds the project that a route is about, and refuses the request when the user reaches none. */
@Injectable()
export class ProjectGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly projects: Projects,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const mark = this.reflector.getAllAndOverride<ProjectMark | undefined>(PROJECT_SCOPED, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (!mark) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const user = requestUser();
    const named = mark === 'path' ? uuidOf(request.params['id'], 'id') : takeNamed(request);
    const asked = requestContext();
    const limit = asked.credential?.limit ?? null;
    const project = named
      ? await this.projects.identityOf(user, named)
      : await this.chosen(user.id, request, limit?.project_id ?? null);
    // As if there were no such project: a limited token doesn't know the others.
    if (limit && limit.project_id !== project.id && limit.account_scope_id !== project.account_scope_id)
      throw projectNotFound(project.id);
    asked.project = project;
    return true;
  }

  private async chosen(userId: string, request: Request, only: string | null) {
    const chosenId = request.session.active_project_id ?? only;
    const project = await this.projects.active(userId, chosenId);
    // Gone, or no longer the user's: a project of that id that comes back must be chosen again.
    if (chosenId !== null && project?.id !== chosenId) delete request.session.active_project_id;
    if (project) return project;
    throw new AppError(
      'active_project_required',
      'Choose a project with POST /projects/:id/select, or name one in project_id',
    );
  }
}

/** The project named in query or body, taken out of both: routes' own validation knows no such field. */
function takeNamed(request: Request): string | null {
  const given = [request.query, request.body as unknown]
    .filter(
      (part): part is Record<string, unknown> =>
        typeof part === 'object' && part !== null && Object.hasOwn(part, 'project_id'),
    )
    .map((part) => {
      const value = part['project_id'];
      delete part['project_id'];
      return value;
    });
  const [first] = given;
  if (given.length === 0) return null;
  const id = uuidOf(first, 'project_id');
  if (given.some((value) => value !== first)) {
    throw validationFailed([{ path: 'project_id', problem: 'must be the same in the query and in the body' }]);
  }
  return id;
}

function uuidOf(value: unknown, path: string): string {
  if (typeof value === 'string' && isUUID(value)) return value;
  throw validationFailed([{ path, problem: 'must be a uuid' }]);
}
