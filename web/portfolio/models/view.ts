import type { PortfolioRisk } from '../../client/published.js';
import { allOf } from '../../shared/all-of.js';

/** What of the portfolio is shown, and in which order. It is in the page's address, so that a link shows the same. */
export interface View {
  q: string;
  sort: Sort;
  risk: string;
  category: string;
  state: State;
  mine: boolean;
}

export const SORTS = [
  'troubled',
  'name',
  'last_activity',
  'project_health',
  'risk',
  'client_value',
  'upsell_likelihood',
] as const;
export type Sort = (typeof SORTS)[number];
export const STATES = ['going_on', 'ended', 'all'] as const;
export type State = (typeof STATES)[number];
const RISKS = allOf<PortfolioRisk['risk_type']>({
  delivery_risk: true,
  finance_risk: true,
  client_risk: true,
  scope_risk: true,
});
const MAX_NAME = 160;

export const EVERYTHING: View = { q: '', sort: 'troubled', risk: '', category: '', state: 'going_on', mine: false };

/** What an address asks for; what it has that is not known is left out. */
export function readView(search: string, categories: readonly string[]): View {
  const asked = new URLSearchParams(search);
  const oneOf = <T extends string>(key: string, words: readonly T[], otherwise: T | '') =>
    words.find((word) => word === asked.get(key)) ?? otherwise;
  return {
    q: (asked.get('q') ?? '').slice(0, MAX_NAME),
    sort: oneOf('sort', SORTS, 'troubled') || 'troubled',
    risk: oneOf('risk', RISKS, ''),
    category: oneOf('category', categories, ''),
    state: oneOf('state', STATES, 'going_on') || 'going_on',
    mine: asked.get('mine') === 'true',
  };
}

/** The query that asks for the view, without what is so anyway. */
export function searchOf(view: View): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...view, q: view.q.trim() })) {
    if (value !== EVERYTHING[key as keyof View]) query.set(key, String(value));
  }
  return query.toString();
}

/** Whether projects are left out that go on. */
export const isFiltered = (view: View): boolean =>
  view.q.trim() !== '' || view.risk !== '' || view.category !== '' || view.mine || view.state === 'ended';
