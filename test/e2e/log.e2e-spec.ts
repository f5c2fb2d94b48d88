import { Controller, Get, Module, Post } from '@nestjs/common';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AppError } from '../../src/common/app-error.js';
import { Database } from '../../src/database/index.js';
import { createLogger, Public } from '../../src/http/index.js';
import { setCookie, type Client } from '../support/client.js';
import { project } from '../support/people.js';
import { ADMIN, startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';
import { until } from '../support/until.js';
import { startSandbox, type Sandbox } from '../../sandbox/sandbox.js';

const MESSAGE = 'Please wire the money to account 4711 by Friday';

@Controller('logged')
@Public()
class LoggedController {
  constructor(private readonly database: Database) {}

  @Get('statement')
  statement() {
    return this.database.query('SELECT $1::int, $2::text', [MESSAGE, 'tok_live_of_somebody']);
  }
  @Get('row')
  row() {
    return this.database.query(
      `INSERT INTO users (username, password_hash, role) SELECT username, $1, role FROM users LIMIT 1`,
      [MESSAGE],
    );
  }
  @Get('vendor')
  vendor() {
    const cause = Object.assign(new Error('inner'), { config: { headers: { authorization: 'tok_live_of_somebody' } } });
    const error = new Error('the vendor refused', { cause });
    throw Object.assign(error, {
      status: 401,
      headers: { api_access_token: 'tok_live_of_somebody' },
      response: { body: MESSAGE },
      request: { url: 'https://vendor.example/?token=tok_live_of_somebody' },
    });
  }
  @Post('refused')
  refused() {
    throw new AppError('conflict', 'Twice');
  }
}

@Module({ controllers: [LoggedController] })
class LoggedModule {}

interface Line {
  level: string;
  msg: string;
  [field: string]: any;
}

let written: string[] = [];
let sandbox: Sandbox;
let server: TestApp;
let admin: Client;

/** Lines as they were written; one that is not one JSON object makes the test fail. */
const lines = (): Line[] => written.map((line) => JSON.parse(line) as Line);
const requestLine = (id: string) =>
  until(`${id} is logged`, () => lines().find((line) => line.msg.startsWith('request') && line['request_id'] === id));

beforeAll(async () => {
  sandbox = await startSandbox();
  server = await startTestApp({
    logger: createLogger({ LOG_LEVEL: 'info', production: true }, { write: (text) => void written.push(text) }),
    modules: [LoggedModule, TestJobsModule],
    env: {
      ROLE: 'all',
      DISPATCH_INTERVAL_SECONDS: '3600',
      CHATWOOT_BASE_URL: sandbox.url,
      CHATWOOT_API_TOKEN: 'token-of-the-tests',
      CHATWOOT_ACCOUNT_ID: '1',
      CHATWOOT_REQUESTS_PER_MINUTE: '1000000',
      CONNECTOR_HTTP_RETRY_BASE_MS: '1',
    },
  });
  server.app.get(TestJobs).release();
  admin = await server.signIn();
  await admin.post(`/projects/${await project(admin)}/select`);
});
afterAll(async () => {
  await server.close();
  await sandbox.close();
});
beforeEach(() => {
  written = [];
});

describe('the log', () => {
  it('names the request once in each line, as stores of logs demand', async () => {
    await admin.get('/projects').set('x-request-id', 'named-once');
    await server.visitor().get('/logged/statement').set('x-request-id', 'named-once-too');
    await requestLine('named-once');
    await requestLine('named-once-too');
    expect(written.length).toBeGreaterThanOrEqual(3);
    expect(written.filter((text) => text.split('"request_id":').length !== 2)).toEqual([]);
  });

  it('has one JSON line for each request: what, how it ended, how long, and its request id', async () => {
    await admin.get('/v1/projects?limit=1').set('x-request-id', 'the-request');
    const line = await requestLine('the-request');
    expect(line).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      request_id: 'the-request',
      method: 'GET',
      path: '/projects',
      status: 200,
      duration_ms: expect.any(Number),
      msg: 'request',
    });
    expect(written.every((text) => /^[^\n]*\n$/.test(text))).toBe(true);
  });

  it('has requests that were refused, whatever refused them, and no probes', async () => {
    await server.visitor().get('/health/ready').set('x-request-id', 'probe');
    await server.visitor().get('/metrics').set('x-request-id', 'probe');
    await server
      .visitor()
      .agent.post('/search')
      .set({ 'content-type': 'text/plain', 'x-request-id': 'media' })
      .send('x');
    await server.visitor().get('/nowhere').set('x-request-id', 'nowhere');
    await server.visitor().get('/%zz').set('x-request-id', 'escape');
    expect(await requestLine('media')).toMatchObject({ status: 415, path: '/search' });
    expect(await requestLine('nowhere')).toMatchObject({ status: 404, path: '/nowhere' });
    expect(await requestLine('escape')).toMatchObject({ status: 400, path: '/%zz' });
    expect(lines().filter((line) => line['request_id'] === 'probe')).toEqual([]);
  });

  it('knows nothing of passwords, cookies, tokens and queries after sign-ins, changes and refusals', async () => {
    const visitor = server.visitor();
    await visitor.post('/auth/login', { username: 'admin', password: 'a-wrong-password-1' });
    await visitor.post('/auth/login', { username: 'typed-my-password-here', password: 'a-wrong-password-2' });
    const login = await visitor.logIn(ADMIN);
    const cookies = [setCookie(login, 'sid')?.value, setCookie(login, 'csrf_token')?.value];
    expect(cookies).toEqual([expect.stringMatching(/.{20}/), expect.stringMatching(/.{20}/)]);
    visitor.csrf = 'a-forged-csrf-token';
    await visitor.post('/projects', { name: 'x' });
    const id = await project(admin, 'A project of the log');
    await admin.put(`/projects/${id}/sources/linear`, {
      external_id: 'x',
      credentials: { api_token: 'lin_api_secret_token' },
    });
    await admin.post('/users', { username: 'logged', password: 'a-password-of-the-log', role: 'viewer' });
    await admin.get('/contacts?q=somebody@example.org');
    await admin.get('/contacts?q=somebody@example.org&nonsense=1');
    await admin.post('/search', { query: MESSAGE });
    await admin.get('/metrics').set('authorization', 'Bearer scraper-token');
    await admin.get('/projects').set('x-request-id', 'the-last-one');
    await requestLine('the-last-one');
    const text = written.join('');
    expect(lines().length).toBeGreaterThan(10);
    for (const secret of [
      ...cookies,
      ...cookies.map((cookie) => encodeURIComponent(String(cookie))),
      ADMIN.password,
      'a-wrong-password',
      'typed-my-password-here',
      'a-forged-csrf-token',
      'lin_api_secret_token',
      'a-password-of-the-log',
      'somebody',
      'nonsense',
      'scraper-token',
      'a-secret-of-the-tests',
      MESSAGE,
      '4711',
      'set-cookie',
      'argon2',
    ]) {
      expect({ secret, logged: text.includes(String(secret)) }).toEqual({ secret, logged: false });
    }
  });

  it('knows nothing of what people wrote, nor of tokens, after syncs that went well and badly', async () => {
    await admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
    await admin.post('/jobs/embeddings/run').set('prefer', 'wait=55');
    sandbox.faults.add({ match: '/conversations', kind: 'status', status: 401 });
    await admin.post('/connectors/chatwoot/sync').set('prefer', 'wait=55');
    sandbox.faults.clear();
    await admin.post('/test-jobs/fail').set('x-request-id', 'the-last-one');
    await requestLine('the-last-one');
    const jobs = lines().filter((line) => line.msg === 'job ended');
    expect(jobs.map((line) => [line['job_type'], line['status']])).toEqual(
      expect.arrayContaining([
        ['chatwoot_sync', 'succeeded'],
        ['embeddings_run', 'succeeded'],
        ['chatwoot_sync', 'failed'],
        ['fail', 'failed'],
      ]),
    );
    const text = written.join('');
    expect(text).not.toContain('token-of-the-tests');
    const { messages, contacts } = sandbox.world.snapshot();
    const said = [
      ...messages.map((message) => message.content ?? ''),
      ...contacts.flatMap((contact) => [contact.name ?? '', contact.email ?? '']),
    ].filter((words) => words.length >= 8);
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((words) => text.includes(JSON.stringify(words).slice(1, -1)))).toEqual([]);
  });

  it.each(['statement', 'row', 'vendor'])('tells of an unforeseen failure without anybody’s data: %s', async (how) => {
    const answer = await server.visitor().get(`/logged/${how}`).set('x-request-id', `failed-${how}`);
    expect(answer.status).toBe(500);
    expect(await requestLine(`failed-${how}`)).toMatchObject({ level: 'error', status: 500, path: `/logged/${how}` });
    const failure = lines().find((line) => line.msg === 'unexpected failure');
    expect(failure).toMatchObject({
      level: 'error',
      context: 'http',
      request_id: `failed-${how}`,
      err: { type: expect.any(String), message: expect.stringMatching(/\S/), stack: expect.stringContaining('at ') },
    });
    if (how === 'statement') expect(failure?.['err'].code).toBe('22P02');
    if (how === 'row') expect(failure?.['err']).toMatchObject({ code: '23505', table: 'users' });
    if (how === 'vendor') expect(failure?.['err']).toMatchObject({ status: 401, cause: { message: 'inner' } });
    const text = written.join('');
    expect(text).not.toContain('4711');
    expect(text).not.toContain('tok_live_of_somebody');
    expect(text).not.toContain('argon2');
  });

  it('can’t be forged with line breaks in names, ids and addresses', async () => {
    const forged = '{"level":"error","msg":"all projects were deleted"}';
    const visitor = server.visitor();
    for (const breaks of ['\n', '\r\n', '\u2028', '\r']) {
      const login = await visitor.post('/auth/login', {
        username: `ann${breaks}${forged}`,
        password: `x${breaks}${forged}`,
      });
      expect(login.status).toBeLessThan(500);
      await visitor.get(`/nowhere${encodeURIComponent(`${breaks}${forged}`)}`);
      await visitor.get(`/jobs/runs/${encodeURIComponent(`${breaks}${forged}`)}`);
      await admin.post('/projects', { name: `x${breaks}${forged}` });
      await admin.get(`/nowhere?x=${encodeURIComponent(`${breaks}${forged}`)}`);
      await server.db.database.run('DELETE FROM login_attempts');
    }
    await visitor.get('/nowhere').set('x-request-id', 'the-last-one');
    await requestLine('the-last-one');
    expect(written.every((text) => /^[^\n\r\u2028]*\n$/.test(text))).toBe(true);
    expect(lines().filter((line) => line.msg.includes('deleted') || line.level === 'error')).toEqual([]);
  });
});
