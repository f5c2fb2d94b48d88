import type { Api } from './api.js';

export interface Project {
  id: string;
  name: string;
  account_scope_id: string;
}

/** The most projects that are listed to choose from; a longer list helps nobody. */
const MAX_PROJECTS = 5000;
const AT_ONCE = 200;

/** All projects that the person reaches. @throws ApiProblem */
export async function reachedProjects(api: Api, signal?: AbortSignal): Promise<Project[]> {
  const projects: Project[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: { projects: Project[]; next_cursor: string | null } = await api.get(
      `projects?limit=${AT_ONCE}${query}`,
      signal,
    );
    projects.push(...page.projects);
    cursor = page.next_cursor;
  } while (cursor !== null && projects.length < MAX_PROJECTS);
  return projects;
}
