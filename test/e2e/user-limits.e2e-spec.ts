import { randomUUID } from 'node:crypto';
import type request from 'supertest';
import { MOST_OPEN_STREAMS } from '../../src/auth/open-streams.js';
import { colleague, project } from '../support/people.js';
import type { Client } from '../support/client.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

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

describe('open streams', () => {
  let roomy: TestApp;
  beforeAll(async () => {
    // As many may be opened in a minute as anybody likes.
    roomy = await startTestApp({ db: server.db });
  });
  afterAll(() => roomy.close());

  /** A stream of changes by a token; `hangUp` closes it. */
  async function opened(token: string) {
    const client = new AbortController();
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${roomy.url}/events`, { headers, signal: client.signal });
    return { answer, hangUp: () => client.abort() };
  }
  const tokenOf = async (client: Client): Promise<string> =>
    (await client.post('/auth/tokens', { name: 'follower', role: 'viewer', expires_in_days: 1 })).body.token;

  it('of one user are so many at once, and closing one makes room', async () => {
    const [one, other] = [await colleague(roomy, 'viewer'), await colleague(roomy, 'viewer')];
    const token = await tokenOf(one.client);
    const open = await Promise.all(Array.from({ length: MOST_OPEN_STREAMS }, () => opened(token)));
    expect(new Set(open.map(({ answer }) => answer.status))).toEqual(new Set([200]));
    const refused = await one.client.get('/events');
    expect([refused.status, refused.body.error]).toEqual([429, 'rate_limited']);
    expect(refused.body.message).toContain('close some');
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const others = await opened(await tokenOf(other.client));
    expect(others.answer.status).toBe(200);
    open[0]?.hangUp();
    const next = await until('there is room', async () => {
      const tried = await opened(token);
      return tried.answer.status === 200 && tried;
    });
    for (const { hangUp } of [...open, others, next]) hangUp();
  });

  it('are counted no more once they are refused for another reason', async () => {
    const { client } = await colleague(roomy, 'viewer');
    for (let i = 0; i <= MOST_OPEN_STREAMS; i++)
      expect((await client.get(`/jobs/runs/${randomUUID()}/events?project_id=${projectId}`)).status).toBe(404);
  });
});
