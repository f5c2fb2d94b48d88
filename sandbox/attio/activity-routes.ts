import { type Exchange, ok, type Reply } from '../http/exchange.js';
import { hashText } from '../random.js';
import { newNoteOf } from './new-note.js';
import { pageFromQuery, slice, uuidParam } from './paging.js';
import { presentNote, presentTask } from './present-work.js';
import { invalid, notFound } from './problems.js';
import type { NoteRow, TaskRow } from './records.js';
import type { AttioRoute } from './attio-route.js';
import type { AttioWorld } from './world.js';

/** Ten notes unless more are asked for, never more than fifty, and no filter by time. */
export function noteRoutes(world: AttioWorld): AttioRoute[] {
  const list = (exchange: Exchange): Reply => {
    const object = objectParam(world, exchange, 'parent_object');
    const record = exchange.query.get('parent_record_id');
    if (record !== null && object === null) throw invalid('parent_record_id needs parent_object.');
    const page = pageFromQuery(exchange.query, { fallback: 10, max: 50 });
    const found = [...world.tables.notes.values()].filter(
      (row) =>
        (object === null || row.parent_object === object) && (record === null || row.parent_record_id === record),
    );
    const reply = ok({ data: slice(ordered(world, found), page).map((row) => presentNote(world, row)) });
    world.afterPage?.({ route: 'notes', offset: page.offset });
    return reply;
  };
  const show = (exchange: Exchange): Reply => {
    const row = world.tables.notes.get(uuidParam(exchange, 'note'));
    if (!row) throw notFound('The note');
    return ok({ data: presentNote(world, row) });
  };
  const create = (exchange: Exchange): Reply =>
    ok({ data: presentNote(world, world.addNote(newNoteOf(world, exchange))) });
  const scope = 'note:read';
  return [
    { method: 'POST', template: '/notes', scope: 'note:read-write', handle: create },
    { method: 'GET', template: '/notes', scope, handle: list },
    { method: 'GET', template: '/notes/:note', scope, handle: show },
  ];
}

function ordered(world: AttioWorld, rows: NoteRow[]): NoteRow[] {
  const order = world.quirks.notesOrder;
  if (order === 'shuffled') return rows.sort((a, b) => hashText(`notes${a.id}`) - hashText(`notes${b.id}`));
  const sign = order === 'oldest' ? 1 : -1;
  return rows.sort((a, b) => (a.created_at + a.id < b.created_at + b.id ? -sign : sign));
}

const TASK_SORTS: Record<string, [key: (row: TaskRow) => string | null, sign: 1 | -1]> = {
  'created_at:asc': [(row) => row.created_at, 1],
  'created_at:desc': [(row) => row.created_at, -1],
  'completed_at:asc': [(row) => row.completed_at, 1],
  'completed_at:desc': [(row) => row.completed_at, -1],
};

export function taskRoutes(world: AttioWorld): AttioRoute[] {
  const list = (exchange: Exchange): Reply => {
    const { query } = exchange;
    const sort = query.get('sort') ?? 'created_at:asc';
    const [key, sign] = (Object.hasOwn(TASK_SORTS, sort) ? TASK_SORTS[sort] : undefined) ?? [];
    if (!key || !sign) throw invalid(`sort must be one of ${Object.keys(TASK_SORTS).join(', ')}.`);
    const page = pageFromQuery(query, { fallback: 500, max: 500 });
    const test = taskTest(world, exchange);
    const found = [...world.tables.tasks.values()].filter(test).sort((a, b) => {
      const [left, right] = [key(a), key(b)];
      if (left === right) return a.id < b.id ? -1 : 1;
      if (left === null) return 1;
      if (right === null) return -1;
      return left < right ? -sign : sign;
    });
    const reply = ok({ data: slice(found, page).map((row) => presentTask(world, row)) });
    world.afterPage?.({ route: 'tasks', offset: page.offset });
    return reply;
  };
  const show = (exchange: Exchange): Reply => {
    const row = world.tables.tasks.get(uuidParam(exchange, 'task'));
    if (!row) throw notFound('The task');
    return ok({ data: presentTask(world, row) });
  };
  const scope = 'task:read';
  return [
    { method: 'GET', template: '/tasks', scope, handle: list },
    { method: 'GET', template: '/tasks/:task', scope, handle: show },
  ];
}

function taskTest(world: AttioWorld, exchange: Exchange): (row: TaskRow) => boolean {
  const { query } = exchange;
  const object = objectParam(world, exchange, 'linked_object');
  const record = query.get('linked_record_id');
  if ((object === null) !== (record === null)) throw invalid('linked_object and linked_record_id go together.');
  const assignee = query.get('assignee');
  const member = world.tables.members.find((each) => each.id === assignee || each.email_address === assignee)?.id;
  const done = query.get('is_completed');
  if (done !== null && done !== 'true' && done !== 'false') throw invalid('is_completed must be true or false.');
  return (row) =>
    (record === null || row.links.some((link) => link.record_id === record)) &&
    // Empty, or the word null, asks for tasks without an assignee.
    (assignee === null ||
      (assignee === '' || assignee === 'null'
        ? row.assignees.length === 0
        : member !== undefined && row.assignees.includes(member))) &&
    (done === null || row.is_completed === (done === 'true'));
}

/**
 * @returns the slug of an object given by slug or id.
 * @throws 404 for an unknown one
 */
export function objectParam(world: AttioWorld, exchange: Exchange, name: string): string | null {
  const given = exchange.query.get(name);
  if (given === null) return null;
  const owner = world.schema.object(given);
  if (!owner) throw notFound(`Object with slug/ID "${given}"`);
  return owner.slug;
}
