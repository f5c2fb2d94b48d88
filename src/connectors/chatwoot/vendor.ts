import type { Config } from '../../config/index.js';
import type { Vendor } from '../core/connector-registry.js';
import { chatwootRequestHeaders } from './chatwoot-api.js';
import { ChatwootConnector } from './chatwoot-connector.js';
import { chatwootDialect } from './dialect.js';
import { CHATWOOT_EVIDENCE } from './evidence.js';
import { CHATWOOT_RECORDS } from './records.js';
import { CHATWOOT_STORED } from './stored.js';
import { chatwootWebhooks } from './webhook.js';

/** Chatwoot as this server's environment configures it. */
export function chatwootVendor(config: Config): Vendor {
  return {
    connector: new ChatwootConnector(),
    environment: {
      baseUrl: config.CHATWOOT_BASE_URL,
      externalId: config.CHATWOOT_ACCOUNT_ID === null ? null : String(config.CHATWOOT_ACCOUNT_ID),
      apiToken: config.CHATWOOT_API_TOKEN,
      variables: { externalId: 'CHATWOOT_ACCOUNT_ID', apiToken: 'CHATWOOT_API_TOKEN' },
    },
    requestsPerMinute: config.CHATWOOT_REQUESTS_PER_MINUTE,
    headers: chatwootRequestHeaders,
    dialect: chatwootDialect,
    webhooks: chatwootWebhooks,
    evidence: CHATWOOT_EVIDENCE,
    stored: CHATWOOT_STORED,
    records: CHATWOOT_RECORDS,
  };
}
