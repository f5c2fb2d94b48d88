import { TARGETS } from '../../compare/cells.js';
import type { CellScores, Summary } from '../../compare/summary.js';
import { FORECASTER_COLORS, line, svg, text } from './svg.js';

const LEFT = 210;
const RIGHT = 40;
const SIDE = 560;
const ROW = 20;
const TOP = 50;
/** Skills that are shown; what is worse lies at the edge. */
const LEAST = -0.3;
const MOST = 0.6;

/** The model's skill against the base rate in each cell, with its interval over projects. */
export function skillPlot({ scores }: Summary): string {
  const own = scores.filter(({ forecaster }) => forecaster === 'hazard-v1');
  const rows = TARGETS.flatMap((target) => own.filter((one) => one.target === target));
  const height = TOP + rows.length * ROW + 50;
  const ticks = [-0.2, 0, 0.2, 0.4, 0.6].flatMap((tick) => [
    line(xOf(tick), TOP - 10, xOf(tick), height - 40, tick === 0 ? '#374151' : '#e5e7eb'),
    text(xOf(tick), height - 22, String(tick), 'middle'),
  ]);
  return svg(LEFT + SIDE + RIGHT, height, 'Skill of hazard-v1 against the base rate', [
    text(10, 20, 'hazard-v1: by which share its Brier score is below the base rate’s, 90 % interval over projects'),
    ...ticks,
    ...rows.map((one, n) => rowOf(one, TOP + n * ROW)),
  ]);
}

function rowOf({ target, risk, horizon, skill }: CellScores, y: number): string {
  const color = FORECASTER_COLORS['hazard-v1'];
  const middle = y + 4;
  return [
    text(10, y + 8, `${target} · ${risk} ${horizon} d`),
    line(xOf(skill.low), middle, xOf(skill.high), middle, color, 'stroke-width="2"'),
    `<circle cx="${xOf(skill.value).toFixed(1)}" cy="${middle}" r="4" fill="${color}"/>`,
  ].join('\n');
}

const xOf = (skill: number): number =>
  LEFT + ((Math.min(MOST, Math.max(LEAST, skill)) - LEAST) / (MOST - LEAST)) * SIDE;
