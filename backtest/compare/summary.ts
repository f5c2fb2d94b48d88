import { byRisk, type RiskType } from '../../src/kag-forecast/domain/risks.js';
import { type Category, RULES } from '../../src/kag-recommendations/domain/recommendation.js';
import { adviceQuality, type AdviceQuality } from '../judge/advice.js';
import { calibrationError } from '../judge/calibration.js';
import { auc, brier, frequency, logLoss, meanForecast } from '../judge/scores.js';
import { type Skill, skillOf } from '../judge/skill.js';
import { Random } from '../random.js';
import { type Cell, type Forecaster, FORECASTERS, judgedOf, pooled, type Target } from './cells.js';
import type { Alarms, Compared } from './compare.js';

/** How good a forecaster is in a cell. */
export interface CellScores {
  target: Target;
  risk: RiskType;
  horizon: number;
  forecaster: Forecaster;
  days: number;
  said: number;
  came: number;
  brier: number;
  log_loss: number;
  auc: number;
  ece: number;
  /** Against the base rate. */
  skill: Skill;
}

export interface Summary {
  worlds: number;
  projects: number;
  cells: readonly Cell[];
  scores: readonly CellScores[];
  /** Share of the alarms (p7 of .45 or more) whose trouble was there by their own word; NaN without alarms. */
  there: Readonly<Record<keyof Alarms, Readonly<Record<RiskType, number>>>>;
  advice: AdviceQuality;
}

export function summaryOf(compared: readonly Compared[]): Summary {
  const cells = pooled(compared.map((one) => one.cells));
  return {
    worlds: compared.length,
    projects: compared.reduce((sum, { projects }) => sum + projects, 0),
    cells,
    scores: cells.flatMap((cell) => FORECASTERS.map((forecaster) => scoresOf(cell, forecaster))),
    there: {
      'rules-v2': byRisk((risk) => thereOf(compared, 'rules-v2', risk)),
      'hazard-v1': byRisk((risk) => thereOf(compared, 'hazard-v1', risk)),
    },
    advice: adviceQuality(
      compared.flatMap(({ advised }) => advised),
      (category) => RULES[category as Category]?.risk ?? null,
    ),
  };
}

function scoresOf(cell: Cell, forecaster: Forecaster): CellScores {
  const { target, risk, horizon } = cell;
  const judged = judgedOf(cell, forecaster);
  const random = new Random(`skill of ${forecaster} ${target} ${risk} ${horizon}`);
  return {
    target,
    risk,
    horizon,
    forecaster,
    days: judged.length,
    said: meanForecast(judged),
    came: frequency(judged),
    brier: brier(judged),
    log_loss: logLoss(judged),
    auc: auc(judged),
    ece: calibrationError(judged),
    skill: skillOf(judged, judgedOf(cell, 'base-rate'), random),
  };
}

function thereOf(compared: readonly Compared[], forecaster: keyof Alarms, risk: RiskType): number {
  const own = compared.map(({ alarms }) => alarms[forecaster][risk]);
  return own.reduce((sum, { there }) => sum + there, 0) / own.reduce((sum, { all }) => sum + all, 0);
}

/** The mean of a figure over the cells of a target, or of one of its risks. */
export function meanOf(
  { scores }: Summary,
  forecaster: Forecaster,
  target: Target,
  of: (one: CellScores) => number,
  risk?: RiskType,
): number {
  const own = scores.filter(
    (one) => one.forecaster === forecaster && one.target === target && (risk === undefined || one.risk === risk),
  );
  return own.reduce((sum, one) => sum + of(one), 0) / own.length;
}
