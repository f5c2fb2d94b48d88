import { Injectable } from '@nestjs/common';
import { AppError } from '../../common/app-error.js';
import type { SourceDescription } from '../../projects/index.js';
import type { SourceRecords } from '../../source-records/index.js';
import type { EnvironmentSource } from '../domain/resolve-source.js';
import type { Connector, ConnectorName, Source } from './contract.js';
import type { EvidenceTable } from './evidence-table.js';
import type { StoredRows } from './stored-rows.js';
import type { VendorAction } from './vendor-action.js';
import type { VendorDialect } from './vendor-http.js';
import type { WebhookDialect } from './webhook-dialect.js';

/** A vendor as configured on this server: its connector, and what the engine needs to know to talk to it. */
export interface Vendor extends SourceDescription {
  connector: Connector;
  /** Environment variables that bind every project without a binding of its own. */
  environment: EnvironmentSource & { baseUrl: string };
  /** What the vendor allows all processes together, per minute and source. */
  requestsPerMinute: number;
  headers(source: Source): Record<string, string>;
  dialect?: VendorDialect;
  /** Where the vendor can send webhooks. */
  webhooks?: WebhookDialect;
  /** How the rows are shown that its events name as evidence. */
  evidence: readonly EvidenceTable[];
  /** Where its records are stored, and which of them a source does not take. */
  stored: StoredRows;
  /** What it can be asked to make; unset: nothing. */
  actions?: readonly VendorAction[];
  /** What of them is read beside other vendors' records. */
  records: SourceRecords;
}

/** The vendors this server can read. Each connector's module adds its own. */
@Injectable()
export class ConnectorRegistry {
  private readonly vendors = new Map<ConnectorName, Vendor>();

  register(vendor: Vendor): void {
    const { name } = vendor.connector;
    if (this.vendors.has(name)) throw new Error(`two connectors called ${name}`);
    this.vendors.set(name, vendor);
  }

  has(name: string): boolean {
    return this.vendors.has(name as ConnectorName);
  }

  names(): ConnectorName[] {
    return [...this.vendors.keys()];
  }

  /** @throws AppError `not_found` for a connector this server does not have. */
  get(name: string): Vendor {
    const vendor = this.vendors.get(name as ConnectorName);
    if (!vendor) throw new AppError('not_found', `There is no connector ${name}; there are ${this.names().join(', ')}`);
    return vendor;
  }
}
