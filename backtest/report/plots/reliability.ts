import { RISK_TYPES, type RiskType } from '../../../src/kag-forecast/domain/risks.js';
import { FORECASTERS, type Forecaster, judgedOf } from '../../compare/cells.js';
import type { Summary } from '../../compare/summary.js';
import { reliability } from '../../judge/calibration.js';
import { at, FORECASTER_COLORS, line, svg, text } from './svg.js';

const SIDE = 200;
const GAP = 50;
const TOP = 60;

/**
 * What was said against what came, a square for each risk, all horizons together: who can be believed lies on the
 * diagonal.
 */
export function reliabilityPlot(summary: Summary): string {
  const width = GAP + RISK_TYPES.length * (SIDE + GAP);
  const squares = RISK_TYPES.map((risk, n) => square(summary, risk, GAP + n * (SIDE + GAP)));
  const legend = FORECASTERS.map(
    (forecaster, n) => `<g fill="${FORECASTER_COLORS[forecaster]}">${text(GAP + n * 110, 20, `● ${forecaster}`)}</g>`,
  );
  const note = text(
    GAP,
    TOP + SIDE + 36,
    'across: what was said; up: what came; a dot is as large as it has forecasts',
  );
  return svg(width, TOP + SIDE + 50, 'Reliability of forecasts against real trouble', [...legend, ...squares, note]);
}

function square(summary: Summary, risk: RiskType, left: number): string {
  const frame = `<rect x="${left}" y="${TOP}" width="${SIDE}" height="${SIDE}" fill="none" stroke="#9ca3af"/>`;
  const diagonal = line(left, TOP + SIDE, left + SIDE, TOP, '#d1d5db', 'stroke-dasharray="4 4"');
  const ticks = [0, 0.5, 1].flatMap((tick) => [
    text(left + tick * SIDE, TOP + SIDE + 16, String(tick), 'middle'),
    text(left - 6, TOP + SIDE - tick * SIDE + 4, String(tick), 'end'),
  ]);
  const dots = FORECASTERS.map((forecaster) => dotsOf(summary, risk, forecaster, left));
  return [text(left, TOP - 10, risk), frame, diagonal, ...ticks, ...dots].join('\n');
}

function dotsOf({ cells }: Summary, risk: RiskType, forecaster: Forecaster, left: number): string {
  const judged = cells
    .filter((cell) => cell.target === 'trouble' && cell.risk === risk)
    .flatMap((cell) => judgedOf(cell, forecaster));
  const points = reliability(judged).map(({ said, came, count }) => ({
    x: left + said * SIDE,
    y: TOP + SIDE - came * SIDE,
    r: 2 + 8 * Math.sqrt(count / judged.length),
  }));
  const color = FORECASTER_COLORS[forecaster];
  const path = points.map(({ x, y }) => `${at(x)},${at(y)}`).join(' ');
  return [
    `<polyline points="${path}" fill="none" stroke="${color}"/>`,
    ...points.map(({ x, y, r }) => `<circle cx="${at(x)}" cy="${at(y)}" r="${at(r)}" fill="${color}" opacity=".8"/>`),
  ].join('\n');
}
