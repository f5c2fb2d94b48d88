import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Api } from './api.js';

interface Call {
  path: string;
  method: string;
  token: string | undefined;
}

const ROOT = 'https://kag.example/server/';
const fetchBefore = globalThis.fetch;
let cookies: string;
let calls: Call[];
/** Answers, in order; an error is a connection that fails. */
let answers: (Response | Error)[];

const answer = (status: number, body: unknown) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), { status, headers: { 'x-request-id': 'r-1' } });
const me = (cookie: string | null) => {
  if (cookie !== null) cookies = `other=1; token_of_csrf=${cookie}`;
  return answer(200, { ok: true, csrf_cookie_name: 'token_of_csrf' });
};

beforeEach(() => {
  cookies = '';
  calls = [];
  answers = [];
  Object.defineProperty(globalThis, 'document', {
    value: {
      get cookie() {
        return cookies;
      },
    },
    configurable: true,
  });
  globalThis.fetch = jest.fn(async (url: URL, init: RequestInit) => {
    const headers = init.headers as Record<string, string>;
    calls.push({
      path: url.pathname.slice('/server/'.length),
      method: String(init.method),
      token: headers['x-csrf-token'],
    });
    const next = answers.shift();
    if (!next) throw new Error('one request too many');
    if (next instanceof Error) throw next;
    return next;
  }) as unknown as typeof fetch;
});
afterEach(() => {
  globalThis.fetch = fetchBefore;
  Reflect.deleteProperty(globalThis, 'document');
});

describe('the routes, called by a page', () => {
  it('are not sent again where the server says that nothing has changed', async () => {
    const named = (status: number, body: string | null, etag: string) =>
      new Response(body, { status, headers: { etag, 'x-request-id': 'r-1' } });
    const api = new Api(new URL(ROOT));
    answers = [
      named(200, '{"ok":true,"n":1}', 'W/"a"'),
      named(304, null, 'W/"a"'),
      named(200, '{"ok":true,"n":2}', 'W/"b"'),
    ];
    const first = await api.call('GET', 'portfolio');
    expect(await api.call('GET', 'portfolio')).toBe(first);
    expect(await api.call('GET', 'portfolio')).toEqual({ ok: true, n: 2 });
    const sent = (globalThis.fetch as unknown as jest.Mock).mock.calls as [URL, RequestInit][];
    expect(sent.map(([, { headers }]) => (headers as Record<string, string>)['if-none-match'])).toEqual([
      undefined,
      'W/"a"',
      'W/"a"',
    ]);
  });

  it('are read without a token', async () => {
    answers = [answer(200, { ok: true, projects: [] })];
    expect(await new Api(new URL(ROOT)).get<'listProjects'>('projects')).toEqual({ ok: true, projects: [] });
    expect(calls).toEqual([{ path: 'projects', method: 'GET', token: undefined }]);
  });

  it('are changed with the token of the cookie that the server names, which is asked for once', async () => {
    const api = new Api(new URL(ROOT));
    answers = [me('t1'), answer(200, {}), answer(200, {})];
    await api.call('POST', 'connectors/sync');
    await api.call('DELETE', 'thing');
    expect(calls.map(({ path, token }) => [path, token])).toEqual([
      ['auth/me', undefined],
      ['connectors/sync', 't1'],
      ['thing', 't1'],
    ]);
  });

  it('are called again, once, with the token of a session that another tab opened', async () => {
    const api = new Api(new URL(ROOT));
    answers = [me('old'), answer(403, { error: 'csrf_invalid', message: 'no' })];
    const second = [answer(403, { error: 'csrf_invalid', message: 'no' })];
    const renewing = globalThis.fetch;
    globalThis.fetch = async (...given: Parameters<typeof fetch>) => {
      if (answers.length === 0) answers = [me('new'), ...second];
      return renewing(...given);
    };
    await expect(api.call('POST', 'x')).rejects.toMatchObject({ code: 'csrf_invalid' });
    expect(calls.map(({ path, token }) => [path, token])).toEqual([
      ['auth/me', undefined],
      ['x', 'old'],
      ['auth/me', undefined],
      ['x', 'new'],
    ]);
  });

  it.each([
    [
      new TypeError('Failed to fetch'),
      { status: 0, code: 'unreachable', message: expect.stringMatching(/does not answer/) },
    ],
    [answer(502, '<html>'), { status: 502, code: 'unreadable', message: expect.stringMatching(/proxy/) }],
    [
      answer(404, { error: 'project_not_found', message: 'There is no such project' }),
      { status: 404, code: 'project_not_found', message: 'There is no such project', requestId: 'r-1' },
    ],
    [
      answer(412, { error: 'precondition_failed', message: 'Changed', details: { recommendation: { id: 'r' } } }),
      { status: 412, code: 'precondition_failed', details: { recommendation: { id: 'r' } }, inputFaults: [] },
    ],
    [
      answer(400, { error: 'validation_failed', message: 'No', details: [{ path: 'hour', problem: 'is no hour' }] }),
      { code: 'validation_failed', inputFaults: [{ path: 'hour', problem: 'is no hour' }] },
    ],
    [answer(500, {}), { status: 500, code: 'unreadable', message: 'The server answered 500' }],
  ])('fail with what a person can be told: %#', async (given, problem) => {
    answers = [given];
    await expect(new Api(new URL(ROOT)).get<'listProjects'>('projects')).rejects.toMatchObject(problem);
  });
});
