import { OWNER_ROLES, STATUSES, type OwnerRole, type Status } from './recommendation.js';
import { dayAfter } from './days.js';

/** Which recommendations are shown, and in which order. It is in the page's address, so that a link shows the same. */
export interface View {
  q: string;
  /** Empty: what is to do. */
  status: readonly Status[];
  project: string;
  category: string;
  owner_role: OwnerRole | '';
  priority: string;
  due: Due | '';
  /** Whose they are; at most one of the three is set. */
  mine: boolean;
  unassigned: boolean;
  assignee: string;
  sort: Sort;
  /** The one whose details are open. */
  open: string;
}

export const SORTS = ['urgent', 'due', 'newest', 'project'] as const;
export type Sort = (typeof SORTS)[number];
export const DUES = ['overdue', 'today', 'week'] as const;
export type Due = (typeof DUES)[number];
export const PRIORITIES = ['5', '4', '3'] as const;

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const MAX_WORDS = 160;
const MAX_NAME = 120;
/** Days from today until which it is due. */
const UNTIL: Readonly<Record<Due, number>> = { overdue: -1, today: 0, week: 7 };

export const TO_DO: View = {
  q: '',
  status: [],
  project: '',
  category: '',
  owner_role: '',
  priority: '',
  due: '',
  mine: false,
  unassigned: false,
  assignee: '',
  sort: 'urgent',
  open: '',
};

/** What an address asks for; what it has that is not known is left out. */
export function readView(search: string, categories: readonly string[]): View {
  const asked = new URLSearchParams(search);
  const text = (key: string, most: number) => (asked.get(key) ?? '').slice(0, most);
  const oneOf = <T extends string>(key: string, words: readonly T[]) =>
    words.find((word) => word === asked.get(key)) ?? '';
  const id = (key: string) => (UUID.test(asked.get(key) ?? '') ? text(key, 36) : '');
  const statuses = asked.getAll('status').flatMap((one) => one.split(','));
  const mine = asked.get('mine') === 'true';
  const unassigned = !mine && asked.get('unassigned') === 'true';
  return {
    q: text('q', MAX_WORDS),
    status: STATUSES.filter((status) => statuses.includes(status)),
    project: id('project'),
    category: oneOf('category', categories),
    owner_role: oneOf('owner_role', OWNER_ROLES),
    priority: oneOf('priority', PRIORITIES),
    due: oneOf('due', DUES),
    mine,
    unassigned,
    assignee: mine || unassigned ? '' : text('assignee', MAX_NAME),
    sort: oneOf('sort', SORTS) || 'urgent',
    open: id('open'),
  };
}

/** The address of the view, without what is so anyway. */
export function searchOf(view: View): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...view, q: view.q.trim(), status: view.status.join(',') })) {
    const usual = key === 'status' ? '' : TO_DO[key as keyof View];
    if (value !== usual) query.set(key, String(value));
  }
  return query.toString().replaceAll('%2C', ',');
}

/**
 * What the server is asked for.
 * @param today YYYY-MM-DD
 */
export function queryOf({ status, due, open: _open, ...view }: View, today: string): string {
  const query = new URLSearchParams(searchOf({ ...TO_DO, ...view }));
  if (status.length === 0) query.set('over', 'false');
  query.set('status', status.length === 0 ? 'new,acknowledged' : status.join(','));
  if (due !== '') query.set('due_before', dayAfter(today, UNTIL[due]));
  return query.toString();
}

/** Whether some are left out that have the status. */
export const isFiltered = (view: View): boolean => searchOf({ ...view, status: [], sort: TO_DO.sort, open: '' }) !== '';
