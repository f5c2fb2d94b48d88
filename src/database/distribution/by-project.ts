import type { Sql } from '../sql.js';

/**
 * SQL behind a table's other conditions: its rows are of the projects that are asked about. `column` is the table's
 * project, and `ids` the parameter with their ids. On one server it is empty: the statement says it already.
 */
export type Held = (column: string, ids: string) => string;

const told: Held = (column, ids) => `AND ${column} = ANY (${ids}::uuid[])`;
const untold: Held = () => '';

/**
 * Asks about many projects at once; where their rows are on several servers, about one after the other in the order of
 * their ids, so that two who lock rows never wait for each other. It is for statements that Citus makes about a single
 * project only, and when every table with projects' rows is held to that one.
 */
export async function byProject<T>(
  sql: Pick<Sql, 'distributed'>,
  projectIds: readonly string[],
  ask: (projectIds: readonly string[], held: Held) => Promise<readonly T[]>,
): Promise<T[]> {
  if (!(await sql.distributed())) return [...(await ask(projectIds, untold))];
  const answers: T[] = [];
  for (const id of new Set(projectIds.toSorted())) answers.push(...(await ask([id], told)));
  return answers;
}

/** The same of items that belong to projects: `ask` answers each of them, and so does this, in their order. */
export async function itemsByProject<I extends { project_id: string }, T>(
  sql: Pick<Sql, 'distributed'>,
  items: readonly I[],
  ask: (items: readonly I[], held: Held) => Promise<readonly T[]>,
): Promise<T[]> {
  const answers = items.map((): T | undefined => undefined);
  const places = Map.groupBy(items.keys(), (place) => (items[place] as I).project_id);
  await byProject(
    sql,
    items.map((item) => item.project_id),
    async (projectIds, held) => {
      // All of them at once, on one server.
      const asked = projectIds.length === 1 ? (places.get(projectIds[0] as string) ?? []) : [...items.keys()];
      const found = await ask(
        asked.map((place) => items[place] as I),
        held,
      );
      for (const [i, place] of asked.entries()) answers[place] = found[i] as T;
      return [];
    },
  );
  return answers as T[];
}
