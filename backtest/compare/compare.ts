import { byRisk, RISK_TYPES, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import { type Chances } from '../../src/kag-forecast/domain/hazard/forecast-hazards.js';
import type { AdvisedProject } from '../judge/advice.js';
import { type Fold, foldsOf } from '../judge/split.js';
import { Advice, type DayAdvice } from '../replay/advice.js';
import { adviceSituation } from '../replay/advice-situation.js';
import { replayOf } from '../replay/replay.js';
import type { World } from '../worlds/world.js';
import { type Cell, emptyCells, HORIZONS } from './cells.js';
import { History } from './history.js';
import { baseRate, type Labels, labelsOf } from './labels.js';
import { chancesOn, forecastsOn, learn, type Learnt } from './models.js';

/** The first day that is judged, and how many days lie between two makings of the models. */
const FIRST_DAY = 60;
const EVERY = 14;
/** From here on a forecast is an alarm. */
const ALARM = 0.45;

/**
 * Alarms of rules and model within 7 days by risk, and those of them whose trouble was there by the product's own word.
 */
export type Alarms = Record<'rules-v2' | 'hazard-v1', Record<RiskType, { all: number; there: number }>>;

export interface Compared {
  world: string;
  strong: boolean;
  projects: number;
  cells: Cell[];
  alarms: Alarms;
  advised: AdvisedProject[];
}

/** A project that is played, and what it was advised. */
interface Played {
  history: History;
  labels: readonly Labels[];
  advice: Advice;
  days: DayAdvice[];
}

/**
 * Lets all forecasters forecast a world's days, each from what was known by then, has advice made of it, and notes what
 * came.
 */
export function compare(world: World): Compared {
  const { name, days, drives } = world.parameters;
  const cells = emptyCells();
  const played = replayOf(world).map((replay): Played => {
    const history = new History(replay, days);
    return { history, labels: labelsOf(history, cells), advice: new Advice(), days: [] };
  });
  const none = () => byRisk(() => ({ all: 0, there: 0 }));
  const alarms: Alarms = { 'rules-v2': none(), 'hazard-v1': none() };
  const histories = played.map(({ history }) => history);
  for (const fold of foldsOf(days, 0, EVERY)) {
    const learnt = learn(histories, fold.until);
    adviseFold(fold, played, learnt);
    if (fold.from >= FIRST_DAY) compareFold(fold, name, played, learnt, cells, alarms);
  }
  return {
    world: name,
    strong: drives.client_risk > 0,
    projects: world.projects.length,
    cells,
    alarms,
    advised: played.map(({ history: { replay }, days: advised }) => ({
      days: advised,
      troubles: replay.project.troubles,
      ends: replay.project.ends,
    })),
  };
}

function adviseFold({ from, to }: Fold, played: readonly Played[], learnt: Learnt): void {
  for (const { history, advice, days } of played)
    for (let day = from; day < to; day++) {
      const onsets = RISK_TYPES.flatMap((risk_type) => {
        const began = history.openSince(risk_type, day);
        return began === null ? [] : [{ risk_type, began }];
      });
      const forecasts = forecastsOn(learnt, history, day);
      const situation = adviceSituation(history.replay, day, { forecasts, thresholds: learnt.thresholds, onsets });
      if (situation) days.push(advice.step(day, situation));
    }
}

function compareFold(
  { until, from, to }: Fold,
  world: string,
  played: readonly Played[],
  { models }: Learnt,
  cells: readonly Cell[],
  alarms: Alarms,
): void {
  const histories = played.map(({ history }) => history);
  const labels = played.map((one) => one.labels);
  const rates = cells.map((_cell, at) => baseRate(histories, labels, at, until));
  for (const { history, labels: own } of played) {
    const { project } = history.replay;
    for (let day = from; day < Math.min(to, project.ends); day++) {
      const ruled = byRisk((risk) => chancesOn(models['rules-v2'], history, risk, day));
      const modelled = byRisk((risk) => chancesOn(models['hazard-v1'], history, risk, day));
      for (const risk of RISK_TYPES) {
        note(alarms['rules-v2'][risk], ruled[risk], history.thereSince(risk, day) !== null);
        note(alarms['hazard-v1'][risk], modelled[risk], history.thereSince(risk, day) !== null);
      }
      for (const [c, { risk, horizon, rows }] of cells.entries()) {
        const label = own[c]?.[day] ?? -1;
        if (label < 0 || !history.isSettled(day, horizon, history.days - 1)) continue;
        const at = HORIZONS.indexOf(horizon);
        const usual = rates[c] ?? NaN;
        // Where a model gives no chance, it says no more than what is usual.
        const said = [usual, ruled[risk]?.[at] ?? usual, modelled[risk]?.[at] ?? usual];
        rows.push({ group: `${world}/${project.id}`, came: label === 1, said });
      }
    }
  }
}

function note(alarms: { all: number; there: number }, chances: Chances | null, there: boolean): void {
  if (!chances || chances[0] < ALARM) return;
  alarms.all++;
  if (there) alarms.there++;
}
