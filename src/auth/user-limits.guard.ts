import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Config } from '../config/index.js';
import { LIMITED, requestContext, type LimitedKind } from '../http/index.js';
import { OpenStreams } from './open-streams.js';
import { spend } from './spend.js';

const MINUTE_S = 60;
const NAMES: Record<LimitedKind, string> = { search: 'searches', trigger: 'job starts', stream: 'streams' };

/**
 * Keeps one user from using up the server: searches, job starts and streams are limited by user and minute, and open
 * streams by user. Each process counts for itself, since it is its own work that is limited, and a search must not cost
 * a write.
 */
@Injectable()
export class UserLimitsGuard implements CanActivate {
  private readonly limiters: Record<LimitedKind, RateLimiterMemory>;
  private readonly streams = new OpenStreams();

  constructor(
    private readonly reflector: Reflector,
    config: Config,
  ) {
    const limiter = (points: number) => new RateLimiterMemory({ points, duration: MINUTE_S });
    this.limiters = {
      search: limiter(config.USER_SEARCHES_PER_MINUTE),
      trigger: limiter(config.USER_TRIGGERS_PER_MINUTE),
      stream: limiter(config.USER_STREAMS_PER_MINUTE),
    };
  }

  /** @throws AppError `rate_limited` */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const kind = this.reflector.getAllAndOverride<LimitedKind | undefined>(LIMITED, [
      context.getHandler(),
      context.getClass(),
    ]);
    const { user } = requestContext();
    if (!kind || !user) return true;
    await spend(this.limiters[kind], user.id, NAMES[kind]);
    if (kind === 'stream') this.streams.open(user.id, context.switchToHttp().getResponse<Response>());
    return true;
  }
}
