import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { Access, ProjectScoped, Public } from '../../src/http/index.js';
import { colleague, letIn, newcomer, stranger } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

@Controller('marked')
class MarkedController {
  @Get('forgotten')
  forgotten() {
    return { secret: true };
  }
  @Get('public')
  @Public()
  everybody() {
    return {};
  }
  @Get('viewer')
  @Access('viewer')
  viewer() {
    return {};
  }
  @Post('operator')
  @HttpCode(200)
  @Access('operator')
  operator() {
    return {};
  }
  @Get('admin')
  @Access('admin')
  admin() {
    return {};
  }
  @Get('project')
  @Access('operator')
  @ProjectScoped()
  project() {
    return {};
  }
}

@Module({ controllers: [MarkedController] })
class MarkedModule {}

let server: TestApp;

beforeAll(async () => {
  server = await startTestApp({ modules: [MarkedModule] });
});
afterAll(() => server.close());

describe('a route', () => {
  it('without a mark is open to nobody', async () => {
    expect((await server.visitor().get('/marked/forgotten')).body).toMatchObject({
      status: 401,
      error: 'unauthorized',
    });
    expect((await (await server.signIn()).get('/marked/forgotten')).body).toMatchObject({
      status: 403,
      error: 'forbidden',
    });
  });

  it.each([
    ['nobody', [200, 401, 401, 401]],
    ['viewer', [200, 200, 403, 403]],
    ['operator', [200, 200, 200, 403]],
    ['admin', [200, 200, 200, 200]],
  ] as const)('lets in %s as its mark says', async (role, expected) => {
    const client = role === 'nobody' ? server.visitor() : (await colleague(server, role)).client;
    const answers = [
      await client.get('/marked/public'),
      await client.get('/marked/viewer'),
      await client.post('/marked/operator'),
      await client.get('/marked/admin'),
    ];
    expect(answers.map((answer) => answer.status)).toEqual(expected);
  });

  it('knows a new role from the next request on', async () => {
    const { id, client } = await colleague(server, 'admin');
    await server.db.database.query(`UPDATE user_scopes SET role = 'viewer' WHERE user_id = $1`, [id]);
    expect((await client.get('/marked/admin')).status).toBe(403);
    await server.db.database.query('UPDATE users SET disabled_at = now() WHERE id = $1', [id]);
    expect((await client.get('/marked/viewer')).status).toBe(401);
  });
});

describe('a route about a project', () => {
  const here = (id: string) => `/marked/project?project_id=${id}`;

  it('is judged by the role in the project’s scope, and not by one elsewhere', async () => {
    const theirs = await stranger(server);
    const admin = await newcomer(server);
    await letIn(server, admin, theirs.scopeId, 'viewer');
    const own = (await admin.client.post('/projects', { name: 'Own' })).body.project.id as string;
    expect((await admin.client.get(here(own))).status).toBe(200);
    const refused = await admin.client.get(here(theirs.projectId));
    expect([refused.status, refused.body.error]).toEqual([403, 'forbidden']);
    expect(refused.body.detail).toBe('This needs the role operator in the project’s account scope; yours is viewer');
    for (const [method, path, body] of [
      ['patch', `/projects/${theirs.projectId}`, { name: 'Not mine' }],
      ['put', `/projects/${theirs.projectId}/sources/linear`, { external_id: null }],
      ['delete', `/projects/${theirs.projectId}/sources/linear`, undefined],
    ] as const) {
      expect((await admin.client.send(method, path, body)).body).toMatchObject({ status: 403, error: 'forbidden' });
    }
    expect((await admin.client.post(`/projects/${theirs.projectId}/select`)).status).toBe(200);
    expect((await admin.client.get('/auth/me')).body).toMatchObject({
      role: 'viewer',
      memberships: expect.arrayContaining([
        { account_scope_id: admin.scopeId, role: 'admin' },
        { account_scope_id: theirs.scopeId, role: 'viewer' },
      ]),
    });
  });

  it('says nothing of projects to users whose role is too low everywhere', async () => {
    const theirs = await stranger(server);
    const viewer = await newcomer(server, 'viewer');
    expect((await viewer.client.get(here(theirs.projectId))).body).toMatchObject({ status: 403, error: 'forbidden' });
    const operator = await newcomer(server, 'operator');
    expect((await operator.client.get(here(theirs.projectId))).body.error).toBe('project_not_found');
  });
});
