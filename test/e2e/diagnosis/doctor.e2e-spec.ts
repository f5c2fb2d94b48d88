import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { claimFolder } from '../../../src/database/index.js';
import { doctor } from '../../../src/ops/index.js';
import type { Client } from '../../support/client.js';
import { colleague, letIn, PASSWORD, project, stranger } from '../../support/people.js';
import { ADMIN, startTestApp, type TestApp } from '../../support/test-app.js';

const ENV = { NODE_ENV: 'test', EMBEDDING_PROVIDER: 'hashing' };
const OPERATOR = { ...ENV, AUTH_CREDENTIALS: `${ADMIN.username}:${ADMIN.password}` };

let server: TestApp;
let admin: Client;
let first: string;

beforeAll(async () => {
  server = await startTestApp({ env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600', ...ENV } });
  admin = await server.signIn();
});
afterAll(() => server.close());

/** What the doctor prints on a terminal of 160 columns, and its exit code. */
async function printed(given: string[], env: Record<string, string> = { ...ENV, DATABASE_URL: server.db.url }) {
  let text = '';
  // However slow the machine is: hanging servers are tested elsewhere.
  const args = given.includes('--url') ? ['--timeout', '600', ...given] : given;
  const code = await doctor(args, env, { write: (more) => (text += more), columns: 160 });
  return { code, text };
}

it('looks at the server where there is no project yet, and finds it well', async () => {
  const { code, text } = await printed([]);
  expect([code, text]).toEqual([0, expect.stringContaining('There is no project yet')]);
  for (const check of ['database', 'workers', 'migrations', 'pgvector']) expect(text).toContain(`│ ${check} `);
});

it('shows every check of a single project, with the cause to begin with and its cure whole', async () => {
  first = await project(admin, 'Northwind shop');
  await server.db.database.run(`UPDATE projects SET created_at = now() - interval '10 days'`);
  const { code, text } = await printed([]);
  expect(code).toBe(1);
  expect(text).toContain('Project Northwind shop');
  for (const section of ['checklist', 'search_empty', 'connector_sync', 'daily_pipeline', 'auth', 'monitoring'])
    expect(text).toMatch(new RegExp(`^${section}: `, 'm'));
  expect(text).toContain('Begin with due_jobs');
  expect(text).toContain('No request of a signed-in person was looked at.');
  const lines = text.split('\n');
  expect(Math.max(...lines.filter((line) => line.startsWith('│')).map((line) => line.length))).toBeLessThanOrEqual(160);
});

it('tells of many projects in a line each, and of the one that is named all', async () => {
  await project(admin, 'Southwind farm');
  const all = await printed([]);
  expect(all.code).toBe(1);
  expect(all.text).toMatch(/│ fail +│ Northwind shop +│ due_jobs/);
  expect(all.text).toMatch(/│ fail +│ Southwind farm +│ connector_configuration/);
  expect(all.text).toContain('2 projects: 0 ok, 0 with warnings, 2 failing.');
  const byName = await printed(['--project', 'northwind SHOP']);
  expect(byName.text).toContain('Project Northwind shop');
  expect(byName.text).not.toContain('Project Southwind');
  expect((await printed(['--project', first])).text).toContain('Project Northwind shop');
  const none = await printed(['--project', 'Nobody']);
  expect([none.code, none.text]).toEqual([1, expect.stringContaining('There is no project Nobody.')]);
});

it('asks a running server when it is given an address, and looks at the sign-in too', async () => {
  const asked = await printed(['--url', server.url, '--project', first, '--origin', 'https://app.example'], OPERATOR);
  expect(asked).toEqual({ code: 1, text: expect.stringContaining('https://app.example is not in CORS_ORIGIN') });
  expect(asked.text).toContain(`admin (admin) asks about the project Northwind shop.`);
  const json = await printed(['--url', `${server.url}/`, '--json'], OPERATOR);
  const { projects } = JSON.parse(json.text) as { projects: { project: { name: string } }[] };
  expect(projects.map(({ project: { name } }) => name).sort()).toEqual(['Northwind shop', 'Southwind farm']);
  expect(asked.text + json.text).not.toContain(ADMIN.password);
});

it.each([
  ['an unknown option', ['--wat'], {}, 2, "Unknown option '--wat'"],
  ['an address that is none', ['--url', 'here'], {}, 2, '--url wants an address'],
  ['a wait without an address', ['--timeout', '5'], {}, 2, '--timeout goes with --url'],
  ['a wait that is none', ['--url', 'http://x', '--timeout', '0'], {}, 2, '--timeout wants a whole number'],
  ['a page without an address', ['--origin', 'https://a.example'], {}, 2, '--origin goes with --url'],
  ['a wish for help', ['--help'], {}, 0, 'usage: npm run doctor'],
  ['a configuration at fault', [], { PORT: 'eighty' }, 1, 'PORT holds "eighty"'],
  [
    'a database that is away',
    [],
    { DATABASE_URL: 'postgres://me:hidden@127.0.0.1:1/kag' },
    1,
    '127.0.0.1:1/kag can’t be',
  ],
  ['no database at all', [], { EMBEDDED_DATA_DIR: '/nowhere/at/all' }, 1, 'There is no database in /nowhere/at/all'],
  ['a server that is away', ['--url', 'http://127.0.0.1:1'], OPERATOR, 1, 'http://127.0.0.1:1 does not answer'],
  ['nobody to sign in as', ['--url', 'http://127.0.0.1:1'], {}, 1, 'AUTH_CREDENTIALS is not set.'],
])('answers %s with an exit code and what to do', async (_what, args, env, code, text) => {
  const answer = await printed(args, env);
  expect([answer.code, answer.text.replace(/\s*│\s*│\s*/g, ' ')]).toEqual([code, expect.stringContaining(text)]);
  expect(answer.text).not.toContain('hidden');
});

it('leaves an embedded database to the server that has it open, and says how to ask that', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'kag-doctor-'));
  try {
    await mkdir(join(folder, 'pg'));
    const held = claimFolder(folder);
    const { code, text } = await printed(['--json'], { EMBEDDED_DATA_DIR: folder });
    expect([code, JSON.parse(text)]).toEqual([
      1,
      {
        projects: [],
        failure: expect.objectContaining({
          id: 'database',
          observed: expect.stringContaining(`in use by process ${process.pid}`),
          remedy: [expect.objectContaining({ run: 'npm run doctor -- --url http://localhost:8080' })],
        }),
      },
    ]);
    expect(await readdir(folder)).toEqual(['owner.lock', 'owner.pid', 'pg']);
    held.release();
  } finally {
    await rm(folder, { recursive: true });
  }
});

it('tells of a login that is refused in the server’s own words, without the password', async () => {
  const env = { ...ENV, AUTH_CREDENTIALS: 'admin:not-the-right-password' };
  const { code, text } = await printed(['--url', server.url], env);
  expect([code, text]).toEqual([1, expect.stringContaining('POST /auth/login answered 401')]);
  expect(text).not.toContain('not-the-right-password');
});

it('passes over projects that its login may only look at, says so, and leaves no session behind', async () => {
  const theirs = await stranger(server);
  const person = await colleague(server, 'operator');
  await letIn(server, person, theirs.scopeId, 'viewer');
  const env = { ...ENV, AUTH_CREDENTIALS: `${person.username}:${PASSWORD}` };
  const all = await printed(['--url', server.url], env);
  expect([all.code, all.text]).toEqual([1, expect.stringContaining('2 projects: 0 ok, 0 with warnings, 2 failing.')]);
  expect(all.text).toMatch(/Passed over, since the server does not diagnose them for this login: Theirs\.$/m);
  const json = JSON.parse((await printed(['--url', server.url, '--json'], env)).text) as Record<string, unknown[]>;
  expect([json['projects']?.length, json['passed_over']]).toEqual([2, ['Theirs']]);
  const one = await printed(['--url', server.url, '--project', first], env);
  expect([one.text.includes('Project Northwind shop'), one.text.includes('Passed over')]).toEqual([true, false]);
  for (const named of ['theirs', theirs.projectId]) {
    const { code, text } = await printed(['--url', server.url, '--project', named], env);
    expect([code, text]).toEqual([1, expect.stringContaining('GET /ops/diagnosis answered 403')]);
  }
  const { sessions } = (await person.client.get('/auth/sessions').expect(200)).body as { sessions: object[] };
  expect(sessions).toHaveLength(1);
});
