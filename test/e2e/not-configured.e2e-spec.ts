import { expect, it } from '@jest/globals';
import { syncedApp } from '../support/synced-app.js';

const app = syncedApp([]);
const cycle = async () => {
  const { result } = (await app.admin.post('/connectors/sync').set('prefer', 'wait=55')).body;
  return { result, events: (await app.admin.get('/kag/events?type=process_warning')).body.events };
};

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
  // Bound to an account, and without a token for it: half of a configuration.
  const accounts = { chatwoot: '1', linear: 'acme', attio: 'acme', github: 'acme/site' };
  for (const [connector, external_id] of Object.entries(accounts)) {
    const bound = await app.admin.put(`/projects/${app.projectId}/sources/${connector}`, { external_id });
    expect(bound.status).toBe(200);
  }
  const { result, events } = await cycle();
  expect(result).toMatchObject({
    succeeded: 0,
    failed: 0,
    connectors: {
      chatwoot: { status: 'not_configured' },
      linear: { status: 'not_configured' },
      attio: { status: 'not_configured' },
      github: { status: 'not_configured' },
    },
  });
  expect(events).toHaveLength(4);
  expect(events[0].payload_json.warning).toContain('skipped');
});

it('a cycle says of connectors that the project does without that they are, and warns of none', async () => {
  const { result, events } = await cycle();
  const error = { code: 'connector_not_configured', message: expect.stringContaining('PUT /projects/{id}/sources/') };
  const unused = { status: 'not_configured', unused: true, error };
  expect(result).toEqual({
    succeeded: 0,
    failed: 0,
    connectors: { chatwoot: unused, linear: unused, attio: unused, github: unused },
  });
  expect(events).toEqual([]);
});
