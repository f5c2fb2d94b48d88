import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/test-app.js';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const root = (accept: string) => server.visitor().agent.get('/').set('accept', accept);

describe('GET /', () => {
  it('is a page for browsers, the same for everybody', async () => {
    const { headers, text } = await root('text/html,application/xhtml+xml,*/*;q=0.8').expect(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['vary']).toMatch(/accept/i);
    expect(headers).not.toHaveProperty('cache-control');
    expect(text).toContain('./ui/portfolio/main.js');
  });

  it.each(['*/*', 'application/json'])(
    'is no route for callers that take %s, and says so as before',
    async (accept) => {
      const { body, headers } = await root(accept).expect(404);
      expect(body.error).toBe('not_found');
      expect(headers['cache-control']).toBe('no-store');
    },
  );
});
