import type { ListedProject } from './listed.js';
import { isThere } from './risks.js';

/** From this priority on a recommendation is about what is there, and not only about what may come. */
const HOLDS_NOW = 4;

/** Priority of its most urgent open recommendation; 0 without one. */
export const urgencyOf = ({ open }: Pick<ListedProject, 'open'>): number =>
  Math.max(0, ...open.map(({ priority }) => priority));

/** How many of its risks have come about. */
export const troublesOf = ({ risks }: Pick<ListedProject, 'risks'>): number => risks.filter(isThere).length;

/** Whether a person should look at it today: a trouble is there, or something should be done about one. */
export const needsAttention = (listed: Pick<ListedProject, 'open' | 'risks' | 'over'>): boolean =>
  !listed.over && (urgencyOf(listed) >= HOLDS_NOW || troublesOf(listed) > 0);
