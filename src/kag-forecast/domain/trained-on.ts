import { sha256 } from '../../common/stable-hash.js';
import type { DayMeasures } from '../../kag-snapshots/index.js';
import type { ProjectRun } from './hazard/project-run.js';
import { byRisk, RISK_TYPES, type RiskType } from './risks.js';
import { learntUntil, plusDays, WEEK_DAYS } from './week.js';

const DIGITS = 12;
/** A model is made again where more than this share of its projects is not what it was. */
export const CHANGED = 0.1;

/** What a model has learnt from. */
export interface TrainedOn {
  projects: number;
  days: number;
  onsets: Readonly<Record<RiskType, number>>;
  alarms_per_month: number;
  /** A mark of each project's days, onsets and what was done about them: equal where nothing differs. */
  marks: Readonly<Record<string, string>>;
}

/** What these runs are up to the end of a week. */
export function* trainedOn(
  runs: readonly ProjectRun[],
  until: string,
  alarms_per_month: number,
): Generator<void, TrainedOn> {
  const marks: Record<string, string> = {};
  const onsets = byRisk(() => 0);
  let days = 0;
  for (const run of [...runs].sort((a, b) => (a.project_id < b.project_id ? -1 : 1))) {
    const own = runUntil(run, until);
    if (own.days.length === 0) continue;
    days += own.days.length;
    for (const risk of RISK_TYPES) onsets[risk] += own.onsets[risk].length;
    marks[run.project_id] = markOf(own, daysMark(run.days, until));
    yield;
  }
  return { projects: Object.keys(marks).length, days, onsets, alarms_per_month, marks };
}

/** A run as it was known on a day. */
export function runUntil(run: ProjectRun, until: string): ProjectRun {
  const { days, onsets, ended_on, acted } = run;
  return {
    ...run,
    days: (days.at(-1)?.day ?? '') <= until ? days : days.filter(({ day }) => day <= until),
    onsets: byRisk((risk) =>
      onsets[risk]
        .filter(({ known }) => known <= until)
        .map((onset) => (onset.ended !== null && onset.ended > until ? { ...onset, ended: null } : onset)),
    ),
    ended_on: ended_on !== null && ended_on <= until ? ended_on : null,
    acted: acted.filter(({ day }) => day <= until),
  };
}

/** Whether so much of what a model was trained on differs that it has to be made again. */
export function hasChanged(was: TrainedOn, is: TrainedOn): boolean {
  if (was.alarms_per_month !== is.alarms_per_month) return true;
  return changedBetween(was, is).size > CHANGED * projectsOf(was, is).size;
}

/** The projects that differ: ids of those with other days, onsets or reports, and of those that came or went. */
export function changedBetween(was: TrainedOn, is: TrainedOn): ReadonlySet<string> {
  return new Set([...projectsOf(was, is)].filter((id) => was.marks[id] !== is.marks[id]));
}

const projectsOf = (was: TrainedOn, is: TrainedOn) => new Set([...Object.keys(was.marks), ...Object.keys(is.marks)]);

function markOf({ onsets, ended_on, acted }: ProjectRun, days: string): string {
  const parts = [
    days,
    RISK_TYPES.map((risk) => onsets[risk].map(({ began, known, ended }) => [began, known, ended])),
    ended_on,
    acted.map(({ risk, day }) => [risk, day]),
  ];
  return sha256(JSON.stringify(parts)).slice(0, DIGITS);
}

/** Of a run that is over before, its last mark. */
function daysMark(days: readonly DayMeasures[], until: string): string {
  const weeks = weeksOf(days);
  return weeks.get(until) ?? [...weeks.values()].at(-1) ?? '';
}

const marked = new WeakMap<readonly DayMeasures[], Map<string, string>>();

/**
 * A mark of all days up to the end of each week, each made of that of the week before: many weeks cost as much as the
 * last.
 */
function weeksOf(days: readonly DayMeasures[]): Map<string, string> {
  const known = marked.get(days);
  if (known) return known;
  const marks = new Map<string, string>();
  let mark = '';
  let week: unknown[] = [];
  days.forEach(({ day, ...measures }, at) => {
    week.push([day, ...Object.values(measures)]);
    const next = days[at + 1]?.day;
    if (next !== undefined && learntUntil(next) === learntUntil(day)) return;
    mark = sha256(mark + JSON.stringify(week));
    week = [];
    marks.set(plusDays(learntUntil(day), WEEK_DAYS), mark);
  });
  marked.set(days, marks);
  return marks;
}
