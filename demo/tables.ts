import Table from 'cli-table3';

export interface StepRow {
  step: string;
  seconds: number | null;
  outcome: string;
}

export interface FoundRow {
  query: string;
  milliseconds: number;
  results: { text: string; score: number; source_url: string | null }[];
}

/** What each step did and how long it took, as a text table. */
export function stepsTable(steps: readonly StepRow[]): string {
  const table = new Table({ head: ['Step', 'Seconds', 'What it did'], style: { head: [], border: [] } });
  for (const { step, seconds, outcome } of steps)
    table.push([step, seconds === null ? '' : seconds.toFixed(2), outcome]);
  return table.toString();
}

/** What each search found and where it comes from, as a text table. */
export function searchesTable(searches: readonly FoundRow[]): string {
  const table = new Table({
    head: ['Search', 'Found', 'Source'],
    colWidths: [30, 64, 42],
    wordWrap: true,
    wrapOnWordBoundary: false,
    style: { head: [], border: [] },
  });
  for (const { query, milliseconds, results } of searches) {
    results.forEach((result, index) => {
      table.push([
        index === 0 ? `${query}\n(${milliseconds.toFixed(0)} ms)` : '',
        cut(result.text, 160),
        result.source_url ?? '',
      ]);
    });
  }
  return table.toString();
}

const cut = (text: string, length: number) => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
