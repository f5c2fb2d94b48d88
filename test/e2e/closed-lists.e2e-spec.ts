import { expect, it } from '@jest/globals';
import { syncedApp } from '../support/synced-app.js';

const app = syncedApp(['attio'], { CONNECTOR_HTTP_RETRY_BASE_MS: '1' });

const closed = (match: string) =>
  app.sandbox.faults.add({
    match,
    kind: 'status',
    status: 403,
    body: { status_code: 403, type: 'auth_error', code: 'unauthorized', message: 'Token is missing a scope' },
  });
const compare = async () => {
  const { result } = (await app.admin.post('/connectors/reconciliation/run').set('prefer', 'wait=55')).body;
  return { compared: result.connectors.attio, failed: result.failed, closed: result.closed };
};
const counted = { total: expect.any(Number), missing: 0, extra: 0, stale: 0, healed: 0, completeness_pct: 100 };

it('a list that is closed to the token is told of, and the others are compared', async () => {
  await app.admin.post('/connectors/attio/sync').set('prefer', 'wait=55');
  const { compared } = await compare();
  closed('POST /v2/objects/deals/records/query');
  const now = await compare();
  expect(now.failed).toBe(0);
  const others = Object.keys(compared).filter((resource) => resource !== 'deals');
  expect(now.compared).toEqual(Object.fromEntries(others.map((resource) => [resource, counted])));
  const error = { kind: 'auth', message: expect.stringContaining('missing a scope') };
  expect(now.closed).toEqual([{ connector: 'attio', resource: 'deals', error }]);
  const { events } = (await app.admin.get('/kag/events?type=process_warning')).body;
  expect(events.map((event: any) => event.payload_json.warning)).toEqual([
    expect.stringContaining('attio was compared without its deals'),
  ]);
});

it('a vendor all of whose lists are closed is not compared, and that is a failure', async () => {
  await app.admin.post('/connectors/attio/sync').set('prefer', 'wait=55');
  closed('/v2/');
  expect(await compare()).toEqual({
    failed: 1,
    closed: [],
    compared: {
      status: 'failed',
      error: { code: 'vendor_failed', message: expect.stringContaining('missing a scope') },
    },
  });
});
