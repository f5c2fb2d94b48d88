import { randomUUID } from 'node:crypto';
import { Controller, Get, Module, Post, Body } from '@nestjs/common';
import { IsOptional, IsString } from 'class-validator';
import { Access, Project, ProjectScoped, type ActiveProject } from '../../src/http/index.js';
import { colleague, letIn, newcomer, project, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

class Note {
  @IsOptional()
  @IsString()
  note?: string;
}

@Controller('scoped')
@Access('viewer')
@ProjectScoped()
class ScopedController {
  @Get()
  read(@Project() active: ActiveProject) {
    return { project_id: active.id };
  }
  @Post()
  write(@Project() active: ActiveProject, @Body() body: Note) {
    return { project_id: active.id, body };
  }
}

@Module({ controllers: [ScopedController] })
class ScopedModule {}

let server: TestApp;

beforeAll(async () => {
  // The usual hours, where a test's own are all hours.
  const env = { WORKING_DAYS: undefined, WORKING_HOURS: undefined };
  server = await startTestApp({ modules: [ScopedModule], env });
});
afterAll(() => server.close());

describe('the active project', () => {
  it('is required, is the only one there is, and must be chosen of two', async () => {
    const { client } = await newcomer(server);
    expect((await client.get('/scoped')).body).toMatchObject({ status: 409, error: 'active_project_required' });
    const made = await client.post('/projects', { name: 'First' });
    const first = made.body.project.id as string;
    expect((await client.get('/scoped')).body.project_id).toBe(first);
    expect((await client.get('/auth/me')).body.active_project_id).toBe(first);
    const second = await project(client, 'Second');
    expect((await client.get('/scoped')).body.error).toBe('active_project_required');
    const selected = await client.post(`/projects/${second}/select`);
    expect(selected.body).toMatchObject({
      ok: true,
      active_project_id: second,
      project: { id: second, name: 'Second' },
    });
    expect((await client.get('/scoped')).body.project_id).toBe(second);
    expect((await client.get('/projects')).body).toMatchObject({
      active_project_id: second,
      account_scope_id: made.body.project.account_scope_id,
      projects: [{ name: 'First' }, { name: 'Second' }],
    });
  });

  it('is overridden for one request by project_id in the query or in the body', async () => {
    const admin = await server.signIn();
    const [one, two] = [await project(admin), await project(admin)];
    await admin.post(`/projects/${one}/select`);
    expect((await admin.get(`/scoped?project_id=${two}`)).body.project_id).toBe(two);
    expect((await admin.post('/scoped', { project_id: two, note: 'x' })).body).toMatchObject({
      project_id: two,
      body: { note: 'x' },
    });
    expect((await admin.get('/scoped')).body.project_id).toBe(one);
    const both = await admin.post(`/scoped?project_id=${one}`, { project_id: two });
    expect([both.status, both.body.error]).toEqual([400, 'validation_failed']);
  });

  it('is forgotten when it can’t be reached any more', async () => {
    const theirs = await stranger(server);
    const guest = await newcomer(server, 'viewer');
    await letIn(server, guest, theirs.scopeId, 'viewer');
    expect((await guest.client.post(`/projects/${theirs.projectId}/select`)).status).toBe(200);
    await server.db.database.query('DELETE FROM user_scopes WHERE user_id = $1 AND account_scope_id = $2', [
      guest.id,
      theirs.scopeId,
    ]);
    expect((await guest.client.get('/scoped')).body.error).toBe('active_project_required');
    const [row] = await server.db.database.query<{ chosen: string | null }>(
      `SELECT sess ->> 'active_project_id' AS chosen FROM sessions WHERE sess #>> '{passport,user}' = $1`,
      [guest.id],
    );
    expect(row?.chosen).toBeNull();
  });
});

describe('projects of others', () => {
  it('can’t be read, written, chosen or told from projects that do not exist', async () => {
    const theirs = await stranger(server);
    const admin = await server.signIn();
    for (const id of [theirs.projectId, randomUUID()]) {
      const answers = [
        await admin.get(`/scoped?project_id=${id}`),
        await admin.post('/scoped', { project_id: id }),
        await admin.post(`/projects/${id}/select`),
        await admin.get(`/projects/${id}/sources/linear`),
        await admin.put(`/projects/${id}/sources/linear`, { external_id: 'acme' }),
        await admin.delete(`/projects/${id}/sources/linear`),
      ];
      for (const answer of answers) {
        expect([answer.status, answer.body.error]).toEqual([404, 'project_not_found']);
        expect(answer.body.message).toBe(`There is no project ${id} among yours; GET /projects lists them`);
      }
    }
    expect(JSON.stringify((await admin.get('/projects?limit=200')).body)).not.toContain(theirs.projectId);
  });

  it.each(['1', 'x', "1' OR '1'='1", '%00', '0e3cf6d8-5a86-4f43-8f0b'])('malformed id %j is 400', async (id) => {
    const admin = await server.signIn();
    const answers = [
      await admin.get(`/scoped?project_id=${encodeURIComponent(id)}`),
      await admin.post('/scoped', { project_id: id }),
      await admin.post(`/projects/${encodeURIComponent(id)}/select`),
      await admin.get(`/projects/${encodeURIComponent(id)}/sources/linear`),
    ];
    for (const answer of answers) expect([answer.status, answer.body.error]).toEqual([400, 'validation_failed']);
  });

  it.each([{ project_id: null }, { project_id: 5 }, { project_id: ['a'] }, { project_id: { a: 1 } }])(
    '%j is 400',
    async (body) => {
      expect((await (await server.signIn()).post('/scoped', body)).status).toBe(400);
    },
  );
});

describe('making a project', () => {
  it('takes a scope key of one’s own, makes a new one, and says nothing about one of others', async () => {
    const theirs = await stranger(server);
    const { client: admin } = await newcomer(server);
    const inUse = await admin.post('/projects', { name: 'Mine', account_scope_key: theirs.scopeKey.toUpperCase() });
    const free = await admin.post('/projects', { name: 'Mine', account_scope_key: `k-${randomUUID()}` });
    expect([inUse.status, Object.keys(inUse.body.project)]).toEqual([free.status, Object.keys(free.body.project)]);
    expect(JSON.stringify(inUse.body)).not.toContain(theirs.scopeId);
    expect((await theirs.client.get('/projects')).body.projects).toMatchObject([{ id: theirs.projectId }]);
    const mine = inUse.body.project as { id: string; account_scope_id: string };
    const { events } = (await admin.get(`/audit?project_id=${mine.id}&action=account_scope.create`)).body;
    expect(events).toMatchObject([{ entity_id: mine.account_scope_id, after: { key: theirs.scopeKey } }]);
    const more = await admin.post('/projects', { name: 'More', account_scope_key: theirs.scopeKey });
    expect(more.body.project.account_scope_id).toBe(mine.account_scope_id);
    const again = await theirs.client.post('/projects', { name: 'Second', account_scope_key: theirs.scopeKey });
    expect(again.body.project.account_scope_id).toBe(theirs.scopeId);
    const unsaid = await theirs.client.post('/projects', { name: 'Third' });
    expect(unsaid.body.project.account_scope_id).toBe(theirs.scopeId);
  });

  it('refuses a name that the scope has already, whatever the case', async () => {
    const admin = await server.signIn();
    await admin.post('/projects', { name: 'Globex' });
    const response = await admin.post('/projects', { name: 'GLOBEX' });
    expect([response.status, response.body.error]).toEqual([409, 'conflict']);
  });

  it('gives each of many who ask for one key at once a scope of their own, and one asking twice one scope', async () => {
    const people = await Promise.all([1, 2, 3].map(() => newcomer(server)));
    const key = `race-${randomUUID()}`;
    const answers = await Promise.all(
      people.map(({ client }) => client.post('/projects', { name: 'Race', account_scope_key: key })),
    );
    expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200]);
    const scopes = answers.map((answer) => answer.body.project.account_scope_id as string);
    expect(new Set(scopes).size).toBe(3);
    const { client } = await newcomer(server);
    const twice = await Promise.all(
      ['One', 'Two'].map((name) => client.post('/projects', { name, account_scope_key: key })),
    );
    expect(new Set(twice.map((answer) => answer.body.project.account_scope_id)).size).toBe(1);
  });

  it('needs the role admin in the scope that it names, and a name that means one scope', async () => {
    const both = await newcomer(server);
    const theirs = await stranger(server);
    await letIn(server, both, theirs.scopeId, 'operator');
    const make = async (account_scope_key?: string) =>
      (await both.client.post('/projects', { name: `p ${randomUUID()}`, account_scope_key })).body;
    expect(await make(theirs.scopeKey)).toMatchObject({ status: 403, error: 'forbidden' });
    expect(await make(theirs.scopeId)).toMatchObject({ status: 403, error: 'forbidden' });
    expect((await make()).project.account_scope_id).toBe(both.scopeId);
    // They call a scope of their own as the other one is called, and are made its admin only then.
    await server.db.database.query('DELETE FROM user_scopes WHERE user_id = $1 AND account_scope_id = $2', [
      both.id,
      theirs.scopeId,
    ]);
    const own = (await make(theirs.scopeKey)).project.account_scope_id as string;
    await letIn(server, both, theirs.scopeId, 'admin');
    expect(await make(theirs.scopeKey)).toMatchObject({
      status: 400,
      details: [{ path: 'account_scope_key', problem: expect.stringContaining(own) }],
    });
    expect((await make(own)).project.account_scope_id).toBe(own);
    expect(await make()).toMatchObject({ status: 400, details: [{ path: 'account_scope_key' }] });
  });

  it.each([
    {},
    { name: 'x' },
    { name: 'x'.repeat(161) },
    { name: '   ' },
    { name: 'a\0b' },
    { name: 'a\ud800b' },
    { name: ['ab'] },
    { name: 'Fine', account_scope_key: '../x' },
    { name: 'Fine', id: randomUUID() },
    { name: 'Fine', account_scope_id: randomUUID() },
    { name: 'Fine', project_id: randomUUID() },
  ])('refuses %j', async (body) => {
    const response = await (await server.signIn()).post('/projects', body);
    expect([response.status, response.body.error]).toEqual([400, 'validation_failed']);
  });

  it('is for admins', async () => {
    const { client } = await colleague(server, 'operator');
    expect((await client.post('/projects', { name: 'Not mine' })).body).toMatchObject({
      status: 403,
      error: 'forbidden',
    });
  });
});

describe('the list of projects', () => {
  it('goes on page by page, by name', async () => {
    const { client } = await stranger(server);
    for (const name of ['beta', 'Alpha', 'gamma']) await project(client, name);
    const names: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page = await client.get(`/projects?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      names.push(...page.body.projects.map((row: { name: string }) => row.name));
      cursor = page.body.next_cursor as string | null;
    }
    expect(names).toEqual(['Alpha', 'beta', 'gamma', 'Theirs']);
  });

  it.each(['limit=0', 'limit=201', 'limit=x', 'cursor=x', 'unknown=1'])('refuses ?%s', async (query) => {
    expect((await (await server.signIn()).get(`/projects?${query}`)).status).toBe(400);
  });
});

describe('changing a project', () => {
  const USUAL = {
    time_zone: 'UTC',
    working_days: ['mon', 'tue', 'wed', 'thu', 'fri'],
    working_hours: { start: '09:00', end: '18:00' },
  };

  it('keeps when its people work, and shows what applies where it says nothing', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    const own = {
      time_zone: 'Asia/Dubai',
      working_days: ['sun', 'mon'],
      working_hours: { start: '08:30', end: '16:00' },
    };
    const changed = await admin.patch(`/projects/${id}`, own);
    expect(changed.body).toMatchObject({ ok: true, project: { id, ...own, calendar: own } });
    const partly = await admin.patch(`/projects/${id}`, { working_days: null, working_hours: null });
    expect(partly.body.project).toMatchObject({
      time_zone: 'Asia/Dubai',
      working_days: null,
      working_hours: null,
      calendar: { ...USUAL, time_zone: 'Asia/Dubai' },
    });
    const { projects } = (await admin.get('/projects?limit=200')).body;
    expect(projects.find((one: { id: string }) => one.id === id)).toEqual(partly.body.project);
    expect((await admin.post(`/projects/${id}/select`)).body.project).toEqual(partly.body.project);
    expect((await admin.post('/projects', { name: 'Says nothing' })).body.project).toMatchObject({
      time_zone: null,
      working_days: null,
      working_hours: null,
      calendar: USUAL,
    });
  });

  it('keeps the language in which it is told what to do, and forgets it again', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    expect((await admin.patch(`/projects/${id}`, { locale: 'ru' })).body.project).toMatchObject({ id, locale: 'ru' });
    expect((await admin.patch(`/projects/${id}`, { time_zone: null })).body.project).toMatchObject({ locale: 'ru' });
    expect((await admin.patch(`/projects/${id}`, { locale: null })).body.project).toMatchObject({ locale: null });
  });

  it('is over from a day on that people say, until they say that it goes on', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    const change = async (body: object) => (await admin.patch(`/projects/${id}`, body)).body.project;
    expect(await change({ ended_on: '2026-02-28' })).toMatchObject({ ended_on: '2026-02-28', ended_by: 'person' });
    expect(await change({ time_zone: 'Asia/Dubai' })).toMatchObject({ ended_on: '2026-02-28', ended_by: 'person' });
    expect(await change({ ended_on: null })).toMatchObject({ ended_on: null, ended_by: 'person' });
  });

  it('takes another name, and refuses one that the scope has already', async () => {
    const admin = await server.signIn();
    const [one, other] = [await project(admin, 'Initech'), await project(admin, 'Umbrella')];
    const renamed = await admin.patch(`/projects/${one}`, { name: 'INITECH' });
    expect(renamed.body.project).toMatchObject({ id: one, name: 'INITECH', time_zone: null });
    const taken = await admin.patch(`/projects/${other}`, { name: 'initech' });
    expect([taken.status, taken.body.error]).toEqual([409, 'conflict']);
    // Of many who want the same name at once one gets it, whether they make a project or rename one.
    const answers = await Promise.all([
      admin.patch(`/projects/${one}`, { name: 'Hooli' }),
      admin.patch(`/projects/${other}`, { name: 'Hooli' }),
      admin.post('/projects', { name: 'Hooli' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
  });

  it('is on record, with what was before', async () => {
    const admin = await server.signIn();
    const id = await project(admin, 'On record');
    await admin.patch(`/projects/${id}`, { time_zone: 'Europe/Berlin' });
    const { events } = (await admin.get(`/audit?project_id=${id}&action=project.change`)).body;
    expect(events).toMatchObject([
      {
        entity_type: 'project',
        entity_id: id,
        before: { name: 'On record', time_zone: null },
        after: { name: 'On record', time_zone: 'Europe/Berlin' },
      },
    ]);
  });

  it.each([
    [
      { time_zone: 'Europe/Atlantis' },
      'time_zone',
      'must be the name of an IANA time zone, such as Europe/Berlin, or null',
    ],
    [{ time_zone: '+03:00' }, 'time_zone', 'must be the name of an IANA time zone, such as Europe/Berlin, or null'],
    [{ time_zone: 3 }, 'time_zone', 'must be the name of an IANA time zone, such as Europe/Berlin, or null'],
    [{ working_days: [] }, 'working_days', 'must have a day at least'],
    [{ working_days: 'mon' }, 'working_days', 'must be a list of days, or null'],
    [{ working_days: ['monday'] }, 'working_days', 'must be a list of mon, tue, wed, thu, fri, sat, sun'],
    [{ working_days: ['mon', 'mon'] }, 'working_days', 'must not name a day twice'],
    [{ working_hours: { start: '18:00', end: '09:00' } }, 'working_hours', 'must end later than it starts'],
    [
      { working_hours: { start: '9', end: '18:00' } },
      'working_hours.start',
      'must be a time of the day from 00:00 to 24:00',
    ],
    [{ working_hours: '09:00-18:00' }, 'working_hours', 'must be an object with start and end, or null'],
    [{ locale: 'de' }, 'locale', 'must be one of en, ru, or null'],
    [{ ended_on: '2026-02-30' }, 'ended_on', 'must be a day such as 2026-02-03, or null'],
    [{ name: null }, 'name', 'must be readable text on one line'],
    [{ name: 'x' }, 'name', 'must be text of 2 to 160 characters'],
    [{ account_scope_id: randomUUID() }, 'account_scope_id', 'is not a known field'],
  ])('refuses %j and says what fits', async (body, path, problem) => {
    const admin = await server.signIn();
    const answer = await admin.patch(`/projects/${await project(admin)}`, body);
    expect([answer.status, answer.body.error]).toEqual([400, 'validation_failed']);
    expect(answer.body.details).toContainEqual({ path, problem });
  });

  it('is for admins, and for those who reach the project', async () => {
    const admin = await server.signIn();
    const id = await project(admin);
    for (const role of ['viewer', 'operator'] as const) {
      const { client } = await colleague(server, role);
      expect((await client.patch(`/projects/${id}`, { name: 'Not mine' })).body).toMatchObject({ status: 403 });
    }
    const theirs = await stranger(server);
    expect((await theirs.client.patch(`/projects/${id}`, { name: 'Not mine' })).body).toMatchObject({
      status: 404,
      error: 'project_not_found',
    });
    expect((await admin.patch('/projects/x', { name: 'No id' })).status).toBe(400);
  });
});
