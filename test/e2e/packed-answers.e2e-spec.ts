import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;
let admin: Client;

beforeAll(async () => {
  server = await startTestApp();
  admin = await server.signIn();
  for (let n = 0; n < 8; n++) await admin.post('/projects', { name: `A client with a name of some length ${n}` });
});
afterAll(() => server.close());

describe('answers', () => {
  it.each(['gzip', 'br'])('are packed by %s for clients that take it', async (encoding) => {
    const { headers } = await admin.get('/projects').set('accept-encoding', encoding).expect(200);
    expect(headers['content-encoding']).toBe(encoding);
    expect(headers['vary']).toMatch(/accept-encoding/i);
  });

  it.each([
    ['for others', '/projects', 'identity'],
    ['where they are short', '/health/live', 'gzip'],
    ['where they hold secrets of the session', '/auth/sessions', 'gzip'],
  ])('are not packed %s', async (_what, path, encoding) => {
    const { headers } = await admin.get(path).set('accept-encoding', encoding).expect(200);
    expect(headers).not.toHaveProperty('content-encoding');
  });
});
