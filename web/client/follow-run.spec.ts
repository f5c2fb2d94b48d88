import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { jobRun } from '../../test/builders/job-run.js';
import type { Api } from './api.js';
import { ApiProblem } from './api-problem.js';
import { followRun, type SeenRun } from './follow-run.js';
import type { Run } from './run.js';

const RUN: Run = jobRun({ id: 'r1', job_type: 'connectors_sync_cycle' });
const part = (id: string, parent: string) => ({ ...RUN, id, parent_run_id: parent });

/** A server whose run is, look by look, in these states; an error is thrown. */
function server(states: (Run['status'] | Error)[]) {
  const looks: string[] = [];
  const api = {
    get: async (path: string) => {
      looks.push(path);
      if (path.startsWith('jobs/runs?')) return { runs: [part('c2', 'r1'), part('x', 'other'), part('c1', 'r1')] };
      const state = states.shift();
      if (state instanceof Error) throw state;
      return { run: { ...RUN, status: state } };
    },
  } as unknown as Api;
  return { api, looks };
}

async function follow(states: (Run['status'] | Error)[], stop = new AbortController()) {
  const { api, looks } = server(states);
  const seen: SeenRun[] = [];
  const followed = followRun(api, RUN, 'p 1', (one) => seen.push(one), stop.signal);
  await jest.advanceTimersByTimeAsync(300_000);
  await followed;
  return { seen, looks };
}

describe('following a run', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('shows it at once and at each look, with its parts, until it has ended', async () => {
    const { seen, looks } = await follow(['queued', 'running', 'succeeded']);
    expect(seen.map(({ run }) => run.status)).toEqual(['queued', 'queued', 'running', 'succeeded']);
    expect(seen.at(-1)?.parts.map(({ id }) => id)).toEqual(['c1', 'c2']);
    expect(looks.slice(0, 2)).toEqual(['jobs/runs/r1?project_id=p%201', 'jobs/runs?limit=50&project_id=p%201']);
    expect(looks).toHaveLength(6);
  });

  it('goes on, after longer and longer pauses, while the server is away', async () => {
    const away = new ApiProblem(0, 'unreachable', 'The server does not answer.');
    const { seen } = await follow([away, away, away, 'succeeded']);
    expect(seen.map(({ trouble }) => trouble)).toEqual([
      null,
      ...Array<string>(3).fill('The server does not answer. Looking again in a moment.'),
      null,
    ]);
    // 1 + 2 + 4 + 8 seconds.
    expect(Math.round(seen.at(-1)?.waited ?? 0)).toBe(15);
  });

  it.each([401, 404])('ends with the reason when it may not be seen (%d)', async (status) => {
    const { seen } = await follow([new ApiProblem(status, 'x', 'No.'), 'succeeded']);
    expect(seen.map(({ trouble }) => trouble)).toEqual([null, 'No.']);
  });

  it('goes on when it is asked too much (429)', async () => {
    const { seen } = await follow([new ApiProblem(429, 'rate_limited', 'Slowly.'), 'succeeded']);
    expect(seen.at(-1)?.run.status).toBe('succeeded');
  });

  it('ends when nobody looks any more', async () => {
    const stop = new AbortController();
    stop.abort();
    expect((await follow(['running'], stop)).looks).toEqual([]);
  });
});
