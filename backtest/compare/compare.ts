import { RISK_TYPES, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import { type Fold, foldsOf } from '../judge/split.js';
import { type Chances, type Replay, replayOf } from '../replay/replay.js';
import type { World } from '../worlds/world.js';
import { type Cell, emptyCells, HORIZONS } from './cells.js';
import { hazardChances, learn } from './hazard.js';
import { byRisk, History } from './history.js';
import { baseRate, type Labels, labelsOf } from './labels.js';

/** The first day that is forecast, and how many days lie between two makings of the models. */
const FIRST_DAY = 60;
const EVERY = 14;
/** From here on a forecast is an alarm. */
const ALARM = 0.45;

/** Alarms of rules and model within 7 days by risk, and those of them whose trouble was there by their own word. */
export type Alarms = Record<'rules-v1' | 'hazard-v1', Record<RiskType, { all: number; there: number }>>;

export interface Compared {
  world: string;
  strong: boolean;
  projects: number;
  cells: Cell[];
  alarms: Alarms;
  replays: readonly Replay[];
}

/** Lets all forecasters forecast a world's days, each from what was known by then, and notes what came. */
export function compare(world: World): Compared {
  const { name, days, drives } = world.parameters;
  const replays = replayOf(world);
  const histories = replays.map((replay) => new History(replay, days));
  const cells = emptyCells();
  const labels = histories.map((history) => labelsOf(history, cells));
  const none = () => byRisk(() => ({ all: 0, there: 0 }));
  const alarms: Alarms = { 'rules-v1': none(), 'hazard-v1': none() };
  for (const fold of foldsOf(days, FIRST_DAY, EVERY)) compareFold(fold, name, histories, labels, cells, alarms);
  return { world: name, strong: drives.client_risk > 0, projects: world.projects.length, cells, alarms, replays };
}

function compareFold(
  { until, from, to }: Fold,
  world: string,
  histories: readonly History[],
  labels: readonly (readonly Labels[])[],
  cells: readonly Cell[],
  alarms: Alarms,
): void {
  const rates = cells.map((_cell, at) => baseRate(histories, labels, at, until));
  const model = learn(histories, until);
  for (const [n, history] of histories.entries()) {
    const { project, rules, outcomes } = history.replay;
    for (let day = from; day < Math.min(to, project.ends); day++) {
      const modelled = byRisk((risk) => hazardChances(model, history, risk, day));
      for (const risk of RISK_TYPES) {
        note(alarms['rules-v1'][risk], rules[day]?.[risk], outcomes[day]?.includes(risk) ?? false);
        note(alarms['hazard-v1'][risk], modelled[risk], history.thereSince(risk, day) !== null);
      }
      for (const [c, { risk, horizon, rows }] of cells.entries()) {
        const label = labels[n]?.[c]?.[day] ?? -1;
        if (label < 0 || !history.isSettled(day, horizon, history.days - 1)) continue;
        const at = HORIZONS.indexOf(horizon);
        const usual = rates[c] ?? NaN;
        // Where the model gives no chance, it says no more than what is usual.
        const said = [usual, rules[day]?.[risk][at] ?? NaN, modelled[risk]?.[at] ?? usual];
        rows.push({ group: `${world}/${project.id}`, came: label === 1, said });
      }
    }
  }
}

function note(alarms: { all: number; there: number }, chances: Chances | null | undefined, there: boolean): void {
  if (!chances || chances[0] < ALARM) return;
  alarms.all++;
  if (there) alarms.there++;
}
