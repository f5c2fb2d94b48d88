import { describe, expect, it } from '@jest/globals';
import { jobRun } from '../../../test/builders/job-run.js';
import type { Api } from '../../client/api.js';
import type { JobRun } from '../../client/published.js';
import { newestRuns, onePerScope } from './reading.js';

const runOf = (project: string, second: number) =>
  jobRun({
    id: `${project}${second}`,
    project_id: project,
    created_at: new Date(Date.UTC(2026, 1, 3, 10, 0, second)).toISOString(),
  });

/** A server with these runs of each project, the newest first, that answers `most` at once. */
function server(runs: Record<string, JobRun[]>, most: number) {
  const asked: URLSearchParams[] = [];
  const get = (path: string) => {
    const query = new URLSearchParams(path.split('?')[1]);
    asked.push(query);
    const from = Number(query.get('cursor') ?? 0);
    const all = runs[query.get('project_id') ?? ''] ?? [];
    const end = from + Math.min(most, Number(query.get('limit')));
    return Promise.resolve({ runs: all.slice(from, end), next_cursor: end < all.length ? String(end) : null });
  };
  return { api: { get } as unknown as Api, asked };
}

describe('the newest runs', () => {
  const runs = { a: [9, 6, 3].map((n) => runOf('a', n)), b: [8, 7, 1].map((n) => runOf('b', n)) };
  const anything = { job: '', state: '' };

  it('of several account scopes are the newest of all, in their order', async () => {
    const { api, asked } = server(runs, 200);
    const found = await newestRuns(api, ['a', 'b'], true, anything, 4);
    expect([found.runs.map(({ id }) => id), found.more]).toEqual([['a9', 'b8', 'b7', 'a6'], true]);
    expect(asked.map((query) => query.get('all_projects'))).toEqual(['true', 'true']);
  });

  it('are read page by page until there are enough, and no further', async () => {
    const { api, asked } = server(runs, 2);
    const found = await newestRuns(api, ['a'], false, { job: 'linear_sync', state: 'failed' }, 10);
    expect([found.runs.map(({ id }) => id), found.more]).toEqual([['a9', 'a6', 'a3'], false]);
    expect(asked.map((query) => query.get('cursor'))).toEqual([null, '2']);
    expect(asked[0]?.toString()).toBe('job_type=linear_sync&status=failed&project_id=a&limit=10');
    expect((await newestRuns(api, ['a'], false, anything, 2)).more).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('of whole scopes are asked for by one project of each', () =>
    expect(
      onePerScope([
        { id: '1', name: 'A', account_scope_id: 's' },
        { id: '2', name: 'B', account_scope_id: 't' },
        { id: '3', name: 'C', account_scope_id: 's' },
      ]).map((one) => one.account_scope_id),
    ).toEqual(['s', 't']));
});
