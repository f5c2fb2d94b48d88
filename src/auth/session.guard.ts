import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { AppError } from '../common/app-error.js';
import {
  ACCESS,
  PROJECT_SCOPED,
  highestRole,
  reaches,
  requestContext,
  SIGNED_IN_ONLY,
  WITH_UNREADY_ACCOUNT,
  type AccessMark,
  type Credential,
  type Unready,
} from '../http/index.js';

const UNREADY: Record<Unready, () => AppError> = {
  password: () =>
    new AppError(
      'password_change_required',
      'Your password was set by somebody else; choose one of your own with PATCH /auth/password first',
    ),
  second_factor: () =>
    new AppError(
      'second_factor_setup_required',
      'An account scope of yours asks for a second factor; set one up with POST /auth/second-factor first',
    ),
};

/**
 * Lets in the users whom a route's mark lets in somewhere; a route without a mark lets in none. Whether they have the
 * role where the request acts is the RoleGuard's question: it needs the project, and who has no such role at all
 * learns nothing of projects.
 */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const mark = this.markOf<AccessMark>(context, ACCESS);
    const { credential = null, ...user } = context.switchToHttp().getRequest<Request>().user ?? { id: null };
    const request = requestContext();
    request.user = user.id === null ? null : user;
    request.credential = credential;
    if (mark === 'public') return true;
    if (user.id === null || !credential) throw new AppError('unauthorized', 'Sign in with POST /auth/login first');
    if (mark === undefined) throw new AppError('forbidden', 'This route is open to nobody');
    const role = highestRole(user.memberships);
    if (!reaches(role, mark)) throw new AppError('forbidden', `This needs the role ${mark}; yours is ${role}`);
    this.assertCredential(context, credential);
    return true;
  }

  /** What the credential itself keeps out, in every role. */
  private assertCredential(context: ExecutionContext, { kind, limit, unready }: Credential): void {
    if (unready && this.markOf<Unready>(context, WITH_UNREADY_ACCOUNT) !== unready) throw UNREADY[unready]();
    if (kind === 'token' && this.markOf<boolean>(context, SIGNED_IN_ONLY))
      throw new AppError('forbidden', 'No API token can do this; sign in with POST /auth/login');
    if (limit && !this.markOf<boolean>(context, PROJECT_SCOPED))
      throw new AppError('forbidden', 'This token is limited, and good for routes about a project only');
  }

  private markOf<T>(context: ExecutionContext, key: string): T | undefined {
    return this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
  }
}
