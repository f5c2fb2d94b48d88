import type { LinearRun } from './run.js';
import { inScope } from './scope.js';
import { LINEAR_ISSUES } from './tables.js';

/**
 * Those of these issues that we have and that are the project's, be they put away. One that has left for another team
 * is no longer, and its row stays only since events refer to it.
 */
export async function projectsOwn({ context, scope }: Pick<LinearRun, 'context' | 'scope'>, ids: readonly string[]) {
  const teams = await context.known(LINEAR_ISSUES, 'team_id', ids);
  if (scope === null) return new Set(teams.keys());
  const projects = await context.known(LINEAR_ISSUES, 'linear_project_id', ids);
  const isOurs = (id: string) => inScope(scope, String(teams.get(id)), (projects.get(id) ?? null) as string | null);
  return new Set([...teams.keys()].filter(isOurs));
}
