import type { StreamSpec, TableSpec } from '../core/contract.js';
import { listOf } from '../core/page-sizes.js';
import { meetingRow, noteRow, taskRow } from './activity-mapper.js';
import type { ObjectSlug } from './attio-api.js';
import { type ListWalk, walkCursor, walkOffsets } from './list-walk.js';
import { type Read, rawId, readObject } from './parse.js';
import { type AttioRecord, meetingSchema, noteSchema, recordSchema, taskSchema } from './payloads.js';
import { type Columns, companyRow, dealRow, personRow } from './record-mapper.js';
import type { Run } from './run.js';
import { type ActivityKind, ATTIO_ACCOUNTS, ATTIO_ACTIVITIES, ATTIO_OPPORTUNITIES, ATTIO_PEOPLE } from './tables.js';

export type ResourceName = ObjectSlug | 'notes' | 'tasks' | 'meetings';

/** A kind of record: how it is listed, read, mapped, and told to be the project's. */
export interface Resource {
  readonly name: ResourceName;
  /** What its refs begin with: `deals:ID`, `note:ID`. */
  readonly refName: string;
  readonly table: TableSpec;
  /** Of the table's rows, the resource's own. */
  readonly rows: Readonly<Record<string, string>>;
  /** The key of the id object that is the record's own. */
  readonly idPart: string;
  /** Whether a workspace may lack it: not switched on, or not in its plan. */
  readonly optional: boolean;
  list(run: Run, start: number): ListWalk;
  /** The rows of one page, for a failure that has only its place. */
  page(run: Run, offset: number): Promise<readonly unknown[]>;
  get(run: Run, id: string): Promise<unknown>;
  /** The row's columns but for the hash, or in words why the object can't be read. */
  map(run: Run, raw: unknown): Columns | string;
  inScope(run: Run, row: Columns): boolean;
  keep(run: Run, row: Columns): void;
  drop(run: Run, id: string): void;
}

type Mapped = (run: Run, read: Read<AttioRecord>) => Columns;
const nothing = (): void => undefined;

function records(
  name: ObjectSlug,
  table: TableSpec,
  toRow: Mapped,
  rest: Pick<Resource, 'inScope' | 'keep' | 'drop' | 'optional'>,
): Resource {
  const idPart = 'record_id';
  return {
    name,
    refName: name,
    table,
    rows: {},
    idPart,
    list: (run, start) =>
      walkOffsets(
        {
          key: listOf(run.context.source, name),
          name,
          read: (offset, fresh) => run.api.records(name, offset, fresh),
          idOf: (raw) => rawId(raw, idPart),
        },
        start,
      ),
    page: async (run, offset) => (await run.api.records(name, offset, true)).rows,
    get: (run, id) => run.api.record(name, id),
    map(run, raw) {
      const read = readObject(recordSchema, raw);
      return typeof read === 'string' ? read : toRow(run, read);
    },
    ...rest,
  };
}

/** Deals come first: what hangs on them is known when the others are read. */
const deals = records('deals', ATTIO_OPPORTUNITIES, (run, read) => dealRow(read, run.workspace, run.attributes), {
  // An administrator has to switch deals on; until then the object isn't there.
  optional: true,
  inScope: (run, row) => run.scope.deal(row),
  keep: (run, row) => run.scope.keepDeal(row),
  drop: (run, id) => run.scope.dropDeal(id),
});
const companies = records('companies', ATTIO_ACCOUNTS, (_run, read) => companyRow(read), {
  optional: false,
  inScope: (run, row) => run.scope.company(String(row['record_id'])),
  keep: nothing,
  drop: nothing,
});
const people = records('people', ATTIO_PEOPLE, (_run, read) => personRow(read), {
  optional: false,
  inScope: (run, row) => run.scope.person(row),
  keep: (run, row) => run.scope.keepPerson(row),
  drop: (run, id) => run.scope.dropPerson(id),
});

function activities(
  kind: ActivityKind,
  map: Resource['map'],
  rest: Pick<Resource, 'list' | 'page' | 'optional'>,
): Resource {
  const name = `${kind}s` as const;
  return {
    name,
    refName: kind,
    table: ATTIO_ACTIVITIES,
    rows: { kind },
    idPart: `${kind}_id`,
    get: (run, id) => run.api.activity(name, id),
    map,
    inScope: (run, row) => run.scope.activity(row),
    keep: nothing,
    drop: nothing,
    ...rest,
  };
}

const notes = activities(
  'note',
  (run, raw) => {
    const read = readObject(noteSchema, raw);
    return typeof read === 'string' ? read : noteRow(read, run.workspace);
  },
  { optional: false, ...offsets('notes', 'note_id') },
);
const tasks = activities(
  'task',
  (run, raw) => {
    const read = readObject(taskSchema, raw);
    return typeof read === 'string' ? read : taskRow(read, run.workspace);
  },
  { optional: false, ...offsets('tasks', 'task_id') },
);
const meetings = activities(
  'meeting',
  (run, raw) => {
    const read = readObject(meetingSchema, raw);
    return typeof read === 'string' ? read : meetingRow(read, run.workspace);
  },
  {
    optional: true,
    list: (run) => walkCursor('meetings', (cursor) => run.api.meetings(cursor)),
    page: async (run) => (await run.api.meetings(null)).rows,
  },
);

function offsets(name: 'notes' | 'tasks', idPart: string): Pick<Resource, 'list' | 'page'> {
  return {
    list: (run, start) =>
      walkOffsets(
        {
          key: listOf(run.context.source, name),
          name,
          read: (offset, fresh) => run.api[name](offset, fresh),
          idOf: (raw) => rawId(raw, idPart),
        },
        start,
      ),
    page: async (run, offset) => (await run.api[name](offset, true)).rows,
  };
}

/** Each list by itself, as the engine remembers it. */
export const streamsOf = (resources: readonly Resource[]): readonly StreamSpec[] =>
  resources.map(({ name, table, rows }) => ({ name, tables: [table], rows }));

/** In an order in which each knows what it may hang on. */
export const RESOURCES: readonly Resource[] = [deals, companies, people, notes, tasks, meetings];

export const resourceNamed = (name: string): Resource | undefined =>
  RESOURCES.find((resource) => resource.name === name || resource.refName === name);
