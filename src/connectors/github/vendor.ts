import type { Config } from '../../config/index.js';
import type { Vendor } from '../core/connector-registry.js';
import type { StoredRows } from '../core/stored-rows.js';
import { issueEvidence, stageEvidence } from '../kit/work-evidence.js';
import { githubDialect, githubRequestHeaders, repositoriesOf } from './github-api.js';
import { GithubConnector } from './github-connector.js';
import { GITHUB_ISSUES, GITHUB_MILESTONES, GITHUB_TABLES } from './tables.js';
import { githubWebhooks } from './webhook.js';

/** Rows of repositories that the source does not name, or its filter leaves out. */
const STORED: StoredRows = {
  tables: GITHUB_TABLES,
  outside: (source) =>
    GITHUB_TABLES.map((table) => ({
      table,
      where: 't.repository <> ALL ($2::text[])',
      values: [repositoriesOf(source)],
    })),
  chunks: {
    kind: 'issue',
    // Of the texts of issues, GitHub's are those that name a repository.
    lost: `t.source_id LIKE '%/%' AND NOT EXISTS (SELECT FROM github_issues_raw i WHERE i.project_id = t.project_id AND i.id = t.source_id)
      AND NOT EXISTS (SELECT FROM github_comments_raw c WHERE c.project_id = t.project_id AND 'comment:' || c.id = t.source_id)`,
  },
};

/** GitHub's issues as this server's environment configures them. */
export function githubVendor(config: Config): Vendor {
  return {
    connector: new GithubConnector(config.CONNECTOR_LOOKBACK_DAYS),
    environment: {
      baseUrl: config.GITHUB_BASE_URL,
      externalId: config.GITHUB_REPOSITORIES,
      apiToken: config.GITHUB_API_TOKEN,
      variables: { externalId: 'GITHUB_REPOSITORIES', apiToken: 'GITHUB_API_TOKEN' },
    },
    requestsPerMinute: config.GITHUB_REQUESTS_PER_MINUTE,
    headers: githubRequestHeaders,
    dialect: githubDialect,
    webhooks: githubWebhooks,
    evidence: [
      issueEvidence(GITHUB_ISSUES, { text: 'body', state: 'state_type', author: 'author' }),
      stageEvidence(GITHUB_MILESTONES),
    ],
    stored: STORED,
  };
}
