import { attioRequestHeaders } from '../../src/connectors/attio/attio-api.js';
import { attioDialect } from '../../src/connectors/attio/dialect.js';
import { AttioConnector } from '../../src/connectors/attio/index.js';
import type { Source } from '../../src/connectors/core/contract.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { Mirror, type MirrorOptions } from './mirror.js';

/** An empty mirror of the sandbox's Attio workspace. */
export function attioMirror(sandbox: Sandbox, options: MirrorOptions): Mirror {
  const { externalId = '', filter = {}, apiToken = 'any' } = options;
  const source: Source = { connector: 'attio', externalId, baseUrl: sandbox.url, apiToken, filter };
  return new Mirror({
    ...options,
    connector: new AttioConnector({ budget: 'budget', cost: 'cost' }),
    source,
    listed: { notes: (row) => row['kind'] === 'note' },
    http: { headers: attioRequestHeaders(source), dialect: attioDialect },
  });
}
