import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { STORY_DAYS } from '../../sandbox/agency/index.js';
import { type Agency, type AgencyClient, type Sandbox, startSandbox } from '../../sandbox/sandbox.js';
import { variablesOf } from '../../sandbox/variables.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let sandbox: Sandbox;
let server: TestApp;
let admin: Client;

beforeAll(async () => {
  sandbox = await startSandbox({ agency: STORY_DAYS });
  server = await startTestApp({
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      // The first of the sixty days counts whatever the hour is.
      CONNECTOR_LOOKBACK_DAYS: String(STORY_DAYS + 1),
      ...variablesOf(sandbox),
    },
  });
  admin = await server.signIn();
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});

function clientOf(agency: Agency | null, key: string): AgencyClient {
  const client = agency?.clients.find((each) => each.key === key);
  if (!client) throw new Error(`the agency has no client ${key}`);
  return client;
}

/** A project of the client's, bound to its part of each vendor and synced. */
async function synced(key: string): Promise<string> {
  const { name, bindings } = clientOf(sandbox.agency, key);
  const id = await project(admin, name);
  for (const [connector, binding] of Object.entries(bindings)) {
    const body = { ...binding, credentials: { api_token: 'of-the-tests' } };
    expect((await admin.put(`/projects/${id}/sources/${connector}`, body)).status).toBe(200);
  }
  const { body } = await admin.post(`/connectors/sync?project_id=${id}`).set('prefer', 'wait=55');
  expect(body.result).toMatchObject({ succeeded: 3, failed: 0 });
  return id;
}

async function eventTypes(id: string, source: string): Promise<Record<string, number>> {
  const { body } = await admin.get(`/kag/events?project_id=${id}&source=${source}&limit=200`);
  const counts: Record<string, number> = {};
  // Without the server's own notes, such as that the client is silent, which come with the refresh that follows a sync.
  for (const { event_type, actor } of body.events as { event_type: string; actor: string }[])
    if (actor !== 'system') counts[event_type] = (counts[event_type] ?? 0) + 1;
  return counts;
}

describe('an agency’s clients as projects', () => {
  it('have each its own part of the three vendors, and the events of its own story', async () => {
    const [blocked, creeping] = [await synced('blocked-en'), await synced('scope-creep-ru')];
    const entities = async (id: string) => (await admin.get(`/jobs/status?project_id=${id}`)).body.entities;
    expect(await entities(blocked)).toMatchObject({
      contacts: 1,
      conversations: 6,
      messages: 18,
      issues: 15,
      deals: 1,
    });
    expect(await entities(creeping)).toMatchObject({
      contacts: 1,
      conversations: 8,
      messages: 22,
      issues: 10,
      deals: 1,
    });
    expect(await eventTypes(blocked, 'linear')).toMatchObject({
      issue_created: 15,
      issue_blocked: 4,
      stage_started: 4,
    });
    // A piece of news about their own customers is heard as a need, which it is not.
    expect(await eventTypes(blocked, 'chatwoot')).toEqual({ message_sent: 18, need_detected: 1 });
    expect(await eventTypes(creeping, 'chatwoot')).toEqual({ message_sent: 22, scope_change_detected: 3 });
    expect(await eventTypes(creeping, 'attio')).toEqual({ finance_entry_recorded: 3, note_logged: 2 });
  });
});
