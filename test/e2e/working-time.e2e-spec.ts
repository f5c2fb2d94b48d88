import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { letClientWait } from '../support/waiting-client.js';

let server: TestApp;
let admin: Client;

beforeAll(async () => {
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' } });
  admin = await server.signIn();
});
afterAll(() => server.close());

/** For how many working days the project's client has been waited for, as of a refresh now. */
async function waited(id: string): Promise<number> {
  const refreshed = await admin.post(`/kag/refresh?project_id=${id}`).set('prefer', 'wait=55');
  expect(refreshed.body.result).toMatchObject({ as_of: expect.any(String) });
  const { signals } = (await admin.get(`/kag/signals?project_id=${id}`)).body;
  return signals.find((one: { signal_key: string }) => one.signal_key === 'waiting_on_client_days').value;
}

describe('a project’s working time', () => {
  it('is what its signals are measured in, from the next refresh after a change on', async () => {
    const id = await project(admin);
    await letClientWait(server.db.database, id);
    // Since the first of two messages, six days ago; people work all the time.
    expect(await waited(id)).toBeCloseTo(6, 1);
    await admin.patch(`/projects/${id}`, { working_days: ['mon'] });
    // Whatever day it is: no more than one Monday lies in six days.
    expect(await waited(id)).toBeLessThanOrEqual(1);
    await admin.patch(`/projects/${id}`, { working_days: null });
    expect(await waited(id)).toBeCloseTo(6, 1);
  });
});
