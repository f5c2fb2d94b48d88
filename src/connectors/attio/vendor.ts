import type { Config } from '../../config/index.js';
import type { Vendor } from '../core/connector-registry.js';
import { attioRequestHeaders } from './attio-api.js';
import { AttioConnector } from './attio-connector.js';
import { attioDialect } from './dialect.js';
import { ATTIO_EVIDENCE } from './evidence.js';
import { ATTIO_RECORDS } from './records.js';
import { ATTIO_STORED } from './stored.js';
import { attioWebhooks } from './webhook.js';

/** Attio as this server's environment configures it. */
export function attioVendor(config: Config): Vendor {
  return {
    connector: new AttioConnector({ budget: config.ATTIO_BUDGET_ATTRIBUTE, cost: config.ATTIO_COST_ATTRIBUTE }),
    environment: {
      baseUrl: config.ATTIO_BASE_URL,
      // A token belongs to one workspace; naming it only guards against the wrong token.
      externalId: config.ATTIO_WORKSPACE_ID,
      externalIdOptional: true,
      apiToken: config.ATTIO_API_TOKEN,
      variables: { externalId: 'ATTIO_WORKSPACE_ID', apiToken: 'ATTIO_API_TOKEN' },
    },
    requestsPerMinute: config.ATTIO_REQUESTS_PER_MINUTE,
    headers: attioRequestHeaders,
    dialect: attioDialect,
    webhooks: attioWebhooks,
    evidence: ATTIO_EVIDENCE,
    stored: ATTIO_STORED,
    records: ATTIO_RECORDS,
  };
}
