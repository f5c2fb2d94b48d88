import type { Source } from '../../src/connectors/core/contract.js';
import { githubDialect, githubRequestHeaders } from '../../src/connectors/github/github-api.js';
import { GithubConnector } from '../../src/connectors/github/index.js';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { Mirror, type MirrorOptions } from './mirror.js';

/** An empty mirror of the sandbox's GitHub repositories. */
export function githubMirror(sandbox: Sandbox, options: MirrorOptions): Mirror {
  const { externalId = sandbox.github.names().join(','), filter = {}, apiToken = 'any' } = options;
  const source: Source = { connector: 'github', externalId, baseUrl: sandbox.url, apiToken, filter };
  return new Mirror({
    ...options,
    connector: new GithubConnector(),
    source,
    http: { headers: githubRequestHeaders(source), dialect: githubDialect },
  });
}
