import { dayText, endOf, OFFICE } from '../../backtest/worlds/calendar.js';
import type { WorldProject } from '../../backtest/worlds/world.js';
import { DAY_MS } from '../../src/common/time-units.js';
import { workingTimeOf } from '../../src/common/working-time/working-time.js';
import { readState } from '../../src/kag-signals/domain/read-state.js';
import { fold, startState } from '../../src/kag-signals/domain/state.js';
import { measuresOf } from '../../src/kag-snapshots/domain/day-measures.js';
import type { SeenPair } from '../../src/similarity/domain/signature.js';
import type { DayNumbers } from '../../src/similarity/domain/vector.js';

const PAIR_DAYS = 14;

/** A made project, lived through day by day, as signatures see it. */
export function livedProject({ id, events }: WorldProject) {
  const state = startState();
  const time = workingTimeOf(OFFICE);
  const numbers: DayNumbers[] = [];
  let next = 0;
  const within = (day: number, days: number) =>
    events.filter(({ at }) => at > endOf(day) - days * DAY_MS && at <= endOf(day));
  return {
    /** Of the days lived, oldest first. */
    numbers,
    live(day: number): void {
      const now = endOf(day);
      for (let event = events[next]; event && event.at <= now; event = events[++next]) fold(state, event);
      numbers.push({
        ...measuresOf(dayText(day), readState(id, state, now, time).signals),
        events_7d: within(day, 7).length,
        events_30d: within(day, 30).length,
        pipeline_amount: 0,
      });
    },
    /** Consecutive events of the window that ends on a day. */
    pairs(day: number): SeenPair[] {
      const seen = new Map<string, SeenPair>();
      const recent = within(day, PAIR_DAYS);
      recent.slice(1).forEach((event, at) => {
        const before = recent[at];
        const pair = `${before?.type ?? ''}>${event.type}`;
        seen.set(pair, { pair, began_at: new Date(before?.at ?? 0) });
      });
      return [...seen.values()];
    },
  };
}
