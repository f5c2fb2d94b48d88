import type { Config } from '../../config/index.js';
import { oneOrMore, OWNER_AND_NAME } from '../../projects/index.js';
import type { Vendor } from '../core/connector-registry.js';
import { issueRecords } from '../kit/issue-records.js';
import { partsOf } from '../kit/parted-list.js';
import { partedRows } from '../kit/parted-table.js';
import { issueEvidence, stageEvidence } from '../kit/work-evidence.js';
import { githubDialect, githubRequestHeaders } from './github-api.js';
import { GithubConnector } from './github-connector.js';
import { GITHUB_COMMENTS, GITHUB_ISSUES, GITHUB_MILESTONES, GITHUB_TABLES } from './tables.js';
import { githubWebhooks } from './webhook.js';

const TALK = { issues: GITHUB_ISSUES, comments: GITHUB_COMMENTS };

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
    binding: {
      externalId: oneOrMore(OWNER_AND_NAME, 'GitHub repositories as owner/name'),
      filter: { repositories: OWNER_AND_NAME },
    },
    webhookSetup: {
      place:
        'In GitHub, as an administrator of the repository, open Settings → Webhooks and add a webhook with the content type application/json; one of the organization serves all its repositories.',
      events: 'Choose individual events: Issues, Issue comments, Labels and Milestones.',
      secret: 'Make up a long random secret, and enter it there.',
    },
    webhooks: githubWebhooks,
    evidence: [
      issueEvidence(GITHUB_ISSUES, { text: 'body', state: 'state_type', author: 'author' }),
      stageEvidence(GITHUB_MILESTONES),
    ],
    stored: partedRows(GITHUB_TABLES, TALK, (source) => partsOf(source, 'repositories')),
    records: { issues: issueRecords(GITHUB_ISSUES) },
  };
}
