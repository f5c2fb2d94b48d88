import type { Settings } from './check.js';
import type { ScheduleFacts } from './facts.js';
import { MINUTE } from './limits.js';

export const SYNC_CYCLE = 'connectors_sync_cycle';

/** How often it runs where the schedule has none yet. */
const CADENCE = 15 * MINUTE;

export const syncCycleOf = (schedule: readonly ScheduleFacts[]): ScheduleFacts | undefined =>
  schedule.find(({ job_type }) => job_type === SYNC_CYCLE);

/** From one cycle to the next: what the schedule says, but no sooner than the dispatcher looks. */
export const cycleSeconds = (schedule: readonly ScheduleFacts[], settings: Settings): number =>
  Math.max(syncCycleOf(schedule)?.cadence_seconds ?? CADENCE, settings.DISPATCH_INTERVAL_SECONDS);
