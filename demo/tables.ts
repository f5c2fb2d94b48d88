import Table from 'cli-table3';

export interface StepRow {
  step: string;
  seconds: number | null;
  outcome: string;
}

export interface ProjectRow {
  project: string;
  /** Of Chatwoot, Linear and Attio. */
  rows: readonly number[];
  chunks: number;
  /** By type. */
  events: Readonly<Record<string, number>>;
}

export interface FoundRow {
  project: string;
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

/** What each project has from each vendor, and the events that were seen in it, the most frequent first. */
export function projectsTable(projects: readonly ProjectRow[]): string {
  const table = new Table({
    head: ['Project', 'Chatwoot', 'Linear', 'Attio', 'Chunks', 'Events by type'],
    colWidths: [32, 10, 8, 7, 8, 71],
    wordWrap: true,
    style: { head: [], border: [] },
  });
  for (const { project, rows, chunks, events } of projects) {
    const told = Object.entries(events).sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1));
    table.push([project, ...rows, chunks, told.map(([type, count]) => `${type} ${count}`).join(', ')]);
  }
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
  for (const { project, query, milliseconds, results } of searches) {
    results.forEach((result, index) => {
      table.push([
        index === 0 ? `${query}\n(${project}, ${milliseconds.toFixed(0)} ms)` : '',
        cut(result.text, 160),
        result.source_url ?? '',
      ]);
    });
  }
  return table.toString();
}

const cut = (text: string, length: number) => (text.length <= length ? text : `${text.slice(0, length - 1)}…`);
