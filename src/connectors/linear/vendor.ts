import type { Config } from '../../config/index.js';
import { WORD } from '../../projects/index.js';
import type { Vendor } from '../core/connector-registry.js';
import { LINEAR_ACTIONS } from './actions.js';
import { LINEAR_DIALECT } from './dialect.js';
import { LINEAR_EVIDENCE } from './evidence.js';
import { linearRequestHeaders } from './linear-api.js';
import { LinearConnector } from './linear-connector.js';
import { LINEAR_RECORDS } from './records.js';
import { LINEAR_STORED } from './stored.js';
import { linearWebhooks } from './webhook.js';

/**
 * Linear as this server's environment configures it. A token belongs to one workspace, so that naming it is a check.
 */
export function linearVendor(config: Config): Vendor {
  return {
    connector: new LinearConnector(config.CONNECTOR_LOOKBACK_DAYS),
    environment: {
      baseUrl: config.LINEAR_BASE_URL,
      externalId: config.LINEAR_WORKSPACE_ID,
      externalIdOptional: true,
      apiToken: config.LINEAR_API_TOKEN,
      variables: { externalId: 'LINEAR_WORKSPACE_ID', apiToken: 'LINEAR_API_TOKEN' },
    },
    requestsPerMinute: config.LINEAR_REQUESTS_PER_MINUTE,
    headers: linearRequestHeaders,
    dialect: LINEAR_DIALECT,
    binding: {
      externalId: { fits: WORD.fits, holds: 'the id of a Linear workspace' },
      filter: { team_ids: WORD, project_ids: WORD },
    },
    webhookSetup: {
      place: 'In Linear, as an administrator, open Settings → API → Webhooks and add a webhook.',
      events: 'Tick Issues, Comments, Issue labels, Projects, Cycles and Users.',
      secret: 'Copy the signing secret from the page of the webhook.',
      publicHttpsOnly: true,
    },
    webhooks: linearWebhooks,
    evidence: LINEAR_EVIDENCE,
    stored: LINEAR_STORED,
    actions: LINEAR_ACTIONS,
    records: LINEAR_RECORDS,
  };
}
