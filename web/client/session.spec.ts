import { describe, expect, it } from '@jest/globals';
import type { Api } from './api.js';
import { ApiProblem } from './api-problem.js';
import { Session } from './session.js';

const ANN = { authenticated: true, username: 'ann', role: 'operator', active_project_id: 'p1' };
const NOBODY = { authenticated: false, username: null, role: null, active_project_id: null };

/** A session whose server answers GET /auth/me with these, in order, and has two pages of projects. */
function session(mes: (object | Error | Promise<object>)[]) {
  const api = {
    get: async (path: string) => {
      if (path.startsWith('projects')) {
        return path.includes('cursor=a%3D')
          ? { projects: [{ id: 'p2', name: 'Bolt' }], next_cursor: null }
          : { projects: [{ id: 'p1', name: 'Acme' }], next_cursor: 'a=' };
      }
      const next = mes.shift();
      if (next instanceof Error) throw next;
      return next;
    },
    send: async () => ({}),
  } as unknown as Api;
  return new Session(api);
}

describe('the session of a page', () => {
  it('knows who is signed in, and all their projects', async () => {
    const one = session([ANN]);
    await one.refresh();
    expect(one.state.get()).toEqual({
      phase: 'signed_in',
      username: 'ann',
      role: 'operator',
      projects: [
        { id: 'p1', name: 'Acme' },
        { id: 'p2', name: 'Bolt' },
      ],
      activeProjectId: 'p1',
    });
  });

  it('says why somebody is signed out who was not, and goes on saying it', async () => {
    const one = session([NOBODY, ANN, NOBODY, NOBODY]);
    const notices = [];
    for (let i = 0; i < 4; i++) {
      await one.refresh();
      const state = one.state.get();
      notices.push(state.phase === 'signed_out' ? state.notice : state.phase);
    }
    const ended = expect.stringMatching(/session has ended/);
    expect(notices).toEqual([null, 'signed_in', ended, ended]);
  });

  it('asks for nothing to be explained after a log-out', async () => {
    const one = session([ANN]);
    await one.refresh();
    await one.logOut();
    expect(one.state.get()).toEqual({ phase: 'signed_out', notice: null });
  });

  it('is out of reach, and back again', async () => {
    const one = session([new ApiProblem(0, 'unreachable', 'Away.'), ANN]);
    await one.refresh();
    expect(one.state.get()).toEqual({ phase: 'unreachable', message: 'Away.' });
    await one.refresh();
    expect(one.state.get().phase).toBe('signed_in');
  });

  it('believes the answer to the last question, not the last answer', async () => {
    let late: (me: object) => void = () => {};
    const one = session([new Promise<object>((resolve) => (late = resolve)), NOBODY]);
    const first = one.refresh();
    await one.refresh();
    late(ANN);
    await first;
    expect(one.state.get().phase).toBe('signed_out');
  });
});
