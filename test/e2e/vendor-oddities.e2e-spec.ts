import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addClients } from '../support/clients.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { type Sandbox, startSandbox } from '../vendors/sandbox.js';
import { variablesOf } from '../vendors/variables.js';

const LONGEST_MS = 6 * 3_600_000;

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ empty: true });
  addClients(sandbox, 2);
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      ...variablesOf(sandbox),
      CHATWOOT_API_TOKEN: 'token-of-the-tests',
      CHATWOOT_ACCOUNT_ID: '1',
      LINEAR_API_TOKEN: 'lin_api_of_the_tests',
      ATTIO_API_TOKEN: 'token-of-the-tests',
      CONNECTOR_HTTP_RETRY_BASE_MS: '1',
    },
  });
  admin = await server.signIn();
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});
beforeEach(async () => {
  await admin.post(`/projects/${await project(admin)}/select`);
});
afterEach(() => sandbox.faults.clear());

const sync = (name: string) => admin.post(`/connectors/${name}/sync`).set('prefer', 'wait=55');
const stateOf = async (name: string) =>
  (await admin.get('/connectors/state')).body.connectors.find((one: { connector: string }) => one.connector === name);
const errorsOf = async (name: string) =>
  (await admin.get('/connectors/errors')).body.errors.filter((one: { connector: string }) => one.connector === name);

describe('an error text that PostgreSQL refuses', () => {
  it.each([
    ['chatwoot', { status: 500, body: '\u001f\u008b\u0000\u0000AB \ud800' }, 'vendor_error'],
    [
      'linear',
      {
        status: 200,
        body: {
          errors: [{ message: 'bad input near \0 here', extensions: { type: 'invalid input', code: 'INPUT_ERROR' } }],
        },
      },
      'config',
    ],
  ])('of %s is told as the failure that it is', async (name, answer, kind) => {
    sandbox.faults.add({ vendor: name as 'chatwoot' | 'linear', kind: 'status', ...answer });
    expect((await sync(name)).body).toMatchObject({ details: { error_kind: kind } });
    expect(await stateOf(name)).toMatchObject({ status: 'failed', last_error: expect.stringContaining(kind) });
    expect(await errorsOf(name)).toMatchObject([{ operation: 'sync', error_kind: kind }]);
  });
});

describe('a vendor that asks for a wait without end', () => {
  it.each([['999999999'], ['60000'], ['Wed, 01 Jan 2098 00:00:00 GMT']])(
    'of %s is tried again within six hours, and at once by hand',
    async (retryAfter) => {
      sandbox.faults.add({ vendor: 'chatwoot', kind: 'status', status: 429, body: 'Retry later\n', retryAfter });
      expect((await sync('chatwoot')).body).toMatchObject({ details: { error_kind: 'rate_limited' } });
      const [error] = await errorsOf('chatwoot');
      expect(Date.parse(error.next_retry_at) - Date.now()).toBeLessThanOrEqual(LONGEST_MS);
      const [budget] = await server.db.database.query<{ blocked_until: Date }>(
        'SELECT max(blocked_until) AS blocked_until FROM connector_rate_budgets',
      );
      expect(budget!.blocked_until.getTime() - Date.now()).toBeLessThanOrEqual(LONGEST_MS);
      sandbox.faults.clear();
      expect((await sync('chatwoot')).status).toBe(200);
      expect(await stateOf('chatwoot')).toMatchObject({ status: 'ok' });
    },
  );
});
