import type { Config } from '../../config/index.js';
import { WHOLE_NUMBER } from '../../projects/index.js';
import type { Vendor } from '../core/connector-registry.js';
import { CHATWOOT_ACTIONS } from './actions.js';
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
    binding: {
      externalId: {
        fits: (id) => /^[1-9]\d{0,9}$/.test(String(id)),
        holds: 'the number of a Chatwoot account, as text',
      },
      filter: { inbox_ids: WHOLE_NUMBER },
    },
    webhookSetup: {
      place:
        'In Chatwoot 4.11.2 or newer, as an administrator, open Settings → Integrations → Webhooks and add a webhook. Older versions, and the webhooks of an API inbox, do not sign what they send with it and are refused.',
      events: 'Tick the events of conversations, messages and contacts; those of typing are not needed.',
      secret:
        'Copy the secret that Chatwoot has made for the webhook; its settings show it, and so does GET /api/v1/accounts/{account}/webhooks.',
    },
    webhooks: chatwootWebhooks,
    evidence: CHATWOOT_EVIDENCE,
    stored: CHATWOOT_STORED,
    actions: CHATWOOT_ACTIONS,
    records: CHATWOOT_RECORDS,
  };
}
