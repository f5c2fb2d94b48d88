import { randomUUID } from 'node:crypto';
import type { Client } from '../support/client.js';
import { colleague, letIn, newcomer, project, type Person } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

let server: TestApp;
let admin: Client;
let projectId: string;
let runId: string;

beforeAll(async () => {
  server = await startTestApp({
    modules: [TestJobsModule],
    env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' },
  });
  admin = await server.signIn();
  projectId = await project(admin);
  // It stays queued, since there is no worker: the streams below have nothing else to end for.
  const started = await admin.post(`/test-jobs/gate?project_id=${projectId}`).set('prefer', 'respond-async');
  runId = started.body.job_run_id as string;
});
afterAll(() => server.close());

interface Stream {
  text: string;
  ended: boolean;
}

/** The run's events, as somebody follows them. */
async function followed(client: Client, headers: Record<string, string> = {}): Promise<Stream> {
  const stream: Stream = { text: '', ended: false };
  void client
    .get(`/jobs/runs/${runId}/events?project_id=${projectId}`)
    .set(headers)
    .buffer(true)
    .parse((response, done) => {
      response.on('data', (part: Buffer) => (stream.text += part.toString()));
      response.on('end', () => done(null, stream.text));
    })
    .then(
      () => (stream.ended = true),
      () => (stream.ended = true),
    );
  await until('its progress is told', () => stream.text.includes('event: progress'));
  return stream;
}

describe('an open stream', () => {
  const ways: [string, (person: Person) => Promise<unknown>][] = [
    ['its session is signed out', ({ client }) => client.post('/auth/logout')],
    ['its user is kept out', ({ id }) => admin.patch(`/users/${id}`, { disabled: true })],
    ['its user gets another role', ({ id }) => admin.patch(`/users/${id}`, { role: 'viewer' })],
    [
      'the role is another one in the database',
      ({ id }) => server.db.database.query(`UPDATE user_scopes SET role = 'viewer' WHERE user_id = $1`, [id]),
    ],
    [
      'the project is out of reach',
      ({ id }) =>
        server.db.database.query(
          `WITH made AS (INSERT INTO account_scopes (key, name) VALUES (gen_random_uuid()::text, 'Another') RETURNING id)
           UPDATE user_scopes SET account_scope_id = made.id FROM made WHERE user_id = $1`,
          [id],
        ),
    ],
  ];
  it.each(ways)('ends when %s', async (_what, end) => {
    const [person, witness] = [await colleague(server, 'operator'), await colleague(server, 'operator')];
    const [stream, other] = [await followed(person.client), await followed(witness.client)];
    await end(person);
    await until('the stream is over', () => stream.ended);
    expect(stream.text).not.toContain('event: ended');
    expect(other.ended).toBe(false);
    await witness.client.post('/auth/logout');
    await until('the other one is over too', () => other.ended);
  });

  const tokenOf = (client: Client) =>
    client.post('/auth/tokens', { name: 'follower', role: 'viewer', expires_in_days: 1 });

  it('ends when an account scope asks its user for a second factor from now on, also one of a token', async () => {
    const [person, elsewhere] = [await colleague(server, 'operator'), await newcomer(server)];
    await letIn(server, person, elsewhere.scopeId, 'viewer');
    const made = await tokenOf(person.client);
    const streams = [
      await followed(person.client),
      await followed(server.visitor(), { authorization: `Bearer ${made.body.token as string}` }),
    ];
    await server.db.database.query('UPDATE account_scopes SET second_factor_required = true WHERE id = $1', [
      elsewhere.scopeId,
    ]);
    await until('both are over', () => streams.every(({ ended }) => ended));
    expect((await person.client.get('/projects')).body.error).toBe('second_factor_setup_required');
  });

  it('of a token ends with the token', async () => {
    const { client } = await colleague(server, 'operator');
    const made = await tokenOf(client);
    const stream = await followed(server.visitor(), { authorization: `Bearer ${made.body.token as string}` });
    await client.delete(`/auth/tokens/${made.body.api_token.id as string}`);
    await until('the stream is over', () => stream.ended);
  });
});

describe('a stream of a run that there is not', () => {
  it('is 404, as a problem', async () => {
    const answer = await admin.get(`/jobs/runs/${randomUUID()}/events?project_id=${projectId}`);
    expect([answer.status, answer.body.error]).toEqual([404, 'not_found']);
    expect(answer.headers['content-type']).toContain('application/problem+json');
  });

  it('is 404 too for a run of another project', async () => {
    const other = await project(admin);
    expect((await admin.get(`/jobs/runs/${runId}/events?project_id=${other}`)).status).toBe(404);
  });
});
