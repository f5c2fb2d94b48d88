import { chatwootRequestHeaders } from '../../src/connectors/chatwoot/chatwoot-api.js';
import { chatwootDialect } from '../../src/connectors/chatwoot/dialect.js';
import { ChatwootConnector } from '../../src/connectors/chatwoot/index.js';
import type { Source } from '../../src/connectors/core/contract.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { Mirror, type MirrorOptions } from './mirror.js';

/** An empty mirror of the sandbox's Chatwoot account. */
export function chatwootMirror(sandbox: Sandbox, options: MirrorOptions): Mirror {
  const { externalId = String(sandbox.world.accountId), filter = {}, apiToken = 'any' } = options;
  const source: Source = { connector: 'chatwoot', externalId, baseUrl: sandbox.url, apiToken, filter };
  return new Mirror({
    ...options,
    connector: new ChatwootConnector(),
    source,
    listed: { contacts: (row) => Boolean(row['email'] || row['phone_number'] || row['identifier']) },
    http: { headers: chatwootRequestHeaders(source), dialect: chatwootDialect },
  });
}
