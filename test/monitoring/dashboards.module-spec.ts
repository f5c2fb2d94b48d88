import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { alertGroups } from '../../generate/alert-rules.js';
import { exportedMetrics } from '../../generate/metrics.js';
import { Expressions } from './promql.js';

const FOLDER = 'monitoring/grafana';

interface Panel {
  type: string;
  title: string;
  description?: string;
  gridPos: { x: number; y: number; w: number; h: number };
  panels?: Panel[];
  targets?: { expr: string; legendFormat: string; datasource: { uid: string } }[];
}

interface Dashboard {
  uid: string;
  templating: { list: { name: string }[] };
  panels: Panel[];
}

const files = await readdir(FOLDER);
const dashboards = await Promise.all(
  files.map(async (file) => ({
    file,
    ...(JSON.parse(await readFile(`${FOLDER}/${file}`, 'utf8')) as Dashboard),
  })),
);
const exported = exportedMetrics();
const expressions = new Expressions(exported);
const unfolded = (panels: readonly Panel[]): Panel[] =>
  panels.flatMap((panel) => [panel, ...unfolded(panel.panels ?? [])]);
const targetsOf = ({ panels }: Dashboard) =>
  unfolded(panels).flatMap(({ title, targets = [] }) => targets.map((target) => ({ title, ...target })));

describe.each(dashboards)('$file', (dashboard) => {
  it('asks for what is exported, by labels that it has', () => {
    const faults = targetsOf(dashboard).flatMap(({ title, expr }) =>
      expressions.faults(expr).map((fault) => `${title}: ${fault}`),
    );
    expect(targetsOf(dashboard).length).toBeGreaterThan(10);
    expect(faults).toEqual([]);
  });

  it('names its series by labels that they have', () => {
    for (const { title, expr, legendFormat } of targetsOf(dashboard)) {
      const used = [...legendFormat.matchAll(/\{\{(\w+)\}\}/g)].map(([, label]) => label ?? '');
      const there = expressions.labelsOf(expr);
      expect([title, used.filter((label) => !there.has(label))]).toEqual([title, []]);
    }
  });

  it('knows the variables that its panels use', () => {
    const known = ['__rate_interval', ...dashboard.templating.list.map(({ name }) => name)];
    const used = JSON.stringify(dashboard.panels).matchAll(/\$\{?(\w+)/g);
    expect([...used].map(([, name]) => name).filter((name) => !known.includes(name ?? ''))).toEqual([]);
  });

  it('lays its panels side by side, each with a word on what to make of it', () => {
    const panels = unfolded(dashboard.panels).filter(({ type }) => type !== 'row');
    for (const { title, description } of panels)
      expect([title, description]).toEqual([title, expect.stringMatching(/\.$/)]);
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)}/${y + Math.floor(i / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  });

  it('speaks of alerts that there are', async () => {
    const alerts = (await alertGroups()).flatMap(({ rules }) => rules.map(({ alert }) => alert));
    const named = JSON.stringify(dashboard.panels).match(/\bKag[A-Z]\w+/g) ?? [];
    expect(named.filter((name) => !alerts.includes(name))).toEqual([]);
  });
});

it('shows every metric of the server’s own somewhere', () => {
  const shown = new Set(dashboards.flatMap((each) => targetsOf(each).flatMap(({ expr }) => expressions.asked(expr))));
  const missing = exported
    .map(({ name }) => name)
    .filter(
      (name) =>
        name.startsWith('kag_') && ![...shown].some((series) => series.replace(/_(bucket|sum|count)$/, '') === name),
    );
  expect(missing).toEqual([]);
});

it('finds what is wrong with an expression', () => {
  expect(
    [
      'sum(rate(kag_nonsense_total[5m]))',
      'max(kag_queue_depth{role="api"})',
      'sum(kag_jobs_due)',
      'kag_jobs_due',
      'max by (connector) (kag_jobs_due)',
      'max(kag_jobs_due',
      'sum by (le) (rate(kag_search_duration_seconds_count[5m]))',
    ].map((expr) => expressions.faults(expr)),
  ).toEqual([
    ['kag_nonsense_total is not exported'],
    ['kag_queue_depth has no label role'],
    ['kag_jobs_due is the same from every process: take max of it first, not sum'],
    ['kag_jobs_due is the same from every process: take max of it first, not nothing'],
    ['nothing below has a label connector to group by'],
    [expect.stringMatching(/^can't be read/)],
    ['nothing below has a label le to group by'],
  ]);
});
