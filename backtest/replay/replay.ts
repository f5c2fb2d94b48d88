import type { Reading } from '../../src/kag-signals/domain/reading.js';
import { type DayMeasures, measuresOf } from '../../src/kag-snapshots/domain/day-measures.js';
import { dayText } from '../worlds/calendar.js';
import type { World, WorldProject } from '../worlds/world.js';
import { Activity } from './activity.js';
import { ReplayedProject } from './product.js';

/** What the product read of a project, day by day. */
export interface Replay {
  project: WorldProject;
  /** Of every day of the world. */
  readings: readonly Reading[];
  /** Of the days before its end. */
  measures: readonly DayMeasures[];
}

/** Plays a world day by day through the product's own functions. */
export function replayOf(world: World): Replay[] {
  const activity = new Activity(world);
  return world.projects.map((project) => {
    const replayed = new ReplayedProject(project);
    const readings = Array.from({ length: world.parameters.days }, (_, day) =>
      replayed.step(day, activity.beside(project, day)),
    );
    const measures = readings.slice(0, project.ends).map(({ signals }, day) => measuresOf(dayText(day), signals));
    return { project, readings, measures };
  });
}
