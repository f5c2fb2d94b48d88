import { clamp01 } from '../../../src/common/clamp.js';
import type { World, WorldProject } from '../../worlds/world.js';
import { dayAt } from '../../worlds/calendar.js';

const WEEK = 7;
const USUAL_WEEKS = 4;
/** A project with less than this in a usual week is never quieter than that. */
const LEAST_EVENTS = 5;

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

  /** A week in which everybody is quiet is no drop; null while there are no usual weeks. */
  dropOf(project: WorldProject, day: number): number | null {
    const own = this.own.get(project);
    const from = day + 1 - WEEK * (USUAL_WEEKS + 1);
    if (!own || from < 0) return null;
    const [usual, scopeUsual] = [own, this.all].map((counts) => sum(counts, from, day + 1 - WEEK) / USUAL_WEEKS);
    const [week, scopeWeek] = [own, this.all].map((counts) => sum(counts, day + 1 - WEEK, day + 1));
    if (!usual || usual < LEAST_EVENTS || !scopeUsual) return null;
    const expected = usual * Math.min(1, (scopeWeek ?? 0) / scopeUsual);
    return expected < 1 ? 0 : clamp01(1 - (week ?? 0) / expected);
  }
}

function countsOf({ events }: WorldProject, days: number): Float64Array {
  const counts = new Float64Array(days);
  for (const { at } of events) if (dayAt(at) < days) counts[dayAt(at)] = (counts[dayAt(at)] ?? 0) + 1;
  return counts;
}

function sum(counts: Float64Array, from: number, to: number): number {
  let total = 0;
  for (let day = from; day < to; day++) total += counts[day] ?? 0;
  return total;
}
