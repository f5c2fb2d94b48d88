import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { catchError, lastValueFrom, Observable, of } from 'rxjs';
import { AppError } from '../common/app-error.js';
import { fromPrimary, fromReplica, Replica } from '../database/index.js';
import { FROM_REPLICA, requestContext } from '../http/index.js';
import { LastWritesRepository } from './last-writes.repository.js';
import { OwnChanges } from './own-changes.js';

const CHANGING = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
/** Beyond the lag that is allowed at all, within which a change may not be replayed yet. */
const SPARE_S = 60;

/**
 * Has marked routes read from the standby, save for what their user has just changed: a change is noted before it is
 * answered, and read where it is known. Where there is no standby, it does nothing.
 */
@Injectable()
export class ReplicaReadsInterceptor implements NestInterceptor {
  constructor(
    @Inject(Replica) private readonly replica: Replica | null,
    private readonly writes: LastWritesRepository,
    private readonly changes: OwnChanges,
    private readonly reflector: Reflector,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const { user, method } = requestContext();
    if (this.replica === null || user === null) return next.handle();
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<boolean>(FROM_REPLICA, targets)) return this.read(this.replica, user.id, next);
    return CHANGING.has(method) ? this.changed(user.id, next) : next.handle();
  }

  private async read({ maxLagMs }: Replica, userId: string, next: CallHandler): Promise<Observable<unknown>> {
    const after = await this.writes.of(userId, maxLagMs / 1000 + SPARE_S);
    const there = new Observable((answer) => fromReplica(after, () => next.handle().subscribe(answer)));
    const here = new Observable((answer) => fromPrimary(() => next.handle().subscribe(answer)));
    return there.pipe(
      catchError((error: unknown) => {
        // Somebody else may just have made it, and told of it.
        if (isMissing(error)) return here;
        throw error;
      }),
    );
  }

  /** A change that is refused is noted too: who asked then looks at what stood in its way. */
  private async changed(userId: string, next: CallHandler): Promise<Observable<unknown>> {
    try {
      return of(await lastValueFrom(next.handle(), { defaultValue: undefined }));
    } finally {
      await this.changes.note(userId);
    }
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof AppError && (error.code === 'not_found' || error.code === 'project_not_found');
