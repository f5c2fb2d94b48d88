import Table from 'cli-table3';
import type { Check, Diagnosis, RemedyStep } from '../diagnosis/domain/diagnosis.js';

const NARROWEST = 60;
/** What a cell keeps free on both sides. */
const PADDING = 2;

/** A step as a person would type or do it. */
export function stepText({ method, path, body, run, note }: RemedyStep): string {
  if (method !== null && path !== null)
    return `${method} ${path}${body === null ? '' : ` ${JSON.stringify(body)}`}\n  ${note}`;
  if (run !== null) return `$ ${run}\n  ${note}`;
  return note;
}

/** A table as wide as the terminal: some columns are fixed, and texts share what is left. */
function tableOf(head: string[], widths: (number | 'text')[], columns: number, rows: string[][]): string {
  const fixed = widths.reduce<number>((sum, width) => sum + (width === 'text' ? 0 : width), widths.length + 1);
  const texts = widths.filter((width) => width === 'text').length;
  const each = Math.floor((Math.max(columns, NARROWEST + fixed) - fixed) / Math.max(1, texts));
  const colWidths = widths.map((width) => (width === 'text' ? each : width));
  const table = new Table({ head, colWidths, style: { head: [], border: [] } });
  for (const cells of rows) table.push(cells.map((cell, i) => wrapped(cell, (colWidths[i] ?? each) - PADDING)));
  return table.toString();
}

/** Broken between words, and within one only where it is longer than a line: a path has to be there whole. */
function wrapped(text: string, width: number): string {
  const pieces = new RegExp(`(?=\\S).{1,${width}}(?=\\s|$)|\\S{1,${width}}`, 'g');
  return text
    .split('\n')
    .flatMap((line) => line.match(pieces) ?? [''])
    .join('\n');
}

function row(check: Check): string[] {
  const because = check.because_of === null ? '' : `\nbecause of ${check.because_of}`;
  const seen =
    check.status === 'ok' || check.status === 'skipped'
      ? check.observed
      : `${check.observed}\nExpected: ${check.expected}`;
  return [check.status, `${check.id}${because}`, seen, check.remedy.map(stepText).join('\n')];
}

/** Every check of one project, by section, and where to begin. */
export function fullReport(diagnosis: Diagnosis, columns: number): string {
  const parts = diagnosis.sections.map(({ id, title, checks }) => {
    return `${id}: ${title}\n${checksReport(checks, columns)}`;
  });
  return [`Project ${diagnosis.project.name}`, ...parts, verdictText(diagnosis)].join('\n\n');
}

/** A line for each project, the worst first. */
export function summaryReport(diagnoses: readonly Diagnosis[], columns: number): string {
  const rank = { fail: 0, warn: 1, ok: 2 };
  const rows = [...diagnoses]
    .sort((a, b) => rank[a.verdict.status] - rank[b.verdict.status])
    .map(({ project, verdict: { status, first_cause: cause } }) => [
      status,
      project.name,
      cause?.check ?? '',
      cause?.observed ?? '',
    ]);
  const table = tableOf(['', 'project', 'first cause', 'seen'], [7, 'text', 30, 'text'], columns, rows);
  const count = (status: 'ok' | 'warn' | 'fail') => diagnoses.filter(({ verdict }) => verdict.status === status).length;
  const totals = `${diagnoses.length} projects: ${count('ok')} ok, ${count('warn')} with warnings, ${count('fail')} failing.`;
  const more = 'npm run doctor -- --project NAME shows every check and its cure.';
  return `${table}\n\n${totals} ${more}`;
}

/** What this login was not told of. */
export const passedOverText = (names: readonly string[]): string =>
  `Passed over, since the server does not diagnose them for this login: ${names.join(', ')}.`;

/** Where to begin with a project. */
export function verdictText({ verdict }: Diagnosis): string {
  const { first_cause: cause, status, counts } = verdict;
  const totals = `${counts.ok} ok, ${counts.warn} warnings, ${counts.fail} failures, ${counts.skipped} skipped.`;
  if (cause === null) return `All is well: ${totals}`;
  return [
    `${status === 'fail' ? 'Something fails' : 'Something deserves a look'}: ${totals}`,
    `Begin with ${cause.check} (${cause.title}): ${cause.observed}`,
    ...cause.remedy.map((step, index) => `  ${index + 1}. ${stepText(step)}`),
  ].join('\n');
}

/** Checks with what was seen and what cures it. */
export function checksReport(checks: readonly Check[], columns: number): string {
  return tableOf(['', 'check', 'seen', 'cure'], [9, 32, 'text', 'text'], columns, checks.map(row));
}
