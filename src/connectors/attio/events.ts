import type { NewEvent } from '../../kag-events/index.js';
import type { RowChange } from '../core/contract.js';
import { activityEvents } from './activity-events.js';
import { contactEvents } from './contact-events.js';
import { dealEvents } from './deal-events.js';
import { ATTIO_ACTIVITIES, ATTIO_OPPORTUNITIES, ATTIO_PEOPLE } from './tables.js';

const BY_TABLE: Readonly<Record<string, (change: RowChange) => NewEvent[]>> = {
  [ATTIO_OPPORTUNITIES.table]: dealEvents,
  [ATTIO_PEOPLE.table]: contactEvents,
  [ATTIO_ACTIVITIES.table]: activityEvents,
};

/** What follows from a row that changed; companies tell nothing by themselves. */
export const attioEvents = (change: RowChange): NewEvent[] => BY_TABLE[change.table]?.(change) ?? [];
