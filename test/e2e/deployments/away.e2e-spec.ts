import { Controller, Get, Module } from '@nestjs/common';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Database } from '../../../src/database/index.js';
import { Public } from '../../../src/http/index.js';
import { doctor } from '../../../src/ops/index.js';
import type { Client } from '../../support/client.js';
import { describeOnServer, SERVER } from '../../support/on-a-server.js';
import { makeDatabase, openOwnDatabase, type OwnDatabase } from '../../support/other-databases.js';
import { project } from '../../support/people.js';
import { ADMIN, startTestApp, type TestApp } from '../../support/test-app.js';
import type { TestDatabase } from '../../support/test-database.js';
import { until } from '../../support/until.js';

@Controller('interrupted')
@Public()
class InterruptedController {
  constructor(private readonly database: Database) {}

  @Get()
  interrupted() {
    return this.database.transaction(async (tx) => {
      await tx.query('SELECT pg_terminate_backend(pg_backend_pid())');
    });
  }
}

@Module({ controllers: [InterruptedController] })
class InterruptedModule {}

describeOnServer('a database that is there and does not serve', () => {
  let own: OwnDatabase;
  let db: TestDatabase;
  let role: { name: string; url: string };
  let server: TestApp;
  let admin: Client;
  beforeAll(async () => {
    own = await makeDatabase(SERVER);
    db = await openOwnDatabase(own);
    role = await own.role();
    await own.asSuperuser(`GRANT pg_read_all_data, pg_write_all_data TO ${role.name}`);
    server = await startTestApp({
      db: { ...db, url: role.url },
      modules: [InterruptedModule],
      env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600' },
    });
    admin = await server.signIn();
    await admin.post(`/projects/${await project(admin)}/select`);
  });
  afterAll(async () => {
    await server.close();
    await db.close();
  });

  const ready = () => server.visitor().get('/health/ready');
  const isReady = () => until('it is ready again', async () => (await ready()).status === 200);

  it('is given up by a request whose backend dies in the middle of it: 503, and the next one is served', async () => {
    const answer = await server.visitor().get('/interrupted');
    expect([answer.status, answer.body.error, answer.headers['retry-after']]).toEqual([
      503,
      'service_unavailable',
      '5',
    ]);
    expect(answer.body.detail).toMatch(/^The database is shutting down or starting; try again/);
    expect((await admin.get('/projects')).status).toBe(200);
  });

  it('has no connection free: requests are 503, and no part of the health claims to be up', async () => {
    await own.asSuperuser(`ALTER ROLE ${role.name} CONNECTION LIMIT 0`);
    await own.endConnections();
    try {
      const { status, body } = await server.visitor().get('/health');
      expect(status).toBe(503);
      expect(body.details).toMatchObject({
        process: { status: 'up' },
        database: { status: 'down', message: expect.stringContaining('too many connections') },
        queue: { status: 'down' },
        embeddings: { status: 'down' },
        connectors: { status: 'down' },
      });
      expect((await server.visitor().post('/auth/login', ADMIN)).status).toBe(503);
      expect((await admin.get('/projects')).status).toBe(503);
    } finally {
      await own.asSuperuser(`ALTER ROLE ${role.name} CONNECTION LIMIT -1`);
    }
    await isReady();
  });

  it('is read-only: not ready and why, requests are 503, and the doctor names it', async () => {
    await own.alter('SET default_transaction_read_only = on');
    await own.endConnections();
    try {
      await until('a connection tells', async () => (await ready()).status === 503);
      expect((await ready()).body.error).toEqual({
        database: { status: 'down', message: 'it is read-only: default_transaction_read_only is on' },
      });
      const login = await server.visitor().post('/auth/login', ADMIN);
      expect([login.status, login.body.detail]).toEqual([503, expect.stringContaining('is read-only at the moment')]);
      let text = '';
      const env = { NODE_ENV: 'test', DATABASE_URL: own.url };
      expect(await doctor(['--json'], env, { write: (more) => (text += more), columns: 160 })).toBe(1);
      expect(text).toContain('Nothing can be written: it is read-only');
    } finally {
      await own.alter('RESET default_transaction_read_only');
      await own.endConnections();
    }
    await isReady();
  });
});
