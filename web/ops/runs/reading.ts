import type { Api } from '../../client/api.js';
import type { Project } from '../../client/projects.js';
import type { AnswerOf, JobRun } from '../../client/published.js';

/** One project of each account scope: routes about a whole scope are asked about it. */
export function onePerScope(projects: readonly Project[]): Project[] {
  const scopes = new Map(projects.map((project) => [project.account_scope_id, project]));
  return [...scopes.values()];
}

export interface RunsAsked {
  job: string;
  state: string;
}

/**
 * The newest runs of the projects named, and of all in their account scopes where `whole` says so.
 * @returns `more`: whether there are older ones
 * @throws ApiProblem
 */
export async function newestRuns(
  api: Api,
  projects: readonly string[],
  whole: boolean,
  { job, state }: RunsAsked,
  wanted: number,
  signal?: AbortSignal,
): Promise<{ runs: JobRun[]; more: boolean }> {
  const query = new URLSearchParams({
    ...(whole ? { all_projects: 'true' } : {}),
    ...(job === '' ? {} : { job_type: job }),
    ...(state === '' ? {} : { status: state }),
  });
  const parts = await Promise.all(projects.map((id) => newestOf(api, id, query, wanted, signal)));
  const runs = parts.flatMap((part) => part.runs).sort((a, b) => (a.created_at < b.created_at ? 1 : -1));
  return { runs: runs.slice(0, wanted), more: runs.length > wanted || parts.some(({ more }) => more) };
}

const AT_ONCE = 200;

async function newestOf(api: Api, projectId: string, query: URLSearchParams, wanted: number, signal?: AbortSignal) {
  const runs: JobRun[] = [];
  let cursor: string | null = null;
  do {
    const asked = new URLSearchParams(query);
    asked.set('project_id', projectId);
    asked.set('limit', String(Math.min(AT_ONCE, wanted - runs.length)));
    if (cursor !== null) asked.set('cursor', cursor);
    const page: AnswerOf<'listJobRuns'> = await api.get<'listJobRuns'>(`jobs/runs?${asked}`, signal);
    runs.push(...page.runs);
    cursor = page.next_cursor;
  } while (cursor !== null && runs.length < wanted);
  return { runs, more: cursor !== null };
}
