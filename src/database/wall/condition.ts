/** The settings of a transaction that say which projects it reaches. */
export const PROJECTS = 'kag.projects';
export const SCOPES = 'kag.scopes';

/** A column that says whose a row is. */
export interface OwnerColumn {
  name: string;
  required: boolean;
}

/** Tables that say which project or account scope something is about, and hold what is a person's. */
const OF_PEOPLE = new Set(['api_tokens', 'user_scopes']);

/** In a sub-select, so that a statement evaluates it once. A setting that was given back reads as ''. */
const listed = (setting: string) => `ANY ((SELECT nullif(current_setting('${setting}', true), '')::uuid[])::uuid[])`;

/** Whether the project that a column names is within the reach of the transaction. */
export const reachesProject = (column: string) =>
  `${column} = ${listed(PROJECTS)} OR ${column} IN (SELECT id FROM projects WHERE account_scope_id = ${listed(SCOPES)})`;

/** Which rows of a table the wall lets through, by what the table has; null: all, it holds no project's rows. */
export function conditionOf(table: string, columns: readonly OwnerColumn[]): string | null {
  if (table === 'projects') return `id = ${listed(PROJECTS)} OR account_scope_id = ${listed(SCOPES)}`;
  if (OF_PEOPLE.has(table)) return null;
  const project = columns.find(({ name }) => name === 'project_id');
  if (project?.required) return reachesProject(project.name);
  // What happened above all projects is not a project's.
  if (project) return `project_id IS NULL OR ${reachesProject(project.name)}`;
  // Of the projects the wall itself shows those within reach only.
  if (columns.some(({ name }) => name === 'account_scope_id'))
    return 'account_scope_id IN (SELECT p.account_scope_id FROM projects p)';
  return null;
}
