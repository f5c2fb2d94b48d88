/** Tables that every server has whole: all rows of projects lead to them. They are written rarely. */
export const ON_EVERY_SERVER: readonly string[] = ['account_scopes', 'projects'];

/** Tables of projects' rows that stay on the coordinator: the queue and the schedule choose among all projects. */
export const ON_THE_COORDINATOR: readonly string[] = ['job_runs', 'scheduled_jobs'];

/** All other tables of projects are placed with this one: what is asked of a project is asked of one server. */
export const TOGETHER_WITH = 'rag_chunks';

/** Where a table's rows are: on the coordinator, whole on every server, or on the server of their project. */
export type Placement = 'coordinator' | 'every server' | 'by project';

/** A table of the server, as the database has it. */
export interface PlacedTable {
  name: string;
  /** Each row belongs to a project. */
  ofProject: boolean;
  placement: Placement;
}

/** Where a table's rows belong. */
export function placeOf({ name, ofProject }: Pick<PlacedTable, 'name' | 'ofProject'>): Placement {
  if (ON_EVERY_SERVER.includes(name)) return 'every server';
  return ofProject && !ON_THE_COORDINATOR.includes(name) ? 'by project' : 'coordinator';
}

/** Tables whose rows are not where they belong, in the order in which they can be placed. */
export function misplaced(tables: readonly PlacedTable[]): PlacedTable[] {
  const first = [...ON_EVERY_SERVER, TOGETHER_WITH];
  const turn = ({ name }: PlacedTable) => (first.includes(name) ? first.indexOf(name) : first.length);
  return tables
    .filter((table) => placeOf(table) !== 'coordinator' && placeOf(table) !== table.placement)
    .toSorted((a, b) => turn(a) - turn(b));
}
