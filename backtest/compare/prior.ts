import { INTERVALS } from '../../src/kag-forecast/domain/hazard/intervals.js';
import { fitLogistic } from '../../src/kag-forecast/domain/hazard/logistic-fit.js';
import { FEATURES } from '../../src/kag-forecast/domain/hazard/features/features.js';
import type { HazardPrior } from '../../src/kag-forecast/domain/hazard/prior.js';
import { trainingRows } from '../../src/kag-forecast/domain/hazard/training-rows.js';
import { byRisk, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import { replayOf } from '../replay/replay.js';
import { dayText } from '../worlds/calendar.js';
import type { WorldParameters } from '../worlds/parameters.js';
import { worldOf } from '../worlds/world.js';
import { History } from './history.js';
import { toEnd } from './steps.js';

/** Nothing is believed before: what comes out is what the worlds say. */
const OPEN = { baseWeight: 1, slopePrecision: 2 };
/** What a scope of its own is like is not known: made worlds are believed so far. */
const BELIEVED = 0.7;

/** The priors that worlds make, all their projects taken for one scope. */
export function priorsOf(worlds: readonly WorldParameters[]): Record<RiskType, HazardPrior[]> {
  const runs = worlds.flatMap((parameters) =>
    replayOf(worldOf(parameters)).map((replay) => {
      const run = new History(replay, parameters.days).runUntil(parameters.days - 1);
      return { ...run, project_id: `${parameters.name} ${run.project_id}` };
    }),
  );
  const until = dayText(Math.max(...worlds.map(({ days }) => days)) - 1);
  return byRisk((risk) => {
    const none = FEATURES[risk].map(() => 0);
    const rows = toEnd(trainingRows(risk, runs, until));
    return INTERVALS.flatMap((_interval, k): HazardPrior[] => {
      const own = rows[k];
      if (!own) return [];
      const { base, means, slopes } = toEnd(fitLogistic(own, { base: 0.05, means: none, slopes: none }, OPEN));
      return [{ base: round(base), means: means.map(round), slopes: slopes.map((slope) => round(BELIEVED * slope)) }];
    });
  });
}

const round = (value: number): number => Number(value.toFixed(2));
