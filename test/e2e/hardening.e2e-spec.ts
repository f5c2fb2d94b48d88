import { request as send } from 'node:http';
import { connect } from 'node:net';
import { setCookie } from '../support/client.js';
import { ADMIN, startTestApp, type TestApp } from '../support/test-app.js';

const PRODUCTION = { NODE_ENV: 'production', HASH_MEMORY_KIB: undefined };

let server: TestApp;
let production: TestApp;

beforeAll(async () => {
  server = await startTestApp();
  production = await startTestApp({ db: server.db, env: PRODUCTION });
});
afterAll(async () => {
  await production.close();
  await server.close();
});

describe('in production', () => {
  it('cookies are this host’s own, by their names', async () => {
    const response = await production.visitor().post('/auth/login', ADMIN);
    const cookies = response.headers['set-cookie'] as unknown as string[];
    expect(cookies.map((cookie) => cookie.split('=', 1)[0]).sort()).toEqual([
      '__Host-csrf_token',
      '__Host-device',
      '__Host-sid',
    ]);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/; Path=\/(;|$)/);
      expect(cookie).toMatch(/; Secure(;|$)/);
      expect(cookie).not.toMatch(/; Domain=/i);
    }
    expect(response.body.csrf_cookie_name).toBe('__Host-csrf_token');
  });

  it('/metrics is closed without a token or a list of addresses', async () => {
    const refused = await production.visitor().get('/metrics');
    expect([refused.status, refused.body.error]).toEqual([401, 'unauthorized']);
    expect(refused.body.message).toContain('METRICS_ALLOW_FROM');
  });

  it('/metrics is open to the addresses that are named, and not through a proxy', async () => {
    const app = await startTestApp({
      db: server.db,
      env: { ...PRODUCTION, METRICS_ALLOW_FROM: '10.0.0.0/8,127.0.0.1' },
    });
    expect((await app.visitor().get('/metrics')).status).toBe(200);
    expect((await app.visitor().get('/metrics').set('x-forwarded-for', '127.0.0.1')).status).toBe(401);
    await app.close();
    const other = await startTestApp({
      db: server.db,
      env: { METRICS_ALLOW_FROM: '10.0.0.0/8', METRICS_TOKEN: 'scraper' },
    });
    expect((await other.visitor().get('/metrics')).status).toBe(401);
    expect((await other.visitor().get('/metrics').set('authorization', 'Bearer scraper')).status).toBe(200);
    await other.close();
  });
});

describe('answers', () => {
  it.each(['/auth/me', '/projects', '/health', '/nowhere', '/v1/projects', '/ops/diagnosis', '/metrics'])(
    'of %s stay in no cache',
    async (path) => {
      const { headers } = await (await server.signIn()).get(path);
      expect(headers['cache-control']).toContain('no-store');
    },
  );

  it('of a login and of a refusal stay in no cache either', async () => {
    for (const body of [ADMIN, { username: 'x', password: 'x' }, {}])
      expect((await server.visitor().post('/auth/login', body)).headers['cache-control']).toBe('no-store');
  });

  it.each(['/docs', '/inbox', '/ops', '/openapi.json'])(
    'that are the same for everybody may be kept: %s',
    async (path) => {
      expect((await server.visitor().agent.get(path)).headers['cache-control'] ?? '').not.toContain('no-store');
    },
  );

  it.each(['/ops', '/docs', '/inbox', '/projects'])('of %s let no page take them over', async (path) => {
    const csp = String((await server.visitor().agent.get(path)).headers['content-security-policy']).split(';');
    for (const directive of ["base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'", "object-src 'none'"])
      expect(csp).toContain(directive);
  });

  it('of a sign-out have the browser drop what it cached, and both cookies', async () => {
    const client = await server.signIn();
    const response = await client.post('/auth/logout');
    expect(response.headers['clear-site-data']).toBe('"cache"');
    expect(setCookie(response, 'sid')?.value).toBe('');
    expect(setCookie(response, 'csrf_token')?.value).toBe('');
    // The device stays known.
    expect(setCookie(response, 'device')).toBeUndefined();
  });
});

describe('what Node refuses by itself', () => {
  const port = () => Number(new URL(server.url).port);
  /** What the server answers to these bytes, until it closes. */
  const answerTo = (bytes: string) =>
    new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(port(), '127.0.0.1', () => socket.write(bytes));
      socket.on('data', (part) => (text += part.toString()));
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });

  it.each([
    [
      'headers that are too large',
      `GET / HTTP/1.1\r\nhost: x\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers_too_large',
    ],
    ['what is no HTTP', 'NONSENSE\r\n\r\n', 400, 'validation_failed'],
    [
      'an expectation',
      'POST /search HTTP/1.1\r\nhost: x\r\nexpect: the-best\r\ncontent-length: 0\r\n\r\n',
      417,
      'expectation_failed',
    ],
  ])('is a problem like any other: %s', async (_what, bytes, status, error) => {
    const answer = await answerTo(bytes);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('application/problem+json');
    expect(answer.slice(answer.indexOf('{'))).toContain(`"error":"${error}"`);
  });

  const expecting = (length: number) =>
    new Promise<{ continued: boolean; status: number }>((resolve, reject) => {
      let continued = false;
      const headers = { expect: '100-continue', 'content-type': 'application/json', 'content-length': length };
      const asked = send({ port: port(), host: '127.0.0.1', method: 'POST', path: '/auth/login', headers });
      asked.on('continue', () => {
        continued = true;
        asked.end(' '.repeat(length - 2) + '{}');
      });
      asked.on('response', (response) => {
        response.resume();
        resolve({ continued, status: response.statusCode ?? 0 });
        asked.destroy();
      });
      asked.on('error', reject);
      asked.flushHeaders();
    });

  it('is not asked to go on when it says itself that it is too large', async () => {
    expect(await expecting(99_000_000)).toEqual({ continued: false, status: 413 });
    expect(await expecting(100)).toEqual({ continued: true, status: 400 });
  });
});
