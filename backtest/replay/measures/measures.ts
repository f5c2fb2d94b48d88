import type { DayMeasures } from '../../../src/kag-snapshots/domain/day-measures.js';
import { dayText, endOf } from '../../worlds/calendar.js';
import type { WorldProject } from '../../worlds/world.js';
import type { Activity } from './activity.js';
import { Money } from './money.js';
import { Talk } from './talk.js';
import { Wishes } from './wishes.js';
import { Work } from './work.js';

/** What the model reads of each day of a project, from its first to the last before its end. */
export function measuresOf(project: WorldProject, activity: Activity): DayMeasures[] {
  const [talk, work, money, wishes] = [new Talk(), new Work(), new Money(), new Wishes()];
  const { events, ends } = project;
  let next = 0;
  return Array.from({ length: ends }, (_, day) => {
    const now = endOf(day);
    for (let event = events[next]; event && event.at <= now; event = events[++next])
      for (const each of [talk, work, money, wishes]) each.take(event);
    return {
      day: dayText(day),
      ...talk.measures(now),
      ...work.measures(now),
      ...money.measures(now),
      ...wishes.measures(now),
      activity_drop: activity.dropOf(project, day),
    };
  });
}
