import { describe, expect, it } from '@jest/globals';
import type { Api } from './api.js';
import { ApiProblem } from './api-problem.js';
import { Session, type SessionPage } from './session.js';

const ANN = { authenticated: true, username: 'ann', role: 'operator', memberships: [], active_project_id: 'p1' };
const ACME = { id: 'p1', name: 'Acme', account_scope_id: 'ours' };
const BOLT = { id: 'p2', name: 'Bolt', account_scope_id: 'theirs' };
const NOBODY = { authenticated: false, username: null, role: null, memberships: [], active_project_id: null };

/** A session whose server answers GET /auth/me with these, in order, and has two pages of projects. */
function session(
  mes: (object | Error | Promise<object>)[],
  send: (path: string) => Promise<object> = async () => ({}),
  page: SessionPage = {},
) {
  const api = {
    get: async (path: string) => {
      if (path.startsWith('projects')) {
        return path.includes('cursor=a%3D')
          ? { projects: [BOLT], next_cursor: null }
          : { projects: [ACME], next_cursor: 'a=' };
      }
      const next = mes.shift();
      if (next instanceof Error) throw next;
      return next;
    },
    send: (_method: string, path: string) => send(path),
  } as unknown as Api;
  return new Session(api, page);
}

describe('the session of a page', () => {
  it('knows who is signed in, and all their projects', async () => {
    const one = session([ANN]);
    await one.refresh();
    expect(one.state.get()).toEqual({
      phase: 'signed_in',
      username: 'ann',
      role: 'operator',
      memberships: ANN.memberships,
      projects: [ACME, BOLT],
      activeProjectId: 'p1',
    });
  });

  it.each([
    ['password_change_required', 'password'],
    ['second_factor_setup_required', 'second_factor'],
  ])('asks for nothing else while %s', async (lack, lacks) => {
    const one = session([{ ...ANN, [lack]: true }]);
    await one.refresh();
    expect(one.state.get()).toEqual({ phase: 'unready', username: 'ann', lacks });
  });

  it('says why somebody is signed out who was not, and goes on saying it', async () => {
    const one = session([NOBODY, ANN, NOBODY, NOBODY]);
    const phases = [];
    for (let i = 0; i < 4; i++) {
      await one.refresh();
      const state = one.state.get();
      phases.push(state.phase === 'signed_out' ? state.ended : state.phase);
    }
    expect(phases).toEqual([false, 'signed_in', true, true]);
  });

  it('asks for nothing to be explained after a log-out', async () => {
    const one = session([ANN]);
    await one.refresh();
    await one.logOut();
    expect(one.state.get()).toEqual({ phase: 'signed_out', ended: false });
  });

  it('is out of reach, and back again', async () => {
    const one = session([new ApiProblem(0, 'unreachable', 'Away.'), ANN]);
    await one.refresh();
    expect(one.state.get()).toEqual({ phase: 'unreachable', problem: expect.objectContaining({ message: 'Away.' }) });
    await one.refresh();
    expect(one.state.get().phase).toBe('signed_in');
  });

  it('has the project that is chosen at once, and tells the server of the last choice only', async () => {
    const sent: string[] = [];
    let arrive: () => void = () => {};
    const one = session([ANN, { ...ANN, active_project_id: 'p3' }], async (path) => {
      sent.push(path);
      if (sent.length === 1) await new Promise<void>((resolve) => (arrive = resolve));
      return {};
    });
    await one.refresh();
    const active = () => {
      const state = one.state.get();
      return state.phase === 'signed_in' && state.activeProjectId;
    };
    const choices = [one.choose('p2')];
    await Promise.resolve();
    await Promise.resolve();
    choices.push(one.choose('p4'), one.choose('p3'));
    // Asked while the choice is on its way, the server must not bring the old one back.
    const looked = one.refresh();
    expect([active(), sent]).toEqual(['p3', ['projects/p2/select']]);
    arrive();
    await Promise.all([...choices, looked]);
    expect([active(), sent]).toEqual(['p3', ['projects/p2/select', 'projects/p3/select']]);
  });

  it('has the role that the user has where the chosen project belongs', async () => {
    const memberships = [
      { account_scope_id: 'ours', role: 'admin' },
      { account_scope_id: 'theirs', role: 'viewer' },
    ];
    const one = session([{ ...ANN, role: 'admin', memberships }]);
    await one.refresh();
    await one.choose('p2');
    expect(one.state.get()).toMatchObject({ activeProjectId: 'p2', role: 'viewer' });
    await one.choose('p1');
    expect(one.state.get()).toMatchObject({ activeProjectId: 'p1', role: 'admin' });
  });

  it.each([
    ['stays with its own project', { keepsOwn: true }, { activeProjectId: 'p1', role: 'admin' }],
    ['follows', {}, { activeProjectId: 'p2', role: 'viewer' }],
  ])('%s where another tab has chosen another one: %j', async (_what, page, shown) => {
    const memberships = [
      { account_scope_id: 'ours', role: 'admin' },
      { account_scope_id: 'theirs', role: 'viewer' },
    ];
    const mine = { ...ANN, role: 'admin', memberships };
    const one = session([mine, { ...mine, role: 'viewer', active_project_id: 'p2' }], undefined, page);
    await one.refresh();
    await one.refresh();
    expect(one.state.get()).toMatchObject(shown);
  });

  it('has the old project again when the new one is refused', async () => {
    const one = session([ANN, ANN], async () => {
      throw new ApiProblem(404, 'project_not_found', 'No such project.');
    });
    await one.refresh();
    await expect(one.choose('p2')).rejects.toMatchObject({ code: 'project_not_found' });
    expect(one.state.get()).toMatchObject({ activeProjectId: 'p1' });
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
