import { describe, expect, it } from '@jest/globals';
import { figure } from './figure.js';
import { broken, reportJson, type Report } from './report.js';
import { reportTable, shown } from './report-table.js';

const report: Report = {
  measured_at: '2026-03-01T00:00:00.000Z',
  machine: { cores: 2, cpu: 'A 3000', memory_gib: 16, fsync: 'on', quick: false },
  facts: [['Node', 'v24.11.0']],
  figures: [
    figure('start.embedded', [4000, 4200]),
    figure('sync.first.rate', [3500], { floor: [6000] }),
    figure('sync.next.written', [0, 2]),
  ],
};

describe('reportTable', () => {
  const lines = reportTable(report).split('\n');
  const lineOf = (text: string) => lines.find((line) => line.includes(text)) ?? '';

  it('begins with what the figures depend on', () => {
    expect(lines.findIndex((line) => line.includes('Node'))).toBeLessThan(
      lines.findIndex((line) => line.includes('── Start')),
    );
  });

  it('shows spread, goal and verdict', () => {
    expect(lineOf('embedded database from')).toMatch(/ms .* 4,100 .* 4,000 – 4,200 .* median ≤ 5,000 ms .* yes/);
  });

  it('shows floor and ratio, and each goal with a verdict of its own', () => {
    expect(lineOf('  messages')).toMatch(/3,500 .* 6,000 .* 0\.583 .* median ≥ 0\.5 × floor .* yes/);
    expect(lineOf('median ≥ 3,000 1/s')).toContain('yes');
  });

  it('tells what floors are, and what limits a figure', () => {
    expect(lineOf('bulk writer of the same rows')).toContain('First sync (Chatwoot), messages: ');
    expect(lineOf('WebAssembly')).toContain('Start, time to ready, embedded database from nothing: ');
  });
});

describe('reportTable of a quick run', () => {
  const lines = reportTable({ ...report, machine: { ...report.machine, quick: true } }).split('\n');

  it.each([
    ['embedded database from', /median ≤ 5,000 ms .* – /],
    ['rows written', /max ≤ 0 .* no /],
  ])('judges what holds at any size alone: %s', (text, expected) => {
    expect(lines.find((line) => line.includes(text))).toMatch(expected);
  });
});

describe('reportJson', () => {
  it('keeps facts by name and figures as they are', () => {
    expect(JSON.parse(reportJson(report))).toEqual({ ...report, facts: { Node: 'v24.11.0' } });
  });
});

describe('broken', () => {
  it('names goals that hold anywhere and are not met, and no others', () => {
    expect(broken([figure('start.head', [1e6]), ...report.figures])).toEqual([
      'Sync with nothing new, rows written: not max ≤ 0',
    ]);
  });
});

describe('shown', () => {
  it.each([
    [1234.5, '1,235'],
    [12.34, '12.3'],
    [1.234, '1.23'],
    [0.1234, '0.123'],
    [7, '7'],
    [-150.4, '-150'],
  ])('%d is %s', (value, text) => expect(shown(value)).toBe(text));
});
