import { Controller, Get, Req, Res } from '@nestjs/common';
import { createHash, timingSafeEqual } from 'node:crypto';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { register } from 'prom-client';
import { AppError } from '../common/app-error.js';
import { Config } from '../config/index.js';
import { Operation, Public, RawResponse } from '../http/index.js';
import { SampledGauges } from './sampled-gauges.js';

@ApiTags('health')
@Controller()
export class MetricsController {
  constructor(
    private readonly config: Config,
    private readonly gauges: SampledGauges,
  ) {}

  @Get()
  @Public()
  @RawResponse('text/plain')
  @Operation({
    id: 'getMetrics',
    summary: 'Metrics for Prometheus, as text',
    description:
      'Open, or behind `Authorization: Bearer` where METRICS_TOKEN is set. Without it, what comes through a proxy that ' +
      'TRUST_PROXY_HOPS counts is answered 401: Prometheus asks the process itself.',
    example: '# TYPE kag_jobs_due gauge\nkag_jobs_due 0\n',
    errors: ['unauthorized'],
  })
  async index(@Req() request: Request, @Res() response: Response): Promise<void> {
    const { METRICS_TOKEN: token } = this.config;
    if (token !== null && !sameText(request.get('authorization') ?? '', `Bearer ${token}`)) {
      throw new AppError('unauthorized', 'Send the METRICS_TOKEN as Authorization: Bearer');
    }
    if (token === null && this.cameThroughProxy(request)) {
      throw new AppError(
        'unauthorized',
        'Ask the process itself for /metrics, or set METRICS_TOKEN to ask from outside',
      );
    }
    const [counted, sampled] = await Promise.all([register.metrics(), this.gauges.text()]);
    const text = Buffer.concat([Buffer.from(`${counted.trimEnd()}\n`), sampled]);
    // Ended, not sent: Express would hash it all for an ETag, and no two scrapes are alike.
    response.set({ 'content-type': register.contentType, 'content-length': String(text.length) }).end(text);
  }

  /** Proxies name whom they ask for; who reaches the process directly has no reason to. */
  private cameThroughProxy(request: Request): boolean {
    return this.config.TRUST_PROXY_HOPS > 0 && request.get('x-forwarded-for') !== undefined;
  }
}

/** Whether two texts are equal, in a time that tells nothing about where they differ. */
function sameText(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
