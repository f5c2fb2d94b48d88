import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Observable } from 'rxjs';
import { overAllProjects, withinProjects, withinScopes } from '../database/index.js';
import { requestContext } from '../http/index.js';

/**
 * Does the work of a request within what the guards have found: its project, or the account scopes of its user where it
 * is about none. A route that is open to everybody has no user: it says itself what it is about.
 */
@Injectable()
export class ReachInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return new Observable((answer) => within(() => next.handle().subscribe(answer)));
  }
}

function within<T>(work: () => T): T {
  const { user, project } = requestContext();
  if (project) return withinProjects([project.id], work);
  if (!user) return overAllProjects(work);
  return withinScopes(
    user.memberships.map((one) => one.account_scope_id),
    work,
  );
}
