import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AppError } from '../common/app-error.js';
import { ACCESS, requestContext, ROLES, type AccessMark } from '../http/index.js';

/** Lets in who a route's mark lets in; a route without a mark lets in nobody. */
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
    if (ROLES.indexOf(user.role) < ROLES.indexOf(mark)) {
      throw new AppError('forbidden', `This needs the role ${mark}; yours is ${user.role}`);
    }
    return true;
  }
}
