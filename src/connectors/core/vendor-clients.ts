import { Injectable } from '@nestjs/common';
import { InjectMetric } from '@willsoto/nestjs-prometheus';
import type { Counter } from 'prom-client';
import { Clock } from '../../common/clock.js';
import { sha256 } from '../../common/stable-hash.js';
import { Config } from '../../config/index.js';
import { CONNECTOR_REQUESTS } from './connector-metrics.js';
import type { Vendor } from './connector-registry.js';
import type { Source } from './contract.js';
import { HttpClient } from './http-client.js';
import { RateBudget } from './rate-budget.js';
import { SharedReads } from './shared-reads.js';

/** Clients of vendors' sources: all that talk to one source live on its one rate budget. */
@Injectable()
export class VendorClients {
  constructor(
    private readonly budget: RateBudget,
    private readonly shared: SharedReads,
    private readonly config: Config,
    private readonly clock: Clock,
    @InjectMetric(CONNECTOR_REQUESTS) private readonly requests: Counter,
  ) {}

  /** @param fresh wants the present moment, not what others were answered within a minute */
  of(vendor: Vendor, source: Source, signal: AbortSignal, fresh: boolean): HttpClient {
    const { name } = vendor.connector;
    const sourceKey = sourceKeyOf(vendor, source);
    return new HttpClient({
      vendor: name,
      baseUrl: source.baseUrl,
      headers: vendor.headers(source),
      secret: source.apiToken,
      timeoutMs: this.config.CONNECTOR_HTTP_TIMEOUT_MS,
      retryBaseMs: this.config.CONNECTOR_HTTP_RETRY_BASE_MS,
      clock: this.clock,
      signal,
      admit: () => this.budget.take(sourceKey, vendor.requestsPerMinute, signal),
      block: (seconds) => this.budget.block(sourceKey, seconds),
      observe: (status) => this.requests.inc({ connector: name, status }),
      ...(vendor.dialect ? { dialect: vendor.dialect } : {}),
      look: `Look at ${name.toUpperCase()}_BASE_URL, and at ${vendor.environment.variables.externalId} or the project’s source.`,
      shared: { reads: this.shared, sourceKey, fresh },
    });
  }

  /** Lets requests to the source through again: a person wants to see whether the vendor answers by now. */
  unblock(vendor: Vendor, source: Source): Promise<void> {
    return this.budget.unblock(sourceKeyOf(vendor, source));
  }
}

/** The key of a source's rate limit. A limit belongs to a token, which is hashed: it is never stored in the clear. */
function sourceKeyOf({ connector: { name } }: Vendor, { baseUrl, externalId, apiToken }: Source): string {
  return `${name} ${sha256(`${baseUrl} ${externalId} ${apiToken}`).slice(0, 32)}`;
}
