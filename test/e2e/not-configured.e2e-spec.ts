import { expect, it } from '@jest/globals';
import { syncedApp } from '../support/synced-app.js';

const app = syncedApp([]);

it.each([
  ['chatwoot', 'CHATWOOT_API_TOKEN and CHATWOOT_ACCOUNT_ID'],
  ['linear', 'LINEAR_API_TOKEN'],
  ['attio', 'ATTIO_API_TOKEN'],
  ['github', 'GITHUB_API_TOKEN and GITHUB_REPOSITORIES'],
])('a sync of %s without a source is 503 and names the variables', async (connector, variables) => {
  const answer = await app.admin.post(`/jobs/${connector}/sync`);
  expect(answer.status).toBe(503);
  expect(answer.body).toMatchObject({ error: 'connector_not_configured', details: { connector } });
  expect(answer.body.detail).toContain(variables);
});

it('a cycle skips them with warnings and fails nothing', async () => {
  const cycle = await app.admin.post('/connectors/sync').set('prefer', 'wait=55');
  expect(cycle.body.result).toMatchObject({
    succeeded: 0,
    failed: 0,
    connectors: {
      chatwoot: { status: 'not_configured' },
      linear: { status: 'not_configured' },
      attio: { status: 'not_configured' },
      github: { status: 'not_configured' },
    },
  });
  const { events } = (await app.admin.get('/kag/events?type=process_warning')).body;
  expect(events).toHaveLength(4);
  expect(events[0].payload_json.warning).toContain('skipped');
});
