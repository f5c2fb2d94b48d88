import Table, { type HorizontalAlignment } from 'cli-table3';
import { chance } from './layout.js';
import type { Holding } from './portfolio.js';

export interface StepRow {
  step: string;
  seconds: number;
  outcome: string;
}

export interface StoredRow {
  project: string;
  /** Rows of Chatwoot, Linear and Attio. */
  rows: readonly number[];
  chunks: number;
  events: number;
}

const NO_LINES = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '', bottom: '', 'bottom-mid': '', 'bottom-left': '' },
  ...{ 'bottom-right': '', left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
};

/** A table of rows that are one line each; columns but the first ones of `texts` are numbers, and stand right. */
function tableOf(head: readonly string[], rows: readonly (readonly (string | number)[])[], texts: number[]): string {
  const table = new Table({
    chars: NO_LINES,
    style: { head: [], border: [], 'padding-left': 0, 'padding-right': 2 },
    colAligns: head.map((_, at): HorizontalAlignment => (texts.includes(at) ? 'left' : 'right')),
  });
  const widths = head.map((name, at) => Math.max(name.length, ...rows.map((row) => String(row[at]).length)));
  table.push(
    [...head],
    widths.map((width) => '─'.repeat(width)),
    ...rows.map((row) => [...row]),
  );
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** What each step did and how long it took. */
export function stepsTable(steps: readonly StepRow[]): string {
  return tableOf(
    ['Step', 'Seconds', 'What it did'],
    steps.map(({ step, seconds, outcome }) => [step, seconds.toFixed(1), outcome]),
    [0, 2],
  );
}

/** What each project has from each vendor, and what became of it. */
export function storedTable(projects: readonly StoredRow[]): string {
  return tableOf(
    ['Project', 'Chatwoot', 'Linear', 'Attio', 'Events', 'Chunks'],
    projects.map(({ project, rows, events, chunks }) => [project, ...rows, events, chunks]),
    [0],
  );
}

/** Every project on a line: its scores, the likeliest of its risks, and how much there is to do. */
export function portfolioTable(holdings: readonly Holding[]): string {
  return tableOf(
    ['Project', 'Health', 'Risk', 'Value', 'Upsell', 'Likeliest', '7 d', '14 d', '30 d', 'To do'],
    holdings.map(({ project, scores, forecasts, recommendations, heldBack }) => {
      const score = (type: string) => wholeScore(scores.find(({ score_type }) => score_type === type)?.value ?? null);
      const [worst] = forecasts;
      return [
        project,
        ...['project_health', 'risk', 'client_value', 'upsell_likelihood'].map(score),
        ...(worst ? [riskName(worst.risk_type), ...likelihood(worst)] : ['–', '', '', '']),
        recommendations.length > 0 ? recommendations.length : heldBack.length > 0 ? 'held back' : 'nothing',
      ];
    }),
    [0, 5],
  );
}

/** The chances of a risk, or that it is there. */
const likelihood = ({ status, p7, p14, p30 }: Holding['forecasts'][number]): string[] =>
  status === 'already' ? ['there', '', ''] : [p7, p14, p30].map(chance);

/** A score as people read it: too little is known of some. */
export const wholeScore = (value: number | null) => (value === null ? '–' : Math.round(value));

/** `delivery_risk` in a column of risks. */
export const riskName = (type: string) => type.replace(/_risk$/, '');
