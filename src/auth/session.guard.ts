import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AppError } from '../common/app-error.js';
import { ACCESS, highestRole, reaches, requestContext, type AccessMark } from '../http/index.js';

/**
 * Lets in the users whom a route's mark lets in somewhere; a route without a mark lets in none. Whether they have the
 * role where the request acts is the RoleGuard's question: it needs the project, and who has no such role at all
 * learns nothing of projects.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const mark = this.reflector.getAllAndOverride<AccessMark | undefined>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const user = context.switchToHttp().getRequest<Request>().user ?? null;
    requestContext().user = user;
    if (mark === 'public') return true;
    if (!user) throw new AppError('unauthorized', 'Sign in with POST /auth/login first');
    if (mark === undefined) throw new AppError('forbidden', 'This route is open to nobody');
    const role = highestRole(user.memberships);
    if (!reaches(role, mark)) throw new AppError('forbidden', `This needs the role ${mark}; yours is ${role}`);
    return true;
  }
}
