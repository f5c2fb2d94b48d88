import { LEVEL_DAYS, othersUpTo, type ScopeActivity } from '../../src/kag-signals/domain/scope-activity.js';
import { dayAt } from '../worlds/calendar.js';
import type { World, WorldProject } from '../worlds/world.js';

/** How many events each day of a world saw, in each project and in all. */
export class Activity {
  private readonly own: ReadonlyMap<WorldProject, Float64Array>;
  private readonly all: Float64Array;

  constructor({ projects, parameters: { days } }: World) {
    this.all = new Float64Array(days);
    this.own = new Map(projects.map((project) => [project, countsOf(project, days)]));
    for (const counts of this.own.values())
      counts.forEach((count, day) => (this.all[day] = (this.all[day] ?? 0) + count));
  }

  /** What the other projects did up to the end of a day. */
  beside(project: WorldProject, day: number): ScopeActivity {
    const own = this.own.get(project) ?? new Float64Array();
    const [scope, mine] = [this.all, own].map((counts) =>
      Array.from({ length: LEVEL_DAYS }, (_, back) => counts[day - back] ?? 0),
    );
    return othersUpTo({ scope: scope ?? [], own: mine ?? [] }, 0);
  }
}

function countsOf({ events }: WorldProject, days: number): Float64Array {
  const counts = new Float64Array(days);
  for (const { at } of events) if (dayAt(at) < days) counts[dayAt(at)] = (counts[dayAt(at)] ?? 0) + 1;
  return counts;
}
