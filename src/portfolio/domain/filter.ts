import type { RiskType } from '../../kag-forecast/index.js';
import type { Category } from '../../kag-recommendations/index.js';
import type { ListedProject } from './listed.js';
import { isAboveUsual, isThere } from './risks.js';
import { needsAttention } from './trouble.js';

export const STATES = ['going_on', 'ended', 'all'] as const;
export type ProjectState = (typeof STATES)[number];

/** Which projects are asked for; what is null or undefined excludes none. */
export interface PortfolioFilter {
  /** A part of the name, in any case. */
  q?: string | undefined;
  /** The risk is there, or likelier than usual. */
  risk?: RiskType | undefined;
  /** Something of this category is open. */
  category?: Category | undefined;
  /** Something that is open is to be done by one of these. */
  assignees: readonly string[];
  state: ProjectState;
  /** Only those that need attention. */
  attention?: boolean;
}

export function fits(filter: PortfolioFilter, listed: ListedProject): boolean {
  const { q, risk, category, assignees, state, attention = false } = filter;
  return (
    (!attention || needsAttention(listed)) &&
    (state === 'all' || (state === 'ended') === listed.over) &&
    (q === undefined || listed.name.toLowerCase().includes(q.toLowerCase())) &&
    (risk === undefined || listed.risks.some((one) => one.risk_type === risk && (isThere(one) || isAboveUsual(one)))) &&
    (category === undefined || listed.open.some((one) => one.category === category)) &&
    assignees.every((wanted) => listed.open.some(({ assignee }) => same(assignee, wanted)))
  );
}

/** People write names as they like. */
const same = (a: string | null, b: string) => a !== null && a.trim().toLowerCase() === b.trim().toLowerCase();
