import { startOfDay } from '../../../common/day.js';
import { DAY_MS } from '../../../common/time-units.js';
import type { RiskType } from '../risks.js';
import type { HazardFeature } from './features/feature.js';
import { FEATURES, valuesOf } from './features/features.js';
import { INTERVALS } from './intervals.js';
import type { ProjectRun } from './project-run.js';

/** What a hazard is learnt from: days on which the risk could still come about, and whether it then did. */
export interface TrainingRows {
  /** Features a row. */
  width: number;
  x: Float64Array;
  came: Uint8Array;
  weight: Float64Array;
  /** The days, as their number since the epoch. */
  day: Float64Array;
  /** Onsets that are seen as having come, each once. */
  onsets: number;
}

/** Every other day is learnt from: its neighbours see almost the same, and weigh with it. */
export const STRIDE = 2;
/** An onset is known some days after it began: what is younger than that says nothing yet. */
export const SETTLES = 4;
/** Days after an end on which there can be no onset. */
export const REFRACTORY = 7;
/** For how long what somebody did explains that nothing came. */
export const ACTED = 30;

const number = (day: string): number => startOfDay(day).getTime() / DAY_MS;

interface Row {
  values: readonly number[];
  came: boolean;
  weight: number;
  day: number;
}

/**
 * The rows of each interval, of all days whose interval is over by `until`. A project that is over has no more to come.
 * Days of an onset, and of the week after it, are none: it is there. Neighbouring days see almost the same, so that
 * together they weigh as one an interval; days on which, or soon after which, somebody acted weigh nothing: an averted
 * trouble is not a false alarm.
 */
export function* trainingRows(
  risk: RiskType,
  runs: readonly ProjectRun[],
  until: string,
  features: readonly HazardFeature[] = FEATURES[risk],
): Generator<void, TrainingRows[]> {
  const lists: Row[][] = INTERVALS.map(() => []);
  const onsets = INTERVALS.map(() => new Set<string>());
  for (const run of runs) {
    addRows(risk, features, run, number(until), lists, onsets);
    yield;
  }
  const all: TrainingRows[] = [];
  for (const [k, rows] of lists.entries()) {
    all.push(packed(rows, features.length, onsets[k]?.size ?? 0));
    yield;
  }
  return all;
}

function addRows(
  risk: RiskType,
  features: readonly HazardFeature[],
  run: ProjectRun,
  until: number,
  lists: readonly Row[][],
  seen: readonly Set<string>[],
): void {
  const { days, ended_on, project_id } = run;
  const known = run.onsets[risk].filter((onset) => number(onset.known) <= until);
  const spans = known.map(({ began, ended }) => ({
    from: number(began),
    to: ended === null ? Infinity : number(ended) + REFRACTORY,
  }));
  const acted = run.acted.filter((one) => one.risk === risk).map(({ day }) => number(day));
  const over = ended_on !== null && number(ended_on) <= until;
  for (let at = 0; at < days.length; at++) {
    const day = number(days[at]?.day ?? '');
    if (day % STRIDE !== 0 || day > until || spans.some(({ from, to }) => from <= day && day < to)) continue;
    const next = Math.min(Infinity, ...spans.filter(({ from }) => from > day).map(({ from }) => from));
    let values: number[] | null = null;
    for (const [k, { after, to }] of INTERVALS.entries()) {
      if (next <= day + after) break;
      if (!over && day + to > until - SETTLES) break;
      values ??= valuesOf(features, { days, at, onsets: known });
      const came = next <= day + to;
      if (came) seen[k]?.add(`${project_id} ${next}`);
      const averted = acted.some((when) => when <= day + to && when >= day - ACTED);
      lists[k]?.push({ values, came, weight: averted ? 0 : STRIDE / (to - after), day });
    }
  }
}

function packed(rows: readonly Row[], width: number, onsets: number): TrainingRows {
  const x = new Float64Array(rows.length * width);
  rows.forEach(({ values }, at) => x.set(values, at * width));
  return {
    width,
    x,
    came: Uint8Array.from(rows, ({ came }) => (came ? 1 : 0)),
    weight: Float64Array.from(rows, ({ weight }) => weight),
    day: Float64Array.from(rows, ({ day }) => day),
    onsets,
  };
}
