import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { Body, Controller, Get, HttpCode, Module, Param, Post, Query } from '@nestjs/common';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, ValidateNested } from 'class-validator';
import type request from 'supertest';
import { AppError } from '../../src/common/app-error.js';
import { Public, requestContext } from '../../src/http/index.js';
import type { Client } from '../support/client.js';
import { project } from '../support/people.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { TestJobs, TestJobsModule } from '../support/test-jobs.js';

class Inner {
  @IsOptional()
  @IsString({ message: 'must be text' })
  text?: string;
}

class EchoBody {
  @IsOptional()
  @IsInt({ message: 'must be a whole number' })
  number?: number;
  @IsOptional()
  @IsString({ message: 'must be text' })
  text?: string;
  @IsOptional()
  @ValidateNested()
  @Type(() => Inner)
  inner?: Inner;
}

class EchoQuery {
  @IsOptional()
  @IsString({ message: 'must be text' })
  word?: string;
}

const SECRET = 'the database password is hunter2';

@Controller('contract')
@Public()
class ContractController {
  @Post('echo')
  @HttpCode(200)
  echo(@Body() body: EchoBody) {
    return { body };
  }
  @Get('words/:id')
  words(@Param('id') id: string, @Query() query: EchoQuery) {
    return { id, query, path: requestContext().path };
  }
  @Post('nothing')
  @HttpCode(200)
  nothing() {
    return {};
  }
  @Get('boom/:how')
  boom(@Param('how') how: string) {
    if (how === 'text') throw SECRET;
    if (how === 'known') throw new AppError('conflict', 'Twice', { job_run_id: 'x' });
    if (how === 'later') throw new AppError('rate_limited', 'Slower', undefined, { retryAfterSeconds: 1.2 });
    throw Object.assign(new Error(SECRET), how === 'error' ? {} : { status: Number(how), type: 'entity.too.large' });
  }
}

@Module({ controllers: [ContractController] })
class ContractModule {}

let server: TestApp;
let visitor: Client;
let admin: Client;
let projectId: string;

beforeAll(async () => {
  server = await startTestApp({
    env: { ROLE: 'all', DISPATCH_INTERVAL_SECONDS: '3600', CORS_ORIGIN: 'https://ui.example,http://localhost:3000' },
    modules: [ContractModule, TestJobsModule],
  });
  server.app.get(TestJobs).release();
  visitor = server.visitor();
  admin = await server.signIn();
  projectId = await project(admin);
  await admin.post(`/projects/${projectId}/select`);
});
afterAll(() => server.close());

const MEMBERS = ['detail', 'error', 'message', 'ok', 'request_id', 'status', 'title', 'type'];
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Checks that the answer is a problem document whose members agree with each other and with the response. */
function expectProblem(answer: request.Response, status: number, error: string): void {
  const { body } = answer;
  expect({ status: answer.status, error: body.error }).toEqual({ status, error });
  expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(
    Object.keys(body)
      .filter((key) => key !== 'details')
      .sort(),
  ).toEqual(MEMBERS);
  expect(body).toMatchObject({ ok: false, status, type: `urn:kag:problem:${error}`, message: body.detail });
  for (const text of [body.title, body.detail]) expect(text).toEqual(expect.stringMatching(/\S/));
  expect(body.request_id).toBe(answer.headers['x-request-id']);
}

const echo = (text: string | Buffer, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  visitor.agent
    .post('/contract/echo')
    .set(headers)
    .serialize((body: unknown) => body as string)
    .send(text as never);

/** Sends the bytes as they are and returns all that comes back. */
function raw(...lines: string[]): Promise<string> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n')));
    let text = '';
    socket.on('data', (bytes) => (text += bytes.toString()));
    socket.on('end', () => resolve(text));
    socket.on('error', reject);
  });
}

describe('success', () => {
  it('is the payload between ok and request_id', async () => {
    const answer = await visitor.post('/contract/echo', { number: 1, text: 'a' });
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^application\/json/);
    expect(answer.body).toEqual({
      ok: true,
      body: { number: 1, text: 'a' },
      request_id: answer.headers['x-request-id'],
    });
    expect(Object.keys(answer.body)).toEqual(['ok', 'body', 'request_id']);
  });

  it('answers HEAD like GET, without the body', async () => {
    const [head, get] = [await visitor.agent.head('/contract/words/1'), await visitor.get('/contract/words/1')];
    expect([head.status, head.text]).toEqual([200, undefined]);
    expect(head.headers['content-length']).toBe(get.headers['content-length']);
    const none = await visitor.agent.head('/nowhere');
    expect([none.status, none.text]).toEqual([404, undefined]);
  });
});

describe('x-request-id', () => {
  it.each(['a', 'A-b_c.9', '0'.repeat(128)])('is taken and sent back: %s', async (id) => {
    for (const answer of [
      await visitor.get('/contract/words/1').set('x-request-id', id),
      await visitor.get('/nowhere').set('x-request-id', id),
      await echo('{', { 'content-type': 'application/json', 'x-request-id': id }),
    ]) {
      expect([answer.headers['x-request-id'], answer.body.request_id]).toEqual([id, id]);
    }
  });

  it.each(['', ' ', 'a b', 'a,b', 'a/b', '0'.repeat(129), 'a%0d%0aset-cookie:%20x=1', 'é', '<script>', 'a\tb'])(
    'is made anew in place of %j',
    async (id) => {
      const answer = await visitor.get('/contract/words/1').set('x-request-id', id);
      expect(answer.headers['x-request-id']).toMatch(UUID);
      expect(answer.body.request_id).toBe(answer.headers['x-request-id']);
      expect(answer.headers['set-cookie']).toBeUndefined();
    },
  );

  it('is one of its own for each request', async () => {
    const ids = await Promise.all(
      Array.from({ length: 20 }, async () => (await visitor.get('/contract/words/1')).body.request_id as string),
    );
    expect(new Set(ids).size).toBe(20);
  });

  it('is written into job runs and audit rows', async () => {
    const started = await admin.post('/test-jobs/gate').set('x-request-id', 'run.me-1');
    const { body } = await admin.get(`/jobs/runs/${started.body.job_run_id as string}`);
    expect(body.run.request_id).toBe('run.me-1');
    const events = (await admin.get('/audit?action=job.started')).body.events as { request_id: string }[];
    expect(events.map((event) => event.request_id)).toContain('run.me-1');
  });

  it('does not come from a header smuggled into it', async () => {
    const text = await raw(
      'GET /contract/words/1 HTTP/1.1',
      'host: x',
      'connection: close',
      'x-request-id: good\r\n\tset-cookie: evil=1',
      '',
      '',
    );
    expect(text).not.toMatch(/^set-cookie/im);
    expect(text).not.toContain('evil');
  });
});

describe('/v1/x', () => {
  it.each([
    '/contract/words/1',
    '/contract/words/1?word=a%20b',
    '/contract/words/1/',
    '/contract/words/v1?word=/v1/',
    '/contract/words/%2Fv1',
    '/projects',
    '/nowhere/at/all?x=1',
    '/jobs/runs/nonsense',
    '/auth/me',
    '/openapi.json',
  ])('is %s', async (path) => {
    const [plain, versioned] = [
      await admin.get(path).set('x-request-id', 'same'),
      await admin.get(`/v1${path}`).set('x-request-id', 'same'),
    ];
    expect([versioned.status, versioned.text]).toEqual([plain.status, plain.text]);
  });

  it('takes bodies and changes things too', async () => {
    const answer = await visitor.post('/v1/contract/echo?', { number: 2 });
    expect(answer.body).toMatchObject({ ok: true, body: { number: 2 } });
    expectProblem(await visitor.post('/v1/contract/words/1'), 405, 'method_not_allowed');
  });

  it.each(['/v1', '/v1/', '/v1?x=1', '/', '/v1/v1/contract/words/1', '/v1x/contract/words/1', '/v2/contract/words/1'])(
    'is not %s: 404',
    async (path) => expectProblem(await visitor.get(path), 404, 'not_found'),
  );

  it('is understood in a request line with the whole address, as proxies write it', async () => {
    const text = await raw(`GET ${server.url}/v1/contract/words/7 HTTP/1.1`, 'host: x', 'connection: close', '', '');
    expect(text).toMatch(/^HTTP\/1\.1 200/);
    expect(text).toContain('"path":"/contract/words/7"');
  });
});

describe('a body', () => {
  it.each([
    ['nothing at all', {}],
    ['a JSON content type', { 'content-type': 'application/json' }],
    ['another content type', { 'content-type': 'text/plain' }],
    ['length 0', { 'content-length': '0' }],
  ])('that is empty is {}: with %s', async (_with, headers) => {
    const answer = await visitor.agent.post('/contract/echo').set(headers);
    expect([answer.status, answer.body.body]).toEqual([200, {}]);
  });

  it('that is empty in chunks is {} too', async () => {
    const head = ['POST /contract/echo HTTP/1.1', 'host: x', 'connection: close', 'transfer-encoding: chunked'];
    expect(await raw(...head, '', '0', '', '')).toMatch(/^HTTP\/1\.1 200/);
    expect(await raw(...head, '', '2', '{}', '0', '', '')).toMatch(/^HTTP\/1\.1 415/);
    expect(await raw(...head, 'content-type: application/json', '', '2', '{}', '0', '', '')).toMatch(/^HTTP\/1\.1 200/);
  });

  it.each([
    ['{"number":"one"}', [{ path: 'number', problem: 'must be a whole number' }]],
    ['{"nmber":1}', [{ path: 'nmber', problem: 'is not a known field' }]],
    [
      '{"number":0.5,"a":1,"b":2}',
      [
        { path: 'a', problem: 'is not a known field' },
        { path: 'b', problem: 'is not a known field' },
        { path: 'number', problem: 'must be a whole number' },
      ],
    ],
    ['{"inner":{"text":1}}', [{ path: 'inner.text', problem: 'must be text' }]],
    ['{"inner":{"txt":"a"}}', [{ path: 'inner.txt', problem: 'is not a known field' }]],
    ['{"__proto__":{"number":1}}', [{ path: '__proto__', problem: 'is not a known field' }]],
    ['{"constructor":{"prototype":{"x":1}}}', [{ path: 'constructor', problem: 'is not a known field' }]],
    ['{"inner":{"__proto__":{"text":"a"}}}', [{ path: 'inner.__proto__', problem: 'is not a known field' }]],
    ['{"hasOwnProperty":1}', [{ path: 'hasOwnProperty', problem: 'is not a known field' }]],
  ])('with a wrong field is told which: %s', async (text, details) => {
    const answer = await echo(text);
    expectProblem(answer, 400, 'validation_failed');
    const problems = (answer.body.details as { path: string }[]).sort((a, b) => (a.path < b.path ? -1 : 1));
    expect(problems).toEqual(details);
    for (const { path } of details) expect(answer.body.detail).toContain(path);
    expect(({} as Record<string, unknown>)['number']).toBeUndefined();
  });

  it('is refused by a route that takes none', async () => {
    const answer = await visitor.post('/contract/nothing', { extra: 1 });
    expectProblem(answer, 400, 'validation_failed');
    expect(answer.body.details).toEqual([{ path: 'extra', problem: 'is not a known field' }]);
    expect((await visitor.post('/contract/nothing')).status).toBe(200);
  });

  it.each(['{', '{"a":1,}', "{'a':1}", 'nonsense', '{"a":1}x', '"text"', '1', 'null', 'true', '[]', '[{"number":1}]'])(
    'is a JSON object or refused: %s',
    async (text) => expectProblem(await echo(text), 400, 'invalid_json'),
  );

  it('may be 64 KiB and no more', async () => {
    const frame = '{"text":""}'.length;
    const fits = await echo(`{"text":"${'x'.repeat(65_536 - frame)}"}`);
    expect([fits.status, fits.body.body?.text.length]).toEqual([200, 65_536 - frame]);
    expectProblem(await echo(`{"text":"${'x'.repeat(65_537 - frame)}"}`), 413, 'payload_too_large');
    expectProblem(await echo('x'.repeat(1_000_000)), 413, 'payload_too_large');
  });

  it('is not asked for where it is announced as too large (Expect: 100-continue), and is where it fits', async () => {
    const head = (length: number) => [
      'POST /contract/echo HTTP/1.1',
      'host: x',
      'content-type: application/json',
      'expect: 100-continue',
      `content-length: ${length}`,
    ];
    const refused = await raw(...head(99_000_000), '', '');
    expect(refused).toMatch(/^HTTP\/1\.1 413 /);
    expect(refused).toMatch(/^connection: close\r$/im);
    expect(refused).toContain('"error":"payload_too_large"');
    const read = await raw(...head(2), 'connection: close', '', '{}');
    expect(read).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 /);
  });

  it('is measured after it is unpacked', async () => {
    const json = { 'content-type': 'application/json', 'content-encoding': 'gzip' };
    const small = await echo(gzipSync('{"number":3}'), json);
    expect(small.body.body).toEqual({ number: 3 });
    const bomb = gzipSync(`{"text":"${'x'.repeat(20_000_000)}"}`);
    expect(bomb.length).toBeLessThan(65_536);
    expectProblem(await echo(bomb, json), 413, 'payload_too_large');
    expectProblem(await echo(gzipSync('{"number":3}').subarray(0, 15), json), 400, 'validation_failed');
    expectProblem(await echo('{}', { ...json, 'content-encoding': 'lzma' }), 415, 'unsupported_media_type');
  });

  it.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/jsonp',
    'application/json; charset=latin1',
    'nonsense',
  ])('of type %s is 415', async (type) =>
    expectProblem(await echo('{"number":1}', { 'content-type': type }), 415, 'unsupported_media_type'),
  );

  it.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/merge-patch+json'])(
    'of type %s is read',
    async (type) => expect((await echo('{"number":1}', { 'content-type': type })).body.body).toEqual({ number: 1 }),
  );

  it('is refused when it is nested too deeply, at once', async () => {
    expect((await echo(`{"text":"${'['.repeat(60_000)}"}`)).status).toBe(200);
    expectProblem(await echo(`${'{"inner":'.repeat(21)}1${'}'.repeat(21)}`), 400, 'invalid_json');
    expectProblem(await echo(`{"text":${'['.repeat(30_000)}${']'.repeat(30_000)}}`), 400, 'invalid_json');
    expectProblem(await echo('['.repeat(61_000)), 400, 'invalid_json');
  });
});

describe('a query', () => {
  it.each([
    ['wrd=a', 'wrd'],
    ['word=a&x=1', 'x'],
    ['word[a]=b', 'word[a]'],
    ['word=a&word=b', 'word'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ])('with a wrong field is told which: %s', async (query, path) => {
    const answer = await visitor.get(`/contract/words/1?${query}`);
    expectProblem(answer, 400, 'validation_failed');
    expect((answer.body.details as { path: string }[]).map((detail) => detail.path)).toEqual([path]);
  });

  it('is refused by a route that takes none', async () => {
    expectProblem(await visitor.get('/auth/me?x=1'), 400, 'validation_failed');
    expectProblem(await visitor.get('/health?x=1'), 400, 'validation_failed');
  });
});

describe('a path', () => {
  it.each(['/nowhere', '/contract', '/contract/echo/more', '/docs-json', '/docs/LICENSE', '/..%2f..%2fetc/passwd'])(
    'that no route has is 404: %s',
    async (path) => expectProblem(await visitor.get(path), 404, 'not_found'),
  );

  it.each([
    ['get', '/contract/echo', 'POST'],
    ['post', '/contract/words/1', 'GET, HEAD'],
    ['delete', '/search', 'GET, HEAD, POST'],
    ['patch', '/projects', 'GET, HEAD, POST'],
    ['put', '/openapi.json', 'GET, HEAD'],
    ['post', '/projects/x/sources/y', 'DELETE, GET, HEAD, PUT'],
    ['trace', '/health', 'GET, HEAD'],
    ['propfind', '/metrics', 'GET, HEAD'],
  ] as const)('answers %s %s with 405 and the methods it has', async (method, path, allow) => {
    const answer = await (visitor.agent as unknown as Record<string, (path: string) => request.Test>)[method]!(path);
    expect(answer.status).toBe(405);
    expect(answer.headers['allow']).toBe(allow);
    if (method !== 'trace') expectProblem(answer, 405, 'method_not_allowed');
  });

  it.each(['/contract/words/%', '/contract/words/%zz', '/contract/words/%E0%A4%A', '/v1/%', '/jobs/runs/%ff'])(
    'with a malformed escape is 400: %s',
    async (path) => expectProblem(await admin.get(path), 400, 'validation_failed'),
  );

  it.each([
    ['get', '/jobs/runs/1'],
    ['get', '/jobs/runs/%00'],
    ['get', "/jobs/runs/'%20or%201=1"],
    ['get', '/jobs/runs/x/events'],
    ['post', '/projects/1/select'],
    ['get', '/projects/1/sources/chatwoot'],
    ['put', '/projects/%00/sources/chatwoot'],
    ['delete', '/projects/1/sources/chatwoot'],
    ['patch', '/users/1'],
    ['patch', '/jobs/scheduler/%00'],
    ['get', '/jobs/runs?project_id=1'],
    ['get', '/jobs/status?project_id='],
    ['post', '/search?project_id=1'],
  ] as const)('with an id that is none is 400: %s %s', async (method, path) => {
    const answer = await admin.send(method, path, method === 'get' || method === 'delete' ? undefined : {});
    expectProblem(answer, 400, 'validation_failed');
    expect(answer.body.details.length).toBeGreaterThan(0);
  });
});

describe('lists', () => {
  const LISTS: [path: string, rows: string][] = [
    ['/projects', 'projects'],
    ['/users', 'users'],
    ['/audit', 'events'],
    ['/jobs/runs', 'runs'],
    ['/connectors/errors', 'errors'],
    ['/kag/events', 'events'],
    ['/contacts', 'contacts'],
    ['/conversations', 'conversations'],
    ['/messages', 'messages'],
  ];

  it.each(LISTS)('%s end with next_cursor null and keep to the limit', async (path, rows) => {
    const all = await admin.get(`${path}?limit=200`);
    expect(all.status).toBe(200);
    expect(all.body.next_cursor).toBeNull();
    const one = await admin.get(`${path}?limit=1`);
    const total = (all.body[rows] as unknown[]).length;
    expect(one.body[rows]).toHaveLength(Math.min(1, total));
    if (total > 1) expect(one.body.next_cursor).toEqual(expect.any(String));
    else expect(one.body.next_cursor).toBeNull();
  });

  it.each(LISTS)('%s refuse a limit or cursor that is none', async (path) => {
    for (const [query, at] of [
      ['limit=0', 'limit'],
      ['limit=-1', 'limit'],
      ['limit=201', 'limit'],
      ['limit=1.5', 'limit'],
      ['limit=ten', 'limit'],
      ['limit=', 'limit'],
      ['limit=1&limit=2', 'limit'],
      ['cursor=', 'cursor'],
      ['cursor=x', 'cursor'],
      ['cursor=e30', 'cursor'],
      ['cursor=WzEsMiwzXQ', 'cursor'],
      [`cursor=${'a'.repeat(501)}`, 'cursor'],
      ['cursor=a&cursor=b', 'cursor'],
      ['offset=1', 'offset'],
    ] as const) {
      const answer = await admin.get(`${path}?${query}`);
      expect({ query, status: answer.status, error: answer.body.error }).toEqual({
        query,
        status: 400,
        error: 'validation_failed',
      });
      expect((answer.body.details as { path: string }[]).map((detail) => detail.path)).toEqual([at]);
    }
  });

  it.each(['since=1', 'since=yesterday', 'since=2026-13-01', 'source=slack', 'type=a%20b'])(
    '/kag/events refuse ?%s',
    async (query) => expectProblem(await admin.get(`/kag/events?${query}`), 400, 'validation_failed'),
  );
});

describe('Prefer', () => {
  it.each([
    ['wait=5', 200, 'wait=5'],
    ['WAIT = "3"', 200, 'wait=3'],
    ['wait=600', 200, 'wait=55'],
    ['handling=lenient, wait=2', 200, 'wait=2'],
    ['respond-async', 202, 'respond-async'],
    ['wait=0', 202, 'wait=0'],
    ['nonsense', 200, undefined],
    ['wait=-1', 200, undefined],
  ])('%s answers %i', async (prefer, status, applied) => {
    const answer = await admin.post('/test-jobs/gate').set('prefer', prefer);
    expect([answer.status, answer.headers['preference-applied']]).toEqual([status, applied]);
    const id = answer.body.job_run_id as string;
    if (status === 202) {
      expect(answer.headers['location']).toBe(`/jobs/runs/${id}`);
      expect(answer.body.job_run).toMatchObject({ id, job_type: 'gate' });
      // Joins what was started, so that the next case finds nothing running.
      await admin.post('/test-jobs/gate').set('prefer', 'wait=20');
    } else expect(answer.body.result).toEqual({ done: true, counted: 7 });
  });
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    visitor.agent.options('/projects').set({ origin, 'access-control-request-method': 'POST' });

  it.each(['https://ui.example', 'http://localhost:3000'])('%s may call with credentials', async (origin) => {
    const asked = await preflight(origin);
    expect(asked.status).toBe(204);
    expect(asked.headers).toMatchObject({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-allow-methods': 'GET,HEAD,POST,PUT,PATCH,DELETE',
      'access-control-allow-headers':
        'content-type,x-csrf-token,x-request-id,idempotency-key,prefer,if-match,if-none-match',
    });
    expect(asked.headers['vary']).toMatch(/origin/i);
    const answer = await visitor.get('/contract/words/1').set('origin', origin);
    expect(answer.headers['access-control-allow-origin']).toBe(origin);
    expect(answer.headers['access-control-expose-headers']).toContain('x-request-id');
    const refused = await visitor.get('/nowhere').set('origin', origin);
    expect(refused.headers['access-control-allow-origin']).toBe(origin);
  });

  it.each([
    'https://evil.example',
    'null',
    'https://ui.example.evil.example',
    'http://ui.example',
    'https://UI.example',
    'https://ui.example:8443',
    'https://sub.ui.example',
    '*',
  ])('%s may not', async (origin) => {
    for (const answer of [
      await preflight(origin),
      await visitor.get('/contract/words/1').set('origin', origin),
      await echo('{', { 'content-type': 'application/json', origin }),
    ]) {
      expect(answer.headers['access-control-allow-origin']).toBeUndefined();
      expect(answer.headers['vary']).toMatch(/origin/i);
    }
  });
});

describe('every answer', () => {
  it.each(['/contract/words/1', '/nowhere', '/docs', '/openapi.json', '/health', '/metrics', '/projects'])(
    'of %s has the security headers',
    async (path) => {
      const { headers } = await visitor.get(path);
      expect(headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
      });
      const csp = headers['content-security-policy'] ?? '';
      expect(csp).toContain("default-src 'self'");
      expect(csp).toContain("frame-ancestors 'none'");
      expect(csp).toContain("object-src 'none'");
      expect(csp).not.toMatch(/script-src[^;]*(unsafe|\*|http)/);
      expect(headers).not.toHaveProperty('x-powered-by');
      expect(headers).not.toHaveProperty('etag');
    },
  );
});

describe('a handler that fails', () => {
  it.each(['error', 'text', '404', '401', '413', '400'])(
    'in a way nobody foresaw answers 500 and tells nothing: %s',
    async (how) => {
      const answer = await visitor.get(`/contract/boom/${how}`);
      expectProblem(answer, 500, 'internal_error');
      expect(answer.text).not.toMatch(/hunter2|password|Error:|\.ts|node_modules/);
      expect(answer.body).not.toHaveProperty('details');
    },
  );

  it('in a way it knows answers that, with its details', async () => {
    const known = await visitor.get('/contract/boom/known');
    expectProblem(known, 409, 'conflict');
    expect(known.body).toMatchObject({ detail: 'Twice', details: { job_run_id: 'x' } });
    const later = await visitor.get('/contract/boom/later');
    expectProblem(later, 429, 'rate_limited');
    expect(later.headers['retry-after']).toBe('2');
  });
});

describe('hostile text', () => {
  const TEXTS = ['\0', 'a\0b', '\ud800', '\u202e', "'; DROP TABLE users; --", '${1}', '%s%n', '\r\nx: y', '𝟚'];
  const BODIES: [string, string, (text: string) => object][] = [
    ['post', '/auth/login', (text) => ({ username: text, password: text })],
    ['post', '/projects', (text) => ({ name: `p ${text}`, account_scope_key: text, account_scope_name: text })],
    ['post', '/users', (text) => ({ username: `u${text}`, password: `a-long-password${text}`, role: 'viewer' })],
    ['post', '/search', (text) => ({ query: `x ${text}`, filter: { conversation: text } })],
    ['post', '/search', (text) => ({ query: text, mode: 'lexical' })],
    ['put', '/sources', (text) => ({ external_id: text, filter: { inbox_ids: [text] } })],
    ['put', '/sources', (text) => ({ external_id: null, filter: { [text]: [] } })],
    ['put', '/sources', (text) => ({ external_id: null, credentials: { api_token: text } })],
  ];

  it.each(BODIES)('in a body is an answer, never a 500: %s %s', async (method, path, body) => {
    const client = path === '/auth/login' ? server.visitor() : admin;
    const at = path === '/sources' ? `/projects/${projectId}/sources/chatwoot` : path;
    for (const text of TEXTS) {
      const answer = await client.send(method as 'post', at, body(text));
      expect({ text, status: answer.status }).toEqual({ text, status: expect.any(Number) });
      expect(answer.status).toBeLessThan(500);
    }
    await server.db.database.run('DELETE FROM login_attempts');
  });

  it.each([
    '/contacts?q=',
    '/messages?conversation_global_id=',
    '/kag/events?type=',
    '/kag/events?since=',
    '/audit?action=',
    '/jobs/runs?job_type=',
    '/contract/words/',
    '/jobs/runs/',
  ])('in an address is an answer, never a 500: %s', async (path) => {
    for (const text of TEXTS) {
      const answer = await admin.get(path + encodeURIComponent(text.toWellFormed()));
      expect({ text, below500: answer.status < 500 }).toEqual({ text, below500: true });
    }
  });
});
