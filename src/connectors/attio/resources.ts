import { SyncError } from '../core/sync-error.js';
import { listOf } from '../core/page-sizes.js';
import type { Columns, VendorList, ListWalk, WalkPlace } from '../kit/listed.js';
import { type Read, readObject } from '../kit/read-rows.js';
import { walkCursor } from '../kit/walk-cursor.js';
import { type OffsetPage, walkOffsets } from '../kit/walk-offsets.js';
import { meetingRow, noteRow, taskRow } from './activity-mapper.js';
import type { ObjectSlug } from './attio-api.js';
import { rawId } from './parse.js';
import { type AttioRecord, meetingSchema, noteSchema, recordSchema, taskSchema } from './payloads.js';
import { companyRow, dealRow, personRow } from './record-mapper.js';
import type { AttioRun } from './run.js';
import { type ActivityKind, ATTIO_ACCOUNTS, ATTIO_ACTIVITIES, ATTIO_OPPORTUNITIES, ATTIO_PEOPLE } from './tables.js';

type Resource = VendorList<AttioRun>;
type Walks = Pick<Resource, 'idOf' | 'list' | 'page'>;

/** Reads an object by its schema, and makes a row of it. */
const mapped =
  <T>(schema: Parameters<typeof readObject<T>>[0], toRow: (run: AttioRun, read: Read<T>) => Columns): Resource['map'] =>
  (run, raw) => {
    const read = readObject(schema, raw);
    return typeof read === 'string' ? read : toRow(run, read);
  };

/** A list that is read by offsets. */
function offsets(
  name: string,
  idPart: string,
  read: (run: AttioRun, offset: number, fresh: boolean) => Promise<OffsetPage>,
): Walks {
  const idOf = (raw: unknown) => rawId(raw, idPart);
  return {
    idOf: (_run, raw) => idOf(raw),
    list(run, start) {
      const key = listOf(run.context.source, name);
      const list = { key, name: `Attio's ${name}`, read: read.bind(null, run), idOf };
      return walkOffsets(list, typeof start?.['offset'] === 'number' ? start['offset'] : 0);
    },
    async page(run, at) {
      if (!/^\d{1,9}$/.test(at)) throw new SyncError('bad_payload', `Attio's ${name} have no page ${at}`);
      return (await read(run, Number(at), true)).rows;
    },
  };
}

/** The only list with a cursor, which no deletion can shift. */
async function* walkMeetings({ api }: AttioRun, _start: WalkPlace | null): ListWalk {
  const list = {
    name: "Attio's meetings",
    read: ({ after }: { after: string | null }) => api.meetings(after),
    idOf: (raw: unknown) => rawId(raw, 'meeting_id'),
  };
  for await (const { page } of walkCursor(list)) yield { ...page, at: '0', next: {} };
  return true;
}

const records = (
  name: ObjectSlug,
  rest: Pick<Resource, 'table' | 'map' | 'inScope' | 'keep' | 'drop' | 'optional'>,
): Resource => ({
  name,
  refName: name,
  compared: true,
  ...offsets(name, 'record_id', (run, offset, fresh) => run.api.records(name, offset, fresh)),
  get: (run, id) => run.api.record(name, id),
  ...rest,
});

/** Deals come first: what hangs on them is known when the others are read. */
const deals = records('deals', {
  table: ATTIO_OPPORTUNITIES,
  // An administrator has to switch deals on; until then the object isn't there.
  optional: true,
  map: mapped<AttioRecord>(recordSchema, (run, read) => dealRow(read, run.workspace, run.attributes)),
  inScope: (run, row) => run.scope.deal(row),
  keep: (run, row) => run.scope.keepDeal(row),
  drop: (run, id) => run.scope.dropDeal(id),
});
const companies = records('companies', {
  table: ATTIO_ACCOUNTS,
  map: mapped<AttioRecord>(recordSchema, (_run, read) => companyRow(read)),
  inScope: (run, row) => run.scope.company(String(row['record_id'])),
});
const people = records('people', {
  table: ATTIO_PEOPLE,
  map: mapped<AttioRecord>(recordSchema, (_run, read) => personRow(read)),
  inScope: (run, row) => run.scope.person(row),
  keep: (run, row) => run.scope.keepPerson(row),
  drop: (run, id) => run.scope.dropPerson(id),
});

const activities = (kind: ActivityKind, rest: Walks & Pick<Resource, 'map' | 'compared' | 'optional'>): Resource => ({
  name: `${kind}s`,
  refName: kind,
  table: ATTIO_ACTIVITIES,
  rows: { kind },
  get: (run, id) => run.api.activity(`${kind}s`, id),
  inScope: (run, row) => run.scope.activity(row),
  ...rest,
});

/** Tasks and meetings are small change, which the daily comparison leaves to the scans. */
const notes = activities('note', {
  compared: true,
  map: mapped(noteSchema, (run, read) => noteRow(read, run.workspace)),
  ...offsets('notes', 'note_id', (run, offset, fresh) => run.api.notes(offset, fresh)),
});
const tasks = activities('task', {
  compared: false,
  map: mapped(taskSchema, (run, read) => taskRow(read, run.workspace)),
  ...offsets('tasks', 'task_id', (run, offset, fresh) => run.api.tasks(offset, fresh)),
});
const meetings = activities('meeting', {
  compared: false,
  optional: true,
  map: mapped(meetingSchema, (run, read) => meetingRow(read, run.workspace)),
  idOf: (_run, raw) => rawId(raw, 'meeting_id'),
  list: walkMeetings,
  page: async (run) => (await run.api.meetings(null)).rows,
});

/** In an order in which each knows what it may hang on. */
export const RESOURCES: readonly Resource[] = [deals, companies, people, notes, tasks, meetings];
