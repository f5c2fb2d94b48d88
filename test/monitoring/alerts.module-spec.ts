import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { alertGroups } from '../../generate/alert-rules.js';
import { exportedMetrics } from '../../generate/metrics.js';
import { SECTIONS as RUNBOOK_SECTIONS } from '../../src/ops/diagnosis/domain/diagnosis.js';
import { Expressions } from './promql.js';

const SECTIONS: readonly string[] = Object.keys(RUNBOOK_SECTIONS);
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
});

interface UnitTests {
  tests: { alert_rule_test: { alertname: string; exp_alerts: unknown[] }[] }[];
}
