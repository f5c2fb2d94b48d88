import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestApp, type TestApp } from '../support/test-app.js';

const BROWSER = 'text/html,application/xhtml+xml,*/*;q=0.8';
const ID = '00000000-0000-4000-8000-000000000000';

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp();
});
afterAll(() => server.close());

const at = (path: string, accept: string) => server.visitor().agent.get(path).set('accept', accept);

describe.each([
  [`/projects/${ID}`, 'project', '../'],
  ['/search?q=invoice', 'search', './'],
  ['/digest?period=week', 'digest', './'],
  [`/v1/projects/${ID}`, 'project', '../'],
  ['/v1/search', 'search', './'],
  ['/v1/digest', 'digest', './'],
  ['/ops/runs', 'ops', '../'],
  [`/ops/runs/${ID}`, 'ops', '../../'],
  ['/v1/ops/runs', 'ops', '../'],
  ['/ops/connectors', 'ops', '../'],
  ['/ops/quality', 'ops', '../'],
  ['/ops/first-steps', 'ops', '../'],
  ['/digest/subscriptions', 'subscriptions', '../'],
  ['/v1/digest/subscriptions', 'subscriptions', '../'],
])('GET %s', (path, name, root) => {
  it('is a page for browsers, the same for everybody', async () => {
    const { headers, text } = await at(path, BROWSER).expect(200);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['vary']).toMatch(/accept/i);
    expect(headers).not.toHaveProperty('cache-control');
    expect(text).toContain(`${root}ui/${name}/main.js`);
  });
});

it.each(['*/*', 'application/json'])('callers that take %s get what routes answer', async (accept) => {
  const project = await at(`/projects/${ID}`, accept).expect(405);
  expect([project.body.error, project.headers['allow']]).toEqual(['method_not_allowed', 'DELETE, PATCH']);
  const search = await at('/search?q=invoice', accept).expect(401);
  expect([search.body.error, search.headers['cache-control']]).toEqual(['unauthorized', 'no-store']);
});

it('is no page for what changes something', async () => {
  await server.visitor().agent.delete(`/projects/${ID}`).set('accept', BROWSER).expect(401);
});
