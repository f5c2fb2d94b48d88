import { beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../src/common/clock.js';
import type { ConnectorName } from '../../src/connectors/core/contract.js';
import { API_TOKENS, syncedApp } from '../support/synced-app.js';

const app = syncedApp(['chatwoot', 'linear'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

beforeAll(() => {
  // Vendors are asked again at once, however long they ask to wait.
  app.server.app.get(Clock).wait = () => Promise.resolve();
});

const sync = (name: ConnectorName) => app.admin.post(`/connectors/${name}/sync`).set('prefer', 'wait=55');
const stateOf = async (name: ConnectorName) =>
  (await app.admin.get('/connectors/state')).body.connectors.find(
    (one: { connector: string }) => one.connector === name,
  );
const errorsOf = async (name: ConnectorName) =>
  (await app.admin.get('/connectors/errors')).body.errors.filter(
    (one: { connector: string }) => one.connector === name,
  );

describe('an error text that PostgreSQL refuses', () => {
  it.each([
    ['chatwoot' as const, { status: 500, body: '\u001f\u008b\u0000\u0000AB \ud800' }, 'vendor_error'],
    [
      'linear' as const,
      {
        status: 200,
        body: {
          errors: [{ message: 'bad input near \0 here', extensions: { type: 'invalid input', code: 'INPUT_ERROR' } }],
        },
      },
      'config',
    ],
  ])('of %s is told as the failure that it is', async (name, answer, kind) => {
    app.sandbox.faults.add({ vendor: name, kind: 'status', ...answer });
    expect((await sync(name)).body).toMatchObject({ details: { error_kind: kind } });
    expect(await stateOf(name)).toMatchObject({ status: 'failed', last_error: expect.stringContaining(kind) });
    expect(await errorsOf(name)).toMatchObject([{ operation: 'sync', error_kind: kind }]);
  });
});

describe('a secret in an error text', () => {
  it.each([
    ['chatwoot', 'conversations', /api\/v1/],
    ['chatwoot', 'contacts', /contacts\?/],
    ['linear', 'issues', /graphql/],
    ['linear', 'comments', / comments,/],
  ] as const)('of %s, about its %s, is shown nowhere', async (name, stream, match) => {
    const secrets = ['k3y-of-the-gateway', 'b3arer-of-the-gateway', API_TOKENS[name]] as const;
    const [key, bearer, token] = secrets;
    const body = `No answer to /?api_key=${key} with Authorization: Bearer ${bearer} for <${token}>`;
    app.sandbox.faults.add({ vendor: name, match, kind: 'status', status: 502, body });
    const answer = await sync(name);
    const runs = await app.admin.get(`/jobs/runs?job_type=${name}_sync`);
    const state = await stateOf(name);
    expect(state.streams.find((one: { name: string }) => one.name === stream)).toMatchObject({ status: 'failed' });
    const shown = [answer.body, runs.body, state, await errorsOf(name)].map((each) => JSON.stringify(each));
    for (const each of shown) {
      expect(each).toContain('No answer to');
      for (const secret of secrets) expect(each).not.toContain(secret);
    }
  });
});

describe('a vendor that asks for a wait without end', () => {
  it.each([['999999999'], ['60000'], ['Wed, 01 Jan 2098 00:00:00 GMT']])(
    'of %s is tried again within six hours, and at once by hand',
    async (retryAfter) => {
      app.sandbox.faults.add({ vendor: 'chatwoot', kind: 'status', status: 429, body: 'Retry later\n', retryAfter });
      expect((await sync('chatwoot')).body).toMatchObject({ details: { error_kind: 'rate_limited' } });
      const [error] = await errorsOf('chatwoot');
      // Held against the database's clock, after all was stored: however long that took, it is within.
      const [stored] = await app.server.db.database.query(
        `SELECT $1::timestamptz <= clock_timestamp() + interval '6 hours' AS retried,
           max(blocked_until) <= clock_timestamp() + interval '6 hours' AS let_through FROM connector_rate_budgets`,
        [error.next_retry_at],
      );
      expect(stored).toEqual({ retried: true, let_through: true });
      app.sandbox.faults.clear();
      expect((await sync('chatwoot')).status).toBe(200);
      expect(await stateOf('chatwoot')).toMatchObject({ status: 'ok' });
    },
  );
});
