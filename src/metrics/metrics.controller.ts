import { Controller, Get, Req, Res } from '@nestjs/common';
import { isIP, isIPv6, type BlockList } from 'node:net';
import { ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { register } from 'prom-client';
import { AppError } from '../common/app-error.js';
import { sameText } from '../common/same-text.js';
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
      'Asks for METRICS_TOKEN as `Authorization: Bearer`, except from METRICS_ALLOW_FROM. With neither set it is open; ' +
      'in production, and to what comes through a proxy that TRUST_PROXY_HOPS counts, it is closed.',
    example: '# TYPE kag_jobs_due gauge\nkag_jobs_due 0\n',
    errors: ['unauthorized'],
  })
  async index(@Req() request: Request, @Res() response: Response): Promise<void> {
    const refusal = this.refusal(request);
    if (refusal !== null) throw new AppError('unauthorized', refusal);
    const [counted, sampled] = await Promise.all([register.metrics(), this.gauges.text()]);
    const text = Buffer.concat([Buffer.from(`${counted.trimEnd()}\n`), sampled]);
    // Ended, not sent: Express would hash it all for an ETag, and no two scrapes are alike.
    response.set({ 'content-type': register.contentType, 'content-length': String(text.length) }).end(text);
  }

  /** Why the figures are not for who asks; null when they are. */
  private refusal(request: Request): string | null {
    const { METRICS_TOKEN: token, METRICS_ALLOW_FROM: allowed, production } = this.config;
    if (token !== null && sameText(request.get('authorization') ?? '', `Bearer ${token}`)) return null;
    if (allowed && isFrom(allowed, request)) return null;
    if (token !== null) return 'Send the METRICS_TOKEN as Authorization: Bearer';
    if (allowed) return 'METRICS_ALLOW_FROM does not name this address; METRICS_TOKEN would let it in';
    if (production) return 'The metrics are closed: set METRICS_TOKEN or METRICS_ALLOW_FROM';
    return this.cameThroughProxy(request)
      ? 'Ask the process itself for /metrics, or set METRICS_TOKEN to ask from outside'
      : null;
  }

  /** Proxies name whom they ask for; who reaches the process directly has no reason to. */
  private cameThroughProxy(request: Request): boolean {
    return this.config.TRUST_PROXY_HOPS > 0 && request.get('x-forwarded-for') !== undefined;
  }
}

/** Whether the request comes from there directly: through a proxy, everybody would come from the proxy's address. */
function isFrom(allowed: BlockList, { headers, socket }: Request): boolean {
  if (headers.forwarded !== undefined || headers['x-forwarded-for'] !== undefined) return false;
  const address = (socket.remoteAddress ?? '').replace(/^::ffff:(?=\d+\.)/i, '');
  return isIP(address) !== 0 && allowed.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');
}
