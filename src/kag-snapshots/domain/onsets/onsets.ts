import { dayOf, startOfDay } from '../../../common/day.js';
import { DAY_MS } from '../../../common/time-units.js';
import type { ConditionDay, Onset, ReportedTrouble } from './onset.js';

/** Working days on which a condition has to hold in a row to be an onset, and to be gone to be its end. */
export const DAYS_TO_BEGIN = 2;
export const DAYS_TO_END = 3;
/** Days after an end in which what comes back is the same trouble still. */
export const REFRACTORY_DAYS = 7;

const plusDays = (day: string, days: number): string => dayOf(new Date(startOfDay(day).getTime() + days * DAY_MS));

/** Whether a day lies in the time of an onset, or in the week after it in which it may only come back. */
export const isTakenUp = ({ began, ended }: Onset, day: string): boolean =>
  day >= began && (ended === null || day < plusDays(ended, REFRACTORY_DAYS));

/**
 * The onsets of one risk: its condition holds on two consecutive working days after three without (at the beginning of
 * what is known, with none before), until it is gone for three. What comes back within a week of the end goes on. Deals
 * and people make onsets by their word, which lasts as long as the condition does, at least a week.
 * @param days in their order; of the future none is needed
 * @param endedOn the day on which the project was over, if it is: nothing goes on beyond it
 */
export function onsetsOf(
  days: readonly ConditionDay[],
  reported: readonly ReportedTrouble[] = [],
  endedOn: string | null = null,
): Onset[] {
  const running = days.filter(({ day }) => endedOn === null || day < endedOn);
  const words = reported.filter(({ day }) => endedOn === null || day < endedOn).map((word) => lasting(word, running));
  const all = [...conditionOnsets(running), ...words].sort(byBeginning);
  const onsets: Onset[] = [];
  for (const one of all) {
    const last = onsets.at(-1);
    if (!last || !isTakenUp(last, one.began)) onsets.push({ ...one });
    else {
      if (last.ended !== null) last.ended = one.ended === null || one.ended > last.ended ? one.ended : last.ended;
      if (one.known < last.known) last.known = one.known;
      last.severity = Math.max(last.severity, one.severity);
    }
  }
  return onsets.map((one) =>
    endedOn !== null && (one.ended ?? endedOn) >= endedOn ? { ...one, ended: endedOn } : one,
  );
}

const RANK = { person: 0, deal: 1, rule: 2 } as const;

const byBeginning = (a: Onset, b: Onset): number =>
  a.began < b.began ? -1 : a.began > b.began ? 1 : RANK[a.source] - RANK[b.source];

function conditionOnsets(days: readonly ConditionDay[]): Onset[] {
  const onsets: Onset[] = [];
  let held: ConditionDay[] = [];
  let without: ConditionDay[] = [];
  let open: Onset | null = null;
  for (const one of days) {
    if (!one.working) continue;
    held = one.holds ? [...held.slice(1 - DAYS_TO_BEGIN), one] : [];
    without = one.holds ? [] : [...without.slice(1 - DAYS_TO_END), one];
    if (open) {
      if (one.holds) open.severity = Math.max(open.severity, one.severity);
      if (without.length < DAYS_TO_END) continue;
      open.ended = without[0]?.day ?? null;
      open = null;
    } else if (held.length === DAYS_TO_BEGIN) {
      const severity = Math.max(...held.map((day) => day.severity));
      open = { began: held[0]?.day ?? one.day, known: one.day, ended: null, source: 'rule', severity };
      onsets.push(open);
    }
  }
  return onsets;
}

/** A word holds for a week; a condition that goes on then is an onset of its own that continues it. */
function lasting({ day, source, severity }: ReportedTrouble, days: readonly ConditionDay[]): Onset {
  const over = plusDays(day, REFRACTORY_DAYS);
  const last = days.at(-1)?.day ?? day;
  return { began: day, known: day, ended: over <= last ? over : null, source, severity };
}
