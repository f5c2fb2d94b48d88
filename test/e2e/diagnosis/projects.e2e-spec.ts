import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../../support/client.js';
import { addedBy, letIn, newcomer, PASSWORD, project, stranger, type Person } from '../../support/people.js';
import { startTestApp, type TestApp } from '../../support/test-app.js';

interface Answer {
  projects: {
    project: { id: string; name: string };
    verdict: { status: string; first_cause: { check: string } | null };
  }[];
  causes: { check: string; status: string; projects: { name: string }[] }[];
  next_cursor: string | null;
}

let server: TestApp;
let admin: Person & { scopeId: string };
let other: Awaited<ReturnType<typeof stranger>>;

beforeAll(async () => {
  server = await startTestApp({ env: { LOGIN_RATE_LIMIT_MAX_ATTEMPTS: '1000' } });
  admin = await newcomer(server);
  other = await stranger(server);
  for (const name of ['Birch', 'Acorn', 'Cedar']) await project(admin.client, name);
});
afterAll(() => server.close());

const read = async (client: Client, query = ''): Promise<Answer> =>
  (await client.get(`/ops/diagnosis/projects${query}`)).body as Answer;
const named = ({ projects }: Answer) => projects.map((one) => one.project.name);

describe('the diagnosis of all projects', () => {
  it('has the verdict of each, by name, as the diagnosis of one has it', async () => {
    const all = await read(admin.client);
    expect(named(all)).toEqual(['Acorn', 'Birch', 'Cedar']);
    for (const {
      project: { id },
      verdict,
    } of all.projects) {
      const one = await admin.client.get(`/ops/diagnosis?project_id=${id}`);
      expect(verdict.first_cause?.check).toBe(one.body.verdict.first_cause?.check);
    }
  });

  it('says what they have in common', async () => {
    const { projects, causes } = await read(admin.client);
    const [first] = causes;
    expect(first?.projects.map(({ name }) => name)).toEqual(
      projects.filter(({ verdict }) => verdict.first_cause?.check === first?.check).map((one) => one.project.name),
    );
    expect(causes.flatMap((cause) => cause.projects)).toHaveLength(
      projects.filter(({ verdict }) => verdict.first_cause !== null).length,
    );
  });

  it('comes in pages', async () => {
    const first = await read(admin.client, '?limit=2');
    const second = await read(admin.client, `?limit=2&cursor=${first.next_cursor}`);
    expect([named(first), named(second), second.next_cursor]).toEqual([['Acorn', 'Birch'], ['Cedar'], null]);
  });

  it('is about projects that the person operates, and no others', async () => {
    const person = await addedBy(server, admin.client, 'operator');
    await letIn(server, person, other.scopeId, 'viewer');
    const both = await server.signIn({ username: person.username, password: PASSWORD });
    expect(named(await read(both))).toEqual(['Acorn', 'Birch', 'Cedar']);
    await letIn(server, admin, other.scopeId, 'operator');
    const wide = await server.signIn({ username: admin.username, password: PASSWORD });
    expect(named(await read(wide))).toEqual(['Acorn', 'Birch', 'Cedar', 'Theirs']);
  });

  it('is not for viewers', async () => {
    const viewer = await addedBy(server, admin.client, 'viewer');
    expect((await viewer.client.get('/ops/diagnosis/projects')).status).toBe(403);
  });
});
