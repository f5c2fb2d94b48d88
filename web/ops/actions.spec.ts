import { describe, expect, it } from '@jest/globals';
import type { Api } from '../client/api.js';
import { ApiProblem } from '../client/api-problem.js';
import type { RunBoard } from '../client/run-board.js';
import type { Role } from '../client/session.js';
import { Actions } from './actions.js';
import { TEXTS } from './texts/index.js';

const ROUTES = {
  paths: {
    '/connectors/sync': { post: { 'x-kag-access': 'operator', 'x-kag-trigger': 'connectors_sync_cycle' } },
    '/jobs/runs': { get: { 'x-kag-access': 'viewer' } },
    '/projects/{id}/sources/{connector}': { put: { 'x-kag-access': 'admin' } },
    '/jobs/scheduler/tick': { post: { 'x-kag-access': 'operator' } },
  },
};

/** Actions of somebody in this role, with a server that answers so, and all that comes of it. */
function actions(role: Role, answer: object | Error) {
  const seen = { sent: [] as unknown[], followed: [] as unknown[], said: [] as string[], changes: 0 };
  const api = {
    call: async (method: string, path: string, sending: object) => {
      seen.sent.push([method, path, sending]);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  } as unknown as Api;
  const board = {
    follow: async (...given: unknown[]) => void seen.followed.push(given),
    clear: () => {},
  } as unknown as RunBoard;
  const made = new Actions(api, board, {
    texts: () => TEXTS.en,
    announce: (text) => seen.said.push(text),
    project: () => ({ id: 'p 1', name: 'Acme' }),
    role: () => role,
    started: () => {},
    changed: () => seen.changes++,
  });
  made.know(ROUTES);
  return { made, seen };
}

describe('what buttons send', () => {
  it('is about the project, and its run is followed', async () => {
    const run = { id: 'r' };
    const { made, seen } = actions('operator', { job_run: run, joined: true });
    await made.send('sync', { method: 'POST', path: '/connectors/sync', body: null });
    expect(seen.sent).toEqual([['POST', 'connectors/sync?project_id=p%201', { headers: { prefer: 'respond-async' } }]]);
    expect(seen.followed).toEqual([['sync', run, 'p 1', true]]);
    expect(made.outcomes.get().get('sync')).toEqual({ phase: 'started' });
    expect(seen.changes).toBe(1);
  });

  it.each([
    ['/jobs/runs?status=failed', 'jobs/runs?status=failed&project_id=p%201'],
    ['/jobs/runs?project_id=q', 'jobs/runs?project_id=q'],
  ])('shows the answer of what only reads: %s', async (path, sent) => {
    const { made, seen } = actions('viewer', { runs: [] });
    await made.send('look', { method: 'GET', path, body: null });
    expect(seen.sent).toEqual([['GET', sent, {}]]);
    expect(made.outcomes.get().get('look')).toMatchObject({ phase: 'answered', answer: '{\n  "runs": []\n}' });
    expect(seen.changes).toBe(0);
  });

  it('leaves a path alone that names its project itself', async () => {
    const { made, seen } = actions('admin', { ok: true });
    const body = { external_id: '1' };
    await made.send('put', { method: 'PUT', path: '/projects/q/sources/linear', body });
    expect(seen.sent).toEqual([['PUT', 'projects/q/sources/linear', { body, headers: { prefer: 'respond-async' } }]]);
    expect(seen.said).toEqual(['PUT /projects/q/sources/linear: Done.']);
  });

  it('is told when it fails, and looked after even so', async () => {
    const { made, seen } = actions('operator', new ApiProblem(409, 'conflict', 'It is taken.'));
    await made.send('tick', { method: 'POST', path: '/jobs/scheduler/tick', body: null });
    expect(made.outcomes.get().get('tick')).toEqual({ phase: 'failed', why: 'It is taken.' });
    expect(seen).toMatchObject({ said: ['POST /jobs/scheduler/tick: It is taken.'], changes: 1 });
    made.clear();
    expect(made.outcomes.get().size).toBe(0);
  });

  it.each([
    ['viewer', 'GET', '/jobs/runs?limit=1', null],
    ['viewer', 'POST', '/connectors/sync', 'operator'],
    ['operator', 'POST', '/connectors/sync', null],
    ['operator', 'PUT', '/projects/p/sources/linear', 'admin'],
    // Of a route that is not known the least is assumed that changes something.
    ['viewer', 'POST', '/unheard/of', 'operator'],
  ] as const)('as %s: %s %s lacks %s', (role, method, path, lacking) => {
    expect(actions(role, {}).made.lacking({ method, path, body: null })).toBe(lacking);
  });
});
