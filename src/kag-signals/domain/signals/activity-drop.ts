import { firstRefs } from '../../../common/source-row.js';
import { clamp01 } from '../../../common/clamp.js';
import { SIGNAL_REFS } from '../evidence.js';
import { daysBetween, within } from '../periods.js';
import { LEAST_EVENTS, LEVEL_DAYS, levelOf, USUAL_WEEKS, WEEK } from '../scope-activity.js';
import { type ReadSignal, unknown } from './read.js';

/**
 * By which share the last week saw less than a usual one of the project's four before; where the other projects of the
 * account scope were quieter too, that much less is expected. 0 for as much or more, 1 for nothing.
 */
export const activityDrop: ReadSignal = ({ activity: { began_at, events, latest } }, { now, others }) => {
  const lastWeek = events.filter((at) => within(at, now, WEEK)).length;
  const before = events.filter((at) => within(at, now, LEVEL_DAYS)).length - lastWeek;
  const usual = before / USUAL_WEEKS;
  const level = levelOf(others);
  const details = { events_last_7d: lastWeek, events_usual_7d: usual, others_level: level };
  if (began_at === null || daysBetween(began_at, now) < LEVEL_DAYS || usual < LEAST_EVENTS) return unknown(details);
  const expected = usual * level;
  return {
    // Where all are so quiet that next to nothing is expected, nothing is what is usual.
    value: expected < 1 ? 0 : clamp01(1 - lastWeek / expected),
    details,
    evidence_refs: firstRefs(
      latest.filter(({ at }) => within(at, now, LEVEL_DAYS)).map(({ ref }) => ref),
      SIGNAL_REFS,
    ),
  };
};
