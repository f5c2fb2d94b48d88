import type { Config } from '../../config/index.js';
import { WORD } from '../../projects/index.js';
import type { Vendor } from '../core/connector-registry.js';
import { ATTIO_ACTIONS } from './actions.js';
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
    binding: {
      externalId: { fits: WORD.fits, holds: 'the id of an Attio workspace' },
      filter: { company_ids: WORD, deal_ids: WORD },
    },
    webhookSetup: {
      place:
        'In Attio open Workspace settings → Developers, choose the integration that the token belongs to, and add a webhook; or send POST /v2/webhooks with a token that has webhook:read-write.',
      events:
        'Subscribe to record.created, record.updated, record.deleted, record.merged, note.created, note.updated, note.deleted, note-content.updated, task.created, task.updated, task.deleted and call-recording.created, without filters.',
      secret: 'Copy the secret from the page of the webhook, or from the answer to that POST.',
      publicHttpsOnly: true,
    },
    webhooks: attioWebhooks,
    evidence: ATTIO_EVIDENCE,
    stored: ATTIO_STORED,
    actions: ATTIO_ACTIONS,
    records: ATTIO_RECORDS,
  };
}
