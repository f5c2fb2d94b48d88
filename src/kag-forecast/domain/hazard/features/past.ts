import { startOfDay, DAY_MS } from '../../../../common/day.js';
import type { DayMeasures } from '../../../../kag-snapshots/index.js';
import type { Feature, Look } from './feature.js';
import { calmDays, share, today } from './feature.js';

/** Days that are recent. */
const RECENT = 28;
const SLOW_FROM = 28;
/** Answers four times as slow as usual count in full. */
const SLOWEST = 2;
/** After so many days a past onset counts half. */
const FADES = 60;
/** So many onsets count in full. */
const MANY = 2;
/** Days after its beginning from which on an onset tells of the next: two do not follow each other at once. */
const TELLS_FROM = 21;

/** The mean of something over recent days on which it is known; null where it never is. */
export function recentMean(look: Look, of: (day: DayMeasures) => number | null): number | null {
  const { days, at } = look;
  const back = Math.min(RECENT, calmDays(look) + 1);
  let sum = 0;
  let count = 0;
  for (let i = Math.max(0, at + 1 - back); i <= at; i++) {
    const day = days[i];
    const value = day ? of(day) : null;
    if (value === null) continue;
    sum += value;
    count++;
  }
  return count === 0 ? null : sum / count;
}

/** How much slower the team answers than the project's own median of the days before the last four weeks. */
export const slowness: Feature = {
  key: 'slowness',
  of: (look) => {
    const now = today(look)?.answer_minutes ?? null;
    const usual = medianBefore(look);
    if (now === null || usual === null) return null;
    return share(Math.log2((now + 15) / (usual + 15)), 0, SLOWEST);
  },
};

function medianBefore({ days, at }: Look): number | null {
  const values: number[] = [];
  for (let i = at - SLOW_FROM; i >= 0; i -= 7) {
    const value = days[i]?.answer_minutes;
    if (value !== null && value !== undefined) values.push(value);
  }
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? null;
}

/** How often the same came about in this project before; what is long ago counts less. */
export const ownOnsets: Feature = {
  key: 'own_onsets',
  of: ({ days, at, onsets }) => {
    const now = days[at]?.day;
    if (now === undefined) return null;
    let sum = 0;
    for (const { began, known } of onsets) {
      if (known > now) continue;
      const age = (startOfDay(now).getTime() - startOfDay(began).getTime()) / DAY_MS;
      if (age >= TELLS_FROM) sum += 0.5 ** (age / FADES);
    }
    return share(sum, 0, MANY);
  },
};
