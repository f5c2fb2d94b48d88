import type { Api } from './api.js';
import type { AnswerOf, Project as PublishedProject } from './published.js';

export type Project = Pick<PublishedProject, 'id' | 'name' | 'account_scope_id'>;

/** The most projects that are listed to choose from; a longer list is of no help. */
const MAX_PROJECTS = 5000;
const AT_ONCE = 200;

/**
 * All projects that the person reaches.
 * @throws ApiProblem
 */
export async function reachedProjects(api: Api, signal?: AbortSignal): Promise<Project[]> {
  const projects: Project[] = [];
  let cursor: string | null = null;
  do {
    const query: string = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const page: AnswerOf<'listProjects'> = await api.get<'listProjects'>(`projects?limit=${AT_ONCE}${query}`, signal);
    projects.push(...page.projects);
    cursor = page.next_cursor;
  } while (cursor !== null && projects.length < MAX_PROJECTS);
  return projects;
}
