import { WORD } from '../../projects/index.js';
import type { Vendor } from '../core/connector-registry.js';
import { __name__Dialect, __name__RequestHeaders } from './__name__-api.js';
import { __Name__Connector } from './__name__-connector.js';
import { __NAME___TABLES } from './tables.js';

/** The vendor as this server's environment configures it: take `config` once src/config has its variables. */
export function __name__Vendor(): Vendor {
  return {
    connector: new __Name__Connector(),
    environment: {
      baseUrl: 'https://api.__name__.example',
      externalId: null,
      apiToken: null,
      variables: { externalId: '__NAME___ACCOUNT_ID', apiToken: '__NAME___API_TOKEN' },
    },
    requestsPerMinute: 60,
    headers: __name__RequestHeaders,
    dialect: __name__Dialect,
    binding: { externalId: { ...WORD, holds: 'the id of a __Name__ account' }, filter: {} },
    webhookSetup: {
      place: 'Say where in __Name__ a webhook is added, and by whom.',
      events: 'Say which events are chosen.',
      secret: 'Say where its secret is found.',
    },
    // How the rows are shown that its events name as evidence: issueEvidence and stageEvidence of the kit, or its own.
    evidence: [],
    stored: {
      tables: __NAME___TABLES,
      // Rows that a narrower filter leaves out.
      outside: () => [],
      chunks: { kind: 'note', lost: 'false' },
    },
    // Its issues, deals, plans or messages, for who reads those of all vendors.
    records: {},
  };
}
