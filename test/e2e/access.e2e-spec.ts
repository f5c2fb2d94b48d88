import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { Access, Public } from '../../src/http/index.js';
import { colleague } from '../support/people.js';
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
    await server.db.database.query(`UPDATE users SET role = 'viewer' WHERE id = $1`, [id]);
    expect((await client.get('/marked/admin')).status).toBe(403);
    await server.db.database.query('UPDATE users SET disabled_at = now() WHERE id = $1', [id]);
    expect((await client.get('/marked/viewer')).status).toBe(401);
  });
});
