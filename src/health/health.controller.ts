import { Controller, Get, Res, ServiceUnavailableException } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { HealthCheckService, type HealthCheckResult, type HealthIndicatorFunction } from '@nestjs/terminus';
import type { Response } from 'express';
import { mapOf, named, oneOf, Operation, optional, Public } from '../http/index.js';
import { HealthParts } from './health-parts.js';

const UP = { status: 'up' };
const DATABASE_DOWN = { database: { status: 'down', message: 'no answer within 1000 ms' } };
const PARTS = mapOf({
  queue: named('HealthPart', {
    status: oneOf(['up', 'down'], 'up'),
    message: optional('no answer within 1000 ms'),
    queued: optional(0),
    running: optional(1),
    pending: optional(12),
    failed: optional(0),
    stale: optional(0),
    lag_seconds: optional(840),
  }),
});
const status = (shown: 'ok' | 'error') => oneOf(['ok', 'error', 'shutting_down'], shown);
const example = (parts: Record<string, object>) => ({
  status: status('ok'),
  info: PARTS.showing(parts),
  error: PARTS.showing({}),
  details: PARTS.showing(parts),
});
const down = (parts: Record<string, object>) => ({
  status: status('error'),
  info: PARTS.showing(parts),
  error: PARTS.showing(DATABASE_DOWN),
  details: PARTS.showing({ ...parts, ...DATABASE_DOWN }),
});

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly parts: HealthParts,
  ) {}

  @Get('live')
  @Public()
  @Operation({
    id: 'getLiveness',
    summary: 'Does the process answer? Looks at nothing else',
    example: example({ process: UP }),
  })
  live(@Res({ passthrough: true }) response: Response) {
    return this.answer(response, [() => Promise.resolve({ process: { status: 'up' as const } })]);
  }

  @Get('ready')
  @Public()
  @Operation({
    id: 'getReadiness',
    summary: 'Should it get requests? Database within 1 s, migrations at head, not stopping',
    example: example({ process: UP, database: UP, migrations: UP }),
    down: down({ process: UP, migrations: UP }),
  })
  ready(@Res({ passthrough: true }) response: Response) {
    return this.answer(response, this.parts.required());
  }

  @Get()
  @Public()
  @Operation({
    id: 'getHealth',
    summary: 'Both, and for information the queue, the embeddings backlog and how stale the connectors are',
    example: example({
      process: UP,
      database: UP,
      migrations: UP,
      queue: { status: 'up', queued: 0, running: 1 },
      embeddings: { status: 'up', pending: 12, failed: 0 },
      connectors: { status: 'up', stale: 0, failed: 0, lag_seconds: 840 },
    }),
    down: down({ process: UP, migrations: UP }),
  })
  all(@Res({ passthrough: true }) response: Response) {
    return this.answer(response, [...this.parts.required(), ...this.parts.informational()]);
  }

  /** Terminus throws for a part that is down; probes want the shape with a 503, and the envelope around it. */
  private async answer(response: Response, checks: HealthIndicatorFunction[]): Promise<HealthCheckResult> {
    response.setHeader('cache-control', 'no-store');
    try {
      return await this.health.check(checks);
    } catch (error) {
      if (!(error instanceof ServiceUnavailableException)) throw error;
      response.status(503);
      return { ...(error.getResponse() as HealthCheckResult), ok: false } as HealthCheckResult;
    }
  }
}
