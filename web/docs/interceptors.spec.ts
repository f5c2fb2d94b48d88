import { beforeEach, describe, expect, it } from '@jest/globals';
import type { Api } from '../client/api.js';
import type { Session, SessionState } from '../client/session.js';
import { Interceptors } from './interceptors.js';
import type { RunBoard } from '../client/run-board.js';

const DOCUMENT = {
  paths: {
    '/search': { post: { 'x-kag-access': 'viewer', 'x-kag-project': true } },
    '/jobs/status': { get: { 'x-kag-access': 'viewer', 'x-kag-project': true } },
    '/connectors/sync': { post: { 'x-kag-access': 'operator', 'x-kag-project': true, 'x-kag-trigger': 'cycle' } },
    '/auth/logout': { post: { 'x-kag-access': 'public' } },
    '/projects/{id}/select': { post: { 'x-kag-access': 'viewer' } },
  },
};
const ROOT = 'https://kag.example/server/';
let state: SessionState;
let refreshes: number;
let followed: unknown[];
let interceptors: Interceptors;

beforeEach(() => {
  state = { phase: 'signed_in', username: 'ann', role: 'admin', memberships: [], projects: [], activeProjectId: 'p1' };
  refreshes = 0;
  followed = [];
  interceptors = new Interceptors(
    DOCUMENT,
    { root: new URL(ROOT), csrfToken: async () => 'token' } as unknown as Api,
    { state: { get: () => state }, refresh: async () => void refreshes++ } as unknown as Session,
    { follow: (...given: unknown[]) => followed.push(given) } as unknown as RunBoard,
  );
});

const send = (method: string, path: string, more: object = {}) =>
  interceptors.request({ url: new URL(path, ROOT).href, method, headers: {}, ...more });

describe('a request', () => {
  it.each([
    ['GET', 'jobs/status', {}, 'jobs/status?project_id=p1', {}],
    ['POST', 'search', { body: '{"query":"x"}' }, 'search?project_id=p1', { 'x-csrf-token': 'token' }],
    ['POST', 'search', { body: '{"project_id":"p2"}' }, 'search', { 'x-csrf-token': 'token' }],
    ['POST', 'search', { body: '{broken' }, 'search?project_id=p1', { 'x-csrf-token': 'token' }],
    ['GET', 'jobs/status?project_id=p2', {}, 'jobs/status?project_id=p2', {}],
    ['POST', 'auth/logout', {}, 'auth/logout', { 'x-csrf-token': 'token' }],
    ['POST', 'auth/logout', { headers: { 'X-CSRF-Token': 'mine' } }, 'auth/logout', { 'X-CSRF-Token': 'mine' }],
    ['POST', '/search', {}, '/search', {}],
    ['POST', 'https://elsewhere.example/server/search', {}, 'https://elsewhere.example/server/search', {}],
  ])('%s %s %j goes to %s with %j', async (method, path, more, url, headers) => {
    const sent = await send(method, path, more);
    expect([sent.url, sent.headers]).toEqual([new URL(url, ROOT).href, headers]);
  });

  it('has no project while none is chosen', async () => {
    state = { ...state, activeProjectId: null } as SessionState;
    expect((await send('GET', 'jobs/status')).url).toBe(`${ROOT}jobs/status`);
  });
});

describe('an answer', () => {
  const answer = (path: string, status: number, body: unknown) =>
    interceptors.response({ url: new URL(path, ROOT).href, status, body });

  it('that names a run has it followed, for the project of the request', () => {
    const run = { id: 'r1' };
    answer('connectors/sync?project_id=p2', 202, { job_run: run, joined: true });
    answer('connectors/sync', 202, { job_run: run });
    answer('connectors/sync', 200, { result: {}, job_run_id: 'r1' });
    expect(followed).toEqual([
      ['post /connectors/sync', run, 'p2', true],
      ['post /connectors/sync', run, 'p1', false],
    ]);
  });

  it.each([
    ['search', 401, { error: 'unauthorized' }, 1],
    ['auth/login', 200, {}, 1],
    ['auth/logout', 200, {}, 1],
    ['projects', 200, {}, 1],
    ['projects/p1/select', 200, {}, 1],
    ['projects/p1/sources/linear', 200, {}, 0],
    ['search', 403, { error: 'forbidden' }, 0],
    ['search', 200, 'text', 0],
  ])('from %s, %d %j: the session is looked at %d times', (path, status, body, times) => {
    answer(path, status, body);
    expect(refreshes).toBe(times);
  });
});
