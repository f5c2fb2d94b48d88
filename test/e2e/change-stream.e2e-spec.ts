import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { colleague, letIn, project, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';

interface Heard {
  event: string;
  id?: string;
  data?: { project_id: string; kind: string; what: string; id: string; state: string };
}
interface Stream {
  heard: () => Heard[];
  /** Of the projects, without `open` and `ping`. */
  changes: () => NonNullable<Heard['data']>[];
  ended: boolean;
  hangUp: () => void;
}

let server: TestApp;
let admin: Client;
let projectId: string;

beforeAll(async () => {
  server = await startTestApp({ modules: [TestJobsModule], env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' } });
  admin = await server.signIn();
  projectId = await project(admin);
});
afterAll(() => server.close());

/** What a person hears, from when the stream is open. */
async function listening(client: Client, headers: Record<string, string> = {}): Promise<Stream> {
  let text = '';
  let hangUp = () => {};
  const heard = () => text.split('\n\n').filter(Boolean).map(eventOf);
  const stream: Stream = {
    heard,
    changes: () => heard().flatMap(({ event, data }) => (event === 'change' && data ? [data] : [])),
    ended: false,
    hangUp: () => hangUp(),
  };
  void client
    .get('/events')
    .set(headers)
    .buffer(true)
    .parse((response, done) => {
      hangUp = () => (response as unknown as { destroy(): void }).destroy();
      response.on('data', (part: Buffer) => (text += part.toString()));
      response.on('end', () => done(null, text));
    })
    .then(
      () => (stream.ended = true),
      () => (stream.ended = true),
    );
  await until('the stream is open', () => heard().some(({ event }) => event === 'open'));
  return stream;
}

function eventOf(text: string): Heard {
  const fields = new Map(
    text.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const data = fields.get('data');
  return {
    event: fields.get('event') ?? '',
    id: fields.get('id'),
    ...(data ? { data: JSON.parse(data) as Heard['data'] } : {}),
  };
}

const rename = (client: Client, id: string, name: string) => client.patch(`/projects/${id}`, { name });

describe('a stream of changes', () => {
  it('tells of a run that is queued, and of a record that a person changed', async () => {
    const stream = await listening(admin);
    const run = await admin.post(`/test-jobs/gate?project_id=${projectId}`).set('prefer', 'respond-async');
    await rename(admin, projectId, 'Renamed');
    await until('both are told', () => {
      const changes = stream.changes();
      return (
        changes.some(({ what, id }) => what === 'project' && id === projectId) &&
        changes.some(({ id }) => id === run.body.job_run_id)
      );
    });
    expect(stream.changes()).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ project_id: projectId, kind: 'run', what: 'gate', state: 'queued' }),
        expect.objectContaining({ project_id: projectId, kind: 'record', what: 'project', state: 'project.change' }),
      ]),
    );
    stream.hangUp();
  });

  it('says nothing of projects out of reach, and something of all that are within', async () => {
    const other = await stranger(server);
    const both = await colleague(server, 'viewer');
    await letIn(server, both, other.scopeId, 'viewer');
    const [ours, wide] = [
      await listening(admin),
      await listening(await server.signIn({ username: both.username, password: 'a-long-enough-password' })),
    ];
    await rename(other.client, other.projectId, 'Still theirs');
    await rename(admin, projectId, 'Ours');
    const projectsOf = (stream: Stream) => new Set(stream.changes().map((change) => change.project_id));
    await until(
      'the wide one hears of both',
      () => projectsOf(wide).has(other.projectId) && projectsOf(wide).has(projectId),
    );
    await until('the other hears of its own', () => projectsOf(ours).has(projectId));
    expect(projectsOf(ours)).toEqual(new Set([projectId]));
    ours.hangUp();
    wide.hangUp();
  });

  it('goes on from where a broken one was', async () => {
    const first = await listening(admin);
    const { id = '' } = first.heard()[0]!;
    first.hangUp();
    await rename(admin, projectId, 'Between');
    const again = await listening(admin, { 'last-event-id': id });
    await until('it is told', () => again.changes().some(({ what }) => what === 'project'));
    again.hangUp();
  });

  it.each([
    ['is too long ago', new Date(Date.now() - 86_400_000).toISOString()],
    ['is none of ours', 'seven'],
  ])('says that changes were missed where the last event %s', async (_what, id) => {
    const stream = await listening(admin, { 'last-event-id': id });
    await until('it is said', () => stream.heard().some(({ event }) => event === 'missed'));
    stream.hangUp();
  });

  it('ends with the session, and with a change of roles', async () => {
    const [leaves, changed] = [await colleague(server, 'operator'), await colleague(server, 'operator')];
    const [one, other] = [await listening(leaves.client), await listening(changed.client)];
    await leaves.client.post('/auth/logout');
    await until('the first is over', () => one.ended);
    expect(other.ended).toBe(false);
    await admin.patch(`/users/${changed.id}`, { role: 'viewer' });
    await until('the other is over', () => other.ended);
  });

  it('is refused to who is not signed in', async () => {
    expect((await server.visitor().get('/events')).status).toBe(401);
  });
});
