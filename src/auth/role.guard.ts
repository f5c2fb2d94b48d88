import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AppError } from '../common/app-error.js';
import { ACCESS, reaches, requestContext, roleIn, type AccessMark } from '../http/index.js';

/** Refuses a request about a project to users who have the route's role in other account scopes only. */
@Injectable()
export class RoleGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const mark = this.reflector.getAllAndOverride<AccessMark | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { user, project } = requestContext();
    if (!user || !project || mark === undefined || mark === 'public') return true;
    const role = roleIn(user.memberships, project.account_scope_id);
    if (reaches(role, mark)) return true;
    throw new AppError('forbidden', `This needs the role ${mark} in the project’s account scope; yours is ${role}`);
  }
}
