import { type Exchange, ok, type Reply, type Route } from '../http/exchange.js';
import { presentContact, presentContactWithInboxes, presentInbox } from './present-contact.js';
import { notFound, unprocessable } from './problems.js';
import { intParam, pageOf } from './query.js';
import type { ContactRow } from './records.js';
import type { ChatwootWorld } from './world.js';

const PER_PAGE = 15;

export function contactRoutes(world: ChatwootWorld): Route[] {
  const present = (exchange: Exchange) => (row: ContactRow) =>
    exchange.query.get('include_contact_inboxes') === 'false'
      ? presentContact(row)
      : presentContactWithInboxes(world, row);

  const list = (exchange: Exchange): Reply => {
    const rows = sorted([...world.tables.contacts.values()].filter(isResolved), exchange.query.get('sort'));
    const page = pageOf(rows, intParam(exchange.query, 'page'), world.pageLength ?? PER_PAGE);
    // The page number comes back as it was sent: text when it was sent at all.
    const current_page = exchange.query.get('page') ?? 1;
    return ok({ meta: { count: rows.length, current_page }, payload: page.map(present(exchange)) });
  };

  const search = (exchange: Exchange): Reply => {
    const words = exchange.query.get('q')?.trim().toLowerCase();
    if (!words) throw unprocessable('Specify search string with parameter q');
    const fits = (row: ContactRow): boolean =>
      [row.name, row.email, row.phone_number, row.identifier].some((text) => text?.toLowerCase().includes(words));
    const rows = sorted(
      [...world.tables.contacts.values()].filter((row) => isResolved(row) && fits(row)),
      exchange.query.get('sort'),
    );
    const number = intParam(exchange.query, 'page');
    const page = pageOf(rows, number, PER_PAGE);
    const has_more = rows.length > Math.max(1, number ?? 1) * PER_PAGE;
    // `count` is the page's, not the total.
    const meta = { count: page.length, current_page: exchange.query.get('page') ?? 1, has_more };
    return ok({ meta, payload: page.map(present(exchange)) });
  };

  const show = (exchange: Exchange): Reply => {
    const row = world.tables.contacts.get(Number(exchange.params['id']));
    if (!row) throw notFound();
    return ok({ payload: present(exchange)(row) });
  };

  const inboxes = (): Reply => ok({ payload: [...world.tables.inboxes.values()].map(presentInbox) });

  return [
    { method: 'GET', template: '/contacts', handle: list },
    { method: 'GET', template: '/contacts/search', handle: search },
    { method: 'GET', template: '/contacts/:id', handle: show },
    { method: 'GET', template: '/inboxes', handle: inboxes },
  ];
}

/** Only contacts with one of these appear in the contacts API, though the others' conversations do. */
export const isResolved = (row: ContactRow): boolean => Boolean(row.email || row.phone_number || row.identifier);

type Key = (row: ContactRow) => string | number | null;

const text = (value: unknown): string | null => (typeof value === 'string' ? value.toLowerCase() : null);

const KEYS: Record<string, Key> = {
  name: (row) => row.name.toLowerCase(),
  email: (row) => text(row.email),
  phone_number: (row) => row.phone_number,
  last_activity_at: (row) => row.last_activity_at,
  created_at: (row) => row.created_at,
  company_name: (row) => text(row.additional_attributes['company_name']),
  city: (row) => text(row.additional_attributes['city']),
  country: (row) => text(row.additional_attributes['country']),
};

/** @returns the rows sorted with missing values last either way; as stored when no order is asked for */
function sorted(rows: ContactRow[], sort: string | null): ContactRow[] {
  const name = sort?.replace(/^-/, '') ?? '';
  const key = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  if (!key) return rows;
  const sign = sort?.startsWith('-') ? -1 : 1;
  return rows.sort((a, b) => {
    const [left, right] = [key(a), key(b)];
    if (left === right) return sign * (a.id - b.id);
    if (left === null) return 1;
    if (right === null) return -1;
    return left < right ? -sign : sign;
  });
}
