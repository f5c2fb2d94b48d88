import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { answer, ApiProblem, createClient, type Fetch } from './index.js';

const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const withCookies = (...cookies: string[]) => {
  const response = json({});
  for (const cookie of cookies) response.headers.append('set-cookie', cookie);
  return response;
};

/** A client of a server that gives these answers, one after the other; what was asked is kept. */
function clientOf(...answers: (Response | Error)[]) {
  const asked: Request[] = [];
  const fetch: Fetch = async (request) => {
    asked.push(request);
    const next = answers.shift() ?? new Error('nothing more was expected');
    if (next instanceof Error) throw next;
    return next;
  };
  return { api: createClient({ baseUrl: 'http://kag.test', fetch }), asked };
}

const caught = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

describe('the session outside of browsers', () => {
  it('goes with every request, and the CSRF token with those that change something', async () => {
    const { api, asked } = clientOf(
      withCookies('sid=abc; Path=/; HttpOnly', 'csrf_token=t%2B1; Path=/'),
      json({}),
      json({}),
    );
    await api.POST('/auth/login', { body: { username: 'ann', password: 'x' } });
    await api.GET('/projects');
    await api.POST('/auth/logout');
    expect(asked.map(({ headers }) => [headers.get('cookie'), headers.get('x-csrf-token')])).toEqual([
      [null, null],
      ['sid=abc; csrf_token=t%2B1', null],
      ['sid=abc; csrf_token=t%2B1', 't+1'],
    ]);
  });

  it('forgets cookies that the server takes back', async () => {
    const { api, asked } = clientOf(
      withCookies('sid=abc', 'a=1', 'b=2'),
      withCookies('sid=; Expires=Thu, 01 Jan 1970 00:00:00 GMT', 'a=; Max-Age=0', 'b=3'),
      json({}),
    );
    for (let i = 0; i < 3; i++) await api.GET('/projects');
    expect(asked[2]?.headers.get('cookie')).toBe('b=3');
  });

  it('gives a request up after its deadline', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    const { port } = silent.address() as AddressInfo;
    const api = createClient({ baseUrl: `http://127.0.0.1:${port}`, deadlineMs: 50 });
    expect(await caught(api.GET('/projects'))).toMatchObject({ name: 'TimeoutError' });
    silent.closeAllConnections();
    silent.close();
  });
});

describe('the session of a browser', () => {
  const page = globalThis as { document?: { cookie: string } };
  afterEach(() => {
    delete page.document;
  });

  it('is the browser’s own; only the token is read from its cookie', async () => {
    page.document = { cookie: 'theme=dark; csrf_token=t1' };
    const { api, asked } = clientOf(withCookies('sid=abc'), json({}));
    await api.POST('/auth/logout');
    await api.POST('/auth/logout');
    expect(
      asked.map(({ headers, credentials }) => [headers.get('cookie'), headers.get('x-csrf-token'), credentials]),
    ).toEqual([
      [null, 't1', 'include'],
      [null, 't1', 'include'],
    ]);
  });
});

describe('a problem', () => {
  it('is thrown with everything that it says', async () => {
    const problem = {
      ok: false,
      status: 429,
      error: 'rate_limited',
      message: 'Wait a minute',
      request_id: 'r1',
      details: { limit: 5 },
    };
    const { api } = clientOf(json(problem, 429, { 'content-type': 'application/problem+json', 'retry-after': '60' }));
    const error = await caught(answer(api.GET('/projects')));
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({
      message: 'Wait a minute',
      code: 'rate_limited',
      status: 429,
      requestId: 'r1',
      details: { limit: 5 },
      retryAfterSeconds: 60,
      inputFaults: [],
    });
  });

  it('that is a proxy’s page is called unreadable', async () => {
    const { api } = clientOf(new Response('<h1>Bad gateway</h1>', { status: 502 }));
    expect(await caught(answer(api.GET('/projects')))).toMatchObject({ code: 'unreadable', status: 502 });
  });
});

describe('following a run', () => {
  const id = 'c0a8f0de-1111-4222-8333-444455556666';
  const run = (status: string, more: object = {}) => ({ id, job_type: 'chatwoot_sync', status, error: null, ...more });
  const started = json({ job_run: run('queued'), job_run_id: id }, 202);
  const sync = (api: ReturnType<typeof clientOf>['api']) =>
    answer(api.POST('/connectors/{name}/sync', { params: { path: { name: 'chatwoot' } } }));
  const look = (status: string, more?: object) => json({ run: run(status, more) });

  it('needs no look where the answer has the result', async () => {
    const { api, asked } = clientOf(json({ result: { fetched: 3 }, job_run_id: id }));
    expect(await api.follow(sync(api))).toEqual({ fetched: 3 });
    expect(asked).toHaveLength(1);
  });

  it('goes on while the server restarts, and tells of each change once', async () => {
    const { api } = clientOf(
      started.clone(),
      look('running'),
      new TypeError('fetch failed'),
      json({}, 503),
      look('running'),
      look('succeeded', { result: { fetched: 3 } }),
    );
    const seen: string[] = [];
    expect(await api.follow(sync(api), { everyMs: 1, onProgress: ({ status }) => seen.push(status) })).toEqual({
      fetched: 3,
    });
    expect(seen).toEqual(['queued', 'running', 'succeeded']);
  });

  it('ends with the first answer that looking again would not change', async () => {
    const { api, asked } = clientOf(started.clone(), json({}, 401));
    expect(await caught(api.follow(sync(api), { everyMs: 1 }))).toMatchObject({ status: 401 });
    expect(asked).toHaveLength(2);
  });

  it('gives up on a server that stays away', async () => {
    const { api, asked } = clientOf(
      started.clone(),
      ...Array.from({ length: 20 }, () => new TypeError('fetch failed')),
    );
    expect(await caught(api.follow(sync(api), { everyMs: 1 }))).toBeInstanceOf(TypeError);
    expect(asked).toHaveLength(11);
  });

  it.each([
    ['failed', { error: { code: 'vendor_failed', message: 'No answer' } }, 'vendor_failed'],
    ['cancelled', {}, 'job_cancelled'],
  ])('throws why it %s', async (status, more, code) => {
    const { api } = clientOf(started.clone(), look(status, more));
    expect(await caught(api.follow(sync(api), { everyMs: 1 }))).toMatchObject({ code, details: { job_run_id: id } });
  });

  it('ends when it is told to', async () => {
    const { api, asked } = clientOf(started.clone());
    const stop = new AbortController();
    const following = caught(
      api.follow(sync(api), {
        everyMs: 60_000,
        signal: stop.signal,
        // It is told as soon as it rests until the next look, a minute away.
        onProgress: () => setImmediate(() => stop.abort()),
      }),
    );
    expect(await following).toMatchObject({ name: 'AbortError' });
    expect(asked).toHaveLength(1);
  });
});
