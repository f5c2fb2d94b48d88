import { access, readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { alertGroups } from '../../generate/alert-rules.js';
import { exportedMetrics } from '../../generate/metrics.js';
import { Expressions } from './promql.js';

const SECTIONS = [
  'checklist',
  'search_empty',
  'connector_sync',
  'daily_pipeline',
  'recommendations_few',
  'similarity_empty',
  'auth',
  'monitoring',
];
const TESTS = 'monitoring/prometheus/tests';
const RUNBOOK = 'docs/runbook.en.md';

const rules = (await alertGroups()).flatMap((group) => group.rules);
const expressions = new Expressions(exportedMetrics());

describe.each(rules)('$alert', ({ expr, labels, annotations }) => {
  it('asks for what is exported', () => {
    expect(expressions.faults(expr)).toEqual([]);
  });

  it('tells how bad it is, what it is and where to read on', () => {
    expect(['critical', 'warning', 'info']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/^\S.*[^.]$/);
    expect(annotations.description).toMatch(/^\S.*\.$/);
    const [page, section] = annotations.runbook_url.split('#');
    expect([page, SECTIONS.includes(section ?? '')]).toEqual([RUNBOOK, true]);
  });

  it('uses labels that the result has', () => {
    const used = [annotations.summary, annotations.description].flatMap((text) =>
      [...text.matchAll(/\$labels\.(\w+)/g)].map(([, label]) => label ?? ''),
    );
    const there = expressions.labelsOf(expr);
    expect(used.filter((label) => !there.has(label))).toEqual([]);
  });
});

describe('the rules together', () => {
  it('have a name each, and one at least for each section of the runbook', () => {
    const names = rules.map(({ alert }) => alert);
    expect(new Set(names).size).toBe(names.length);
    const linked = new Set(rules.map(({ annotations }) => annotations.runbook_url.split('#')[1]));
    expect([...linked].sort()).toEqual([...SECTIONS].sort());
  });

  it('have unit tests each, in which they fire and in which they do not', async () => {
    const fires = new Set<string>();
    const quiet = new Set<string>();
    for (const file of await readdir(TESTS)) {
      const { tests } = parse(await readFile(`${TESTS}/${file}`, 'utf8')) as UnitTests;
      for (const { alertname, exp_alerts } of tests.flatMap((test) => test.alert_rule_test))
        (exp_alerts.length > 0 ? fires : quiet).add(alertname);
    }
    const names = rules.map(({ alert }) => alert).sort();
    expect([...fires].sort()).toEqual(names);
    expect([...quiet].sort()).toEqual(names);
  });

  it('link sections that the runbook has', async () => {
    const there = await access(RUNBOOK).then(
      () => true,
      () => false,
    );
    if (!there) return;
    const text = await readFile(RUNBOOK, 'utf8');
    const anchors = [...text.matchAll(/^#+ (.+)$|<a id="([^"]+)">/gm)].map(([, heading, id]) => id ?? heading?.trim());
    expect(SECTIONS.filter((section) => !anchors.some((anchor) => anchor?.includes(section)))).toEqual([]);
  });
});

interface UnitTests {
  tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[];
}
