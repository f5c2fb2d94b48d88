import { forecastsOf } from '../../src/kag-forecast/domain/rules-v1.js';
import type { DayMeasures } from '../../src/kag-snapshots/domain/day-measures.js';
import { RISK_TYPES, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import type { World, WorldProject } from '../worlds/world.js';
import { Advice, type DayAdvice } from './advice.js';
import { adviceSituation } from './advice-situation.js';
import { Cases } from './cases.js';
import { Activity } from './measures/activity.js';
import { measuresOf } from './measures/measures.js';
import { ReplayedProject } from './product.js';

/** Probabilities within 7, 14 and 30 days. */
export type Chances = readonly [number, number, number];

/** What the product made of a project, day by day. */
export interface Replay {
  project: WorldProject;
  /** Of the days before its end. */
  measures: readonly DayMeasures[];
  /** Of every day of the world. */
  rules: readonly Readonly<Record<RiskType, Chances>>[];
  advice: readonly DayAdvice[];
  /** What had gone wrong by the product's own word. */
  outcomes: readonly (readonly RiskType[])[];
}

const WEEK = 7;

/** Plays a world day by day through the product's own functions, all projects of it together. */
export function replayOf(world: World): Replay[] {
  const activity = new Activity(world);
  const projects = new Map(world.projects.map((project) => [project.id, new ReplayedProject(project)]));
  const cases = new Cases(projects);
  const played = [...projects.values()].map((replayed) => ({
    replayed,
    advice: new Advice(),
    rules: [] as Readonly<Record<RiskType, Chances>>[],
    days: [] as DayAdvice[],
    outcomes: [] as RiskType[][],
  }));
  for (let day = 0; day < world.parameters.days; day++) {
    const readings = played.map(({ replayed }) => replayed.step(day));
    if (day % WEEK === WEEK - 1) cases.refresh(day);
    played.forEach(({ replayed, advice, rules, days, outcomes }, at) => {
      const reading = readings[at];
      if (!reading) return;
      const own = cases.of(replayed.project.id);
      const forecasts = forecastsOf(reading, own);
      const chances = RISK_TYPES.map((risk) => [risk, [forecasts[risk].p7, forecasts[risk].p14, forecasts[risk].p30]]);
      rules.push(Object.fromEntries(chances) as Record<RiskType, Chances>);
      outcomes.push(replayed.today);
      days.push(advice.step(day, adviceSituation(replayed.project, day, reading)));
    });
  }
  return played.map(({ replayed: { project }, rules, days, outcomes }) => ({
    project,
    measures: measuresOf(project, activity),
    rules,
    advice: days,
    outcomes,
  }));
}
