import type { Source } from '../../src/connectors/core/contract.js';
import { LINEAR_DIALECT } from '../../src/connectors/linear/dialect.js';
import { LinearConnector } from '../../src/connectors/linear/index.js';
import { linearRequestHeaders } from '../../src/connectors/linear/linear-api.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { Mirror, type MirrorOptions } from './mirror.js';

/** An empty mirror of the sandbox's Linear workspace. */
export function linearMirror(sandbox: Sandbox, options: MirrorOptions): Mirror {
  const { externalId = '', filter = {}, apiToken = 'lin_api_any', lookbackDays = 365 } = options;
  const source: Source = {
    connector: 'linear',
    externalId,
    baseUrl: `${sandbox.url}/graphql`,
    apiToken,
    filter,
  };
  return new Mirror({
    ...options,
    lookbackDays,
    connector: new LinearConnector(lookbackDays),
    source,
    http: { headers: linearRequestHeaders(source), dialect: LINEAR_DIALECT },
  });
}
