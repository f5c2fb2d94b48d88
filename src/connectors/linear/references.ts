import type { z } from 'zod';
import type { ConnectorRow, TableSpec } from '../core/contract.js';
import { SyncError } from '../core/sync-error.js';
import type { Read } from '../kit/read-rows.js';
import { FRONT } from '../kit/walk-cursor.js';
import { type LinearFilter, type LinearPage } from './linear-api.js';
import { walkNodes } from './node-walk.js';
import { readRows } from './parse.js';
import * as payloads from './payloads.js';
import { REFERENCE_NAMES, type ReferenceName } from './queries.js';
import type { LinearRun } from './run.js';
import * as tables from './tables.js';

/** One of the workspace's small lists: how its nodes are read, and which of them are the project's. */
interface Reference<T> {
  readonly ref: string;
  readonly table: TableSpec;
  readonly schema: z.ZodType<T>;
  row(run: LinearRun, workspaceId: string, read: Read<T>): ConnectorRow;
  /** The team it belongs to; undefined: everybody's. */
  teamOf?(fields: T): string | null;
  /** Columns that issues repeat: when one changes, they are looked at again. */
  readonly repeated?: readonly string[];
}

const define = <T>(reference: Reference<T>): Reference<unknown> => reference;

const REFERENCES: Readonly<Record<ReferenceName, Reference<unknown>>> = {
  teams: define({
    ref: 'team',
    table: tables.LINEAR_TEAMS,
    schema: payloads.teamSchema,
    row: ({ mapper }, workspace, read) => mapper.team(workspace, read),
    teamOf: ({ id }) => id,
    repeated: ['key'],
  }),
  users: define({
    ref: 'user',
    table: tables.LINEAR_USERS,
    schema: payloads.userSchema,
    row: ({ mapper }, workspace, read) => mapper.user(workspace, read),
  }),
  labels: define({
    ref: 'label',
    table: tables.LINEAR_LABELS,
    schema: payloads.labelSchema,
    row: ({ mapper }, workspace, read) => mapper.label(workspace, read),
    teamOf: ({ team }) => team,
    repeated: ['name'],
  }),
  states: define({
    ref: 'state',
    table: tables.LINEAR_STATES,
    schema: payloads.stateSchema,
    row: ({ mapper }, workspace, read) => mapper.state(workspace, read),
    teamOf: ({ team }) => team.id,
    repeated: ['name', 'type'],
  }),
  cycles: define({
    ref: 'cycle',
    table: tables.LINEAR_CYCLES,
    schema: payloads.cycleSchema,
    row: ({ mapper, context }, workspace, read) => mapper.cycle(workspace, read, context.now),
    teamOf: ({ team }) => team.id,
  }),
  projects: define({
    ref: 'project',
    table: tables.LINEAR_PROJECTS,
    schema: payloads.projectSchema,
    row: ({ mapper }, workspace, read) => mapper.project(workspace, read),
  }),
};

const OWN_LISTS: Readonly<Record<string, string>> = {
  [tables.LINEAR_ISSUES.table]: 'issue',
  [tables.LINEAR_COMMENTS.table]: 'comment',
  [tables.LINEAR_RELATIONS.table]: 'relation',
};

/** What refs of a table's records begin with. */
export function refNameOf(table: string): string {
  const reference = Object.values(REFERENCES).find((each) => each.table.table === table);
  return reference?.ref ?? OWN_LISTS[table] ?? table;
}

/** The list that a ref such as `cycle:ID` or `list:cycles` belongs to, or null. */
export function referenceOf(ref: string): ReferenceName | null {
  const [kind, rest] = ref.split(':');
  return REFERENCE_NAMES.find((name) => (kind === 'list' ? rest === name : kind === REFERENCES[name].ref)) ?? null;
}

/** What one reading of the small lists brought, before it is written. */
export interface ReadReferences {
  /** Filter of the issues that repeat something that was renamed; null: nothing was. */
  readonly renamed: LinearFilter | null;
  /**
   * @param all also lists in which something was renamed
   * @returns the lists that it took in
   */
  collect(all?: boolean): ReferenceName[];
}

/**
 * Reads the small lists, each since its own time, or all of it (null), which also tells what was removed.
 * Ordered by creation, since rows of a list ordered by change move while it is read.
 */
export async function readReferences(
  run: LinearRun,
  sinceOf: (name: ReferenceName) => string | null,
): Promise<ReadReferences> {
  const { streams } = run.context;
  const asked = REFERENCE_NAMES.map((name) => ({ name, since: sinceOf(name) }));
  const filters = Object.fromEntries(asked.map(({ name, since }) => [name, filterOf(name, since)])) as Filters;
  const first = await firstPages(run, filters);
  const lists: ReadList[] = [];
  for (const { name, since } of asked) {
    const rows = await streams.attempt(name, () => allOf(run, name, filters[name], first?.[name] ?? null, true));
    if (rows !== null) lists.push({ name, rows, whole: since === null });
  }
  return taken(run, lists);
}

type Filters = Record<ReferenceName, LinearFilter>;

/** The first pages of all lists in one answer; null where one of them is closed to us, and each is asked for alone. */
async function firstPages(run: LinearRun, filters: Filters): Promise<Record<ReferenceName, LinearPage> | null> {
  const { streams } = run.context;
  if (REFERENCE_NAMES.some((name) => streams.wasFailing(name) || streams.hasFailed(name))) return null;
  try {
    return await run.api.references(filters);
  } catch (error) {
    if (!(error instanceof SyncError) || error.isOfTheSource) throw error;
    // After the issues another failure is an outage, which has all of them.
    if (streams.hasFailed('issues') && !error.options.forbidden)
      for (const name of REFERENCE_NAMES) await streams.attempt(name, () => Promise.reject(error));
    return null;
  }
}

/** Reads one list in full again, as it is now. */
export async function rereadReference(run: LinearRun, name: ReferenceName): Promise<ReadReferences> {
  return taken(run, [{ name, rows: await allOf(run, name, {}, null, false), whole: true }]);
}

interface ReadList {
  readonly name: ReferenceName;
  readonly rows: readonly unknown[];
  /** Whether what is not among them is gone. */
  readonly whole: boolean;
}

async function taken(run: LinearRun, lists: readonly ReadList[]): Promise<ReadReferences> {
  const teams = await scopeTeams(run, lists.find(({ name }) => name === 'projects')?.rows ?? []);
  const collects: { name: ReferenceName; renamed: boolean; collect: () => void }[] = [];
  const renamed: LinearFilter[] = [];
  for (const { name, rows, whole } of lists) {
    const reference = REFERENCES[name];
    const { records, failures } = readRows(reference.schema, rows, (id) =>
      id === null ? `list:${name}` : `${reference.ref}:${id}`,
    );
    const ours = records.filter((record) => isOurs(run, name, record, teams));
    const mapped = ours.map((record) => reference.row(run, run.api.workspaceId, record));
    const ids = await renamedIds(run, reference, mapped);
    if (ids.length > 0) renamed.push({ [reference.ref === 'label' ? 'labels' : reference.ref]: { id: { in: ids } } });
    const collect = () => {
      run.builder.countFetched(rows.length);
      run.builder.addFailures(failures);
      if (whole && failures.length === 0)
        run.builder.beginComplete(reference.table, 'workspace_id', run.api.workspaceId);
      for (const row of mapped) {
        run.builder.add(reference.table, row);
        run.builder.addRead(`${reference.ref}:${String(row.values['id'])}`);
      }
    };
    collects.push({ name, renamed: ids.length > 0, collect });
  }
  return {
    renamed: renamed.length > 0 ? { or: renamed } : null,
    collect(all = true) {
      const some = collects.filter(({ renamed: held }) => all || !held);
      for (const { collect } of some) collect();
      return some.map(({ name }) => name);
    },
  };
}

/** Cycles also when they begin, which changes nothing of them: those that began before were read when they did. */
function filterOf(name: ReferenceName, since: string | null): LinearFilter {
  if (since === null) return {};
  const changed = { updatedAt: { gte: since } };
  return name === 'cycles' ? { or: [changed, { startsAt: { gte: since } }] } : changed;
}

/** @param shared whether an answer may be a minute old */
async function allOf(
  run: LinearRun,
  name: ReferenceName,
  filter: LinearFilter,
  first: LinearPage | null,
  shared: boolean,
): Promise<unknown[]> {
  const rows: unknown[] = first ? [...first.rows] : [];
  if (first && first.next === null) return rows;
  const start = { ...FRONT, after: first?.next ?? null };
  for await (const page of walkNodes(({ after }) => run.api.referencePage(name, filter, after, shared), start, null))
    rows.push(...page.rows);
  return [...new Map(rows.map((row, index) => [(row as { id?: unknown } | null)?.id ?? index, row])).values()];
}

/**
 * The teams of the scope: those it names, and those that work on the projects it names, as just read or as we have
 * them. Null: all.
 */
async function scopeTeams(
  { scope, context }: LinearRun,
  projects: readonly unknown[],
): Promise<ReadonlySet<string> | null> {
  if (scope === null) return null;
  const { records } = readRows(payloads.projectSchema, projects, String);
  const read = records.map(({ fields: { id, teams } }) => [id, teams.nodes.map((team) => team.id)] as const);
  const teamsOf = new Map<string, unknown>([
    ...(await context.known(tables.LINEAR_PROJECTS, 'team_ids', [...scope.projects])),
    ...read.filter(([id]) => scope.projects.has(id)),
  ]);
  return new Set([...scope.teams, ...([...teamsOf.values()].flat() as string[])]);
}

function isOurs(
  run: LinearRun,
  name: ReferenceName,
  { fields }: Read<unknown>,
  teams: ReadonlySet<string> | null,
): boolean {
  if (teams === null) return true;
  if (name === 'projects') {
    const { id, teams: its } = fields as payloads.LinearProject;
    return run.scope?.projects.has(id) === true || its.nodes.some((team) => run.scope?.teams.has(team.id));
  }
  const team = REFERENCES[name].teamOf?.(fields) ?? null;
  return team === null || teams.has(team);
}

async function renamedIds(
  { context }: LinearRun,
  { table, repeated = [] }: Reference<unknown>,
  rows: readonly ConnectorRow[],
): Promise<string[]> {
  const ids = new Set<string>();
  for (const column of repeated) {
    const known = await context.known(
      table,
      column,
      rows.map(({ values }) => String(values['id'])),
    );
    for (const { values } of rows) {
      const id = String(values['id']);
      if (known.has(id) && known.get(id) !== values[column]) ids.add(id);
    }
  }
  // Issues of a team that was put away, or taken back, are so too, with nothing of theirs changed.
  if (table === tables.LINEAR_TEAMS) {
    const all = rows.map(({ values }) => String(values['id']));
    const deleted = await context.known(table, 'deleted_at', all);
    for (const { values, deleted: gone = false } of rows) {
      const id = String(values['id']);
      if (deleted.has(id) && ((deleted.get(id) ?? null) !== null) !== gone) ids.add(id);
    }
  }
  return [...ids];
}
