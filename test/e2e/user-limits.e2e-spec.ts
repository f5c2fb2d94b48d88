import { randomUUID } from 'node:crypto';
import type request from 'supertest';
import { colleague, project } from '../support/people.js';
import type { Client } from '../support/client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';

let server: TestApp;
let projectId: string;

beforeAll(async () => {
  server = await startTestApp({
    modules: [TestJobsModule],
    env: { USER_SEARCHES_PER_MINUTE: '3', USER_TRIGGERS_PER_MINUTE: '3', USER_STREAMS_PER_MINUTE: '3' },
  });
  server.app.get(TestJobs).release();
  projectId = await project(await server.signIn());
});
afterAll(() => server.close());

const ways: [string, (client: Client) => request.Test][] = [
  ['searches', (client) => client.post(`/search?project_id=${projectId}`, { query: 'invoice' })],
  ['job starts', (client) => client.post(`/test-jobs/gate?project_id=${projectId}`).set('prefer', 'respond-async')],
  ['streams', (client) => client.get(`/jobs/runs/${randomUUID()}/events?project_id=${projectId}`)],
];

describe.each(ways)('%s', (what, ask) => {
  it('of one user are limited by the minute, and those of another are not', async () => {
    const [one, other] = [await colleague(server, 'operator'), await colleague(server, 'operator')];
    for (let i = 0; i < 3; i++) expect((await ask(one.client)).status).not.toBe(429);
    const refused = await ask(one.client);
    expect([refused.status, refused.body.error]).toEqual([429, 'rate_limited']);
    expect(refused.body.message).toContain(`Too many ${what}`);
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60);
    expect((await ask(other.client)).status).not.toBe(429);
    // What is not limited goes on.
    expect((await one.client.get('/projects')).status).toBe(200);
  });
});
