import { type Exchange, ok, type Reply } from '../http/exchange.js';
import { objectParam } from './activity-routes.js';
import { startOf, stampOfMoment } from './activity-store.js';
import { nanosOf } from './nano-clock.js';
import { pageFromQuery, uuidParam } from './paging.js';
import { presentMeeting } from './present-work.js';
import { invalid, noScope, notFound } from './problems.js';
import type { MeetingRow } from './records.js';
import type { AttioRoute } from './attio-route.js';
import type { AttioWorld } from './world.js';

const SCOPE = 'meeting:read';

/** The only list with a cursor. */
export function meetingRoutes(world: AttioWorld): AttioRoute[] {
  const open = (): void => {
    if (world.quirks.meetings === 'forbidden') throw noScope(SCOPE);
    if (world.quirks.meetings === 'missing') throw notFound('The path');
  };

  const list = (exchange: Exchange): Reply => {
    open();
    const { query } = exchange;
    const sort = query.get('sort') ?? 'start_asc';
    if (sort !== 'start_asc' && sort !== 'start_desc') throw invalid('sort must be start_asc or start_desc.');
    const { limit } = pageFromQuery(query, { fallback: 50, max: 200 });
    const sign = sort === 'start_asc' ? 1 : -1;
    const rows = [...world.tables.meetings.values()]
      .filter(meetingTest(world, exchange))
      .map((row) => ({ row, place: `${startOf(row)}|${row.id}` }))
      .sort((a, b) => (a.place < b.place ? -sign : sign));
    const after = query.get('cursor') === null ? undefined : readCursor(query.get('cursor') ?? '', sort);
    const rest = after === undefined ? rows : rows.filter(({ place }) => (sign > 0 ? place > after : place < after));
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const next_cursor = rest.length > limit && last ? cursorOf(last.place, sort) : null;
    const reply = ok({ data: page.map(({ row }) => presentMeeting(world, row)), pagination: { next_cursor } });
    world.afterPage?.({ route: 'meetings', offset: rows.length - rest.length });
    return reply;
  };

  const show = (exchange: Exchange): Reply => {
    open();
    const row = world.tables.meetings.get(uuidParam(exchange, 'meeting'));
    if (!row) throw notFound('The meeting');
    return ok({ data: presentMeeting(world, row) });
  };

  return [
    { method: 'GET', template: '/meetings', scope: SCOPE, handle: list },
    { method: 'GET', template: '/meetings/:meeting', scope: SCOPE, handle: show },
  ];
}

function meetingTest(world: AttioWorld, exchange: Exchange): (row: MeetingRow) => boolean {
  const { query } = exchange;
  const object = objectParam(world, exchange, 'linked_object');
  const record = query.get('linked_record_id');
  if ((object === null) !== (record === null)) throw invalid('linked_object and linked_record_id go together.');
  const people = query.getAll('participants').flatMap((text) => text.toLowerCase().split(','));
  const [endsFrom, startsBefore] = [timeParam(query, 'ends_from'), timeParam(query, 'starts_before')];
  return (row) =>
    (record === null || row.links.some((link) => link.record_id === record)) &&
    (people.length === 0 || row.participants.some((each) => people.includes(each.email_address.toLowerCase()))) &&
    (endsFrom === undefined || (nanosOf(stampOfMoment(row.end)) ?? 0n) >= endsFrom) &&
    (startsBefore === undefined || (nanosOf(startOf(row)) ?? 0n) < startsBefore);
}

function timeParam(query: URLSearchParams, name: string): bigint | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const nanos = nanosOf(text);
  if (nanos === undefined) throw invalid(`${name} must be a date.`);
  return nanos;
}

const cursorOf = (place: string, sort: string): string => Buffer.from(`${sort} ${place}`).toString('base64url');

function readCursor(cursor: string, sort: string): string {
  const [of, place] = Buffer.from(cursor, 'base64url').toString('utf8').split(' ');
  if (of !== sort || !place?.includes('|')) throw invalid('The cursor is not valid for this request.');
  return place;
}
