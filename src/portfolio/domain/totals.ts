import type { Band } from '../../kag-signals/index.js';
import type { ListedProject } from './listed.js';
import { needsAttention, urgencyOf } from './trouble.js';

const MAX_URGENT = 5;

/** What a list is about, in numbers. */
export interface Totals {
  projects: number;
  needing_attention: number;
  open_recommendations: number;
  /** Projects with something of the highest priority. */
  urgent: number;
  /** Projects by the concern that their health raises; `unknown`: too little is known to tell. */
  health: Record<Band | 'unknown', number>;
}

export function totalsOf(projects: readonly ListedProject[]): Totals {
  const health = { low: 0, medium: 0, high: 0, critical: 0, unknown: 0 };
  for (const { scores } of projects) health[scores.project_health?.band ?? 'unknown']++;
  return {
    projects: projects.length,
    needing_attention: projects.filter(needsAttention).length,
    open_recommendations: projects.reduce((sum, { open }) => sum + open.length, 0),
    urgent: projects.filter((one) => urgencyOf(one) >= MAX_URGENT).length,
    health,
  };
}
