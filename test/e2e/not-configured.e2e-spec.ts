import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;
let admin: Client;

beforeAll(async () => {
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
  admin = await server.signIn();
  await admin.post(`/projects/${await project(admin)}/select`);
});
afterAll(() => server.close());

it.each([
  ['chatwoot', 'CHATWOOT_API_TOKEN and CHATWOOT_ACCOUNT_ID'],
  ['linear', 'LINEAR_API_TOKEN'],
  ['attio', 'ATTIO_API_TOKEN'],
])('a sync of %s without a source is 503 and names the variables', async (connector, variables) => {
  const answer = await admin.post(`/jobs/${connector}/sync`);
  expect(answer.status).toBe(503);
  expect(answer.body).toMatchObject({ error: 'connector_not_configured', details: { connector } });
  expect(answer.body.detail).toContain(variables);
});

it('a cycle skips them with warnings and fails nothing', async () => {
  const cycle = await admin.post('/connectors/sync').set('prefer', 'wait=55');
  expect(cycle.body.result).toMatchObject({
    succeeded: 0,
    failed: 0,
    connectors: {
      chatwoot: { status: 'not_configured' },
      linear: { status: 'not_configured' },
      attio: { status: 'not_configured' },
    },
  });
  const { events } = (await admin.get('/kag/events?type=process_warning')).body;
  expect(events).toHaveLength(3);
  expect(events[0].payload_json.warning).toContain('skipped');
});
