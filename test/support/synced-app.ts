import { afterAll, afterEach, beforeAll, beforeEach } from '@jest/globals';
import type { Environment } from '../../src/config/index.js';
import type { ConnectorName } from '../../src/connectors/core/contract.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';
import type { Client } from './client.js';
import { holdDeadlines, type HeldDeadlines } from './held-deadlines.js';
import { project } from './people.js';
import { startTestApp, type TestApp } from './test-app.js';

/** What the server shows the vendors, and others may not see. */
export const API_TOKENS: Readonly<Record<ConnectorName, string>> = {
  chatwoot: 'token-of-the-tests',
  linear: 'lin_api_of_the_tests',
  attio: 'token-of-the-tests',
  github: 'token-of-the-tests',
};

const VARIABLES: Readonly<Record<ConnectorName, (sandbox: Sandbox) => Environment>> = {
  chatwoot: ({ url, world }) => ({
    CHATWOOT_BASE_URL: url,
    CHATWOOT_API_TOKEN: API_TOKENS.chatwoot,
    CHATWOOT_ACCOUNT_ID: String(world.accountId),
    CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
  }),
  // Without LINEAR_WORKSPACE_ID, as without Attio's: a token belongs to one workspace anyway.
  linear: ({ url }) => ({
    LINEAR_BASE_URL: `${url}/graphql`,
    LINEAR_API_TOKEN: API_TOKENS.linear,
    LINEAR_REQUESTS_PER_MINUTE: '1000000',
  }),
  attio: ({ url }) => ({
    ATTIO_BASE_URL: url,
    ATTIO_API_TOKEN: API_TOKENS.attio,
    ATTIO_REQUESTS_PER_MINUTE: '1000000',
  }),
  github: ({ url, github }) => ({
    GITHUB_BASE_URL: url,
    GITHUB_API_TOKEN: API_TOKENS.github,
    GITHUB_REPOSITORIES: github.names().join(','),
    GITHUB_REQUESTS_PER_MINUTE: '1000000',
  }),
};

/**
 * A server that syncs from a sandbox when a test asks for it. The properties are there from the hooks on, not before.
 */
export interface SyncedApp {
  readonly sandbox: Sandbox;
  readonly server: TestApp;
  readonly admin: Client;
  /** Of requests to the vendors. */
  readonly deadlines: HeldDeadlines;
  /** The project that the admin has selected: a new one for each test. */
  readonly projectId: string;
}

/**
 * Starts one server, configured for these connectors, and one sandbox for all tests of a file, and closes them in the
 * end. Each test leaves the next no faults and a full rate budget; what it changes at the vendors stays.
 * @param env variables beside the connectors' own, or in place of them; may depend on where the vendors are
 */
export function syncedApp(
  connectors: readonly ConnectorName[],
  env: Environment | ((sandbox: Sandbox) => Environment) = {},
): SyncedApp {
  const app = {} as { -readonly [name in keyof SyncedApp]: SyncedApp[name] };
  beforeAll(async () => {
    app.sandbox = await startSandbox();
    const own = typeof env === 'function' ? env(app.sandbox) : env;
    const variables = connectors.map((connector) => VARIABLES[connector](app.sandbox));
    app.server = await startTestApp({
      env: Object.assign({ ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' }, ...variables, own),
    });
    app.deadlines = holdDeadlines(app.server);
    app.admin = await app.server.signIn();
  });
  afterAll(async () => {
    await app.server.close();
    await app.sandbox.close();
  });
  beforeEach(async () => {
    app.projectId = await project(app.admin);
    await app.admin.post(`/projects/${app.projectId}/select`);
  });
  afterEach(async () => {
    app.sandbox.faults.clear();
    await app.server.db.database.run('DELETE FROM connector_rate_budgets');
  });
  return app;
}
