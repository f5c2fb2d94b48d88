import { describe, expect, it } from '@jest/globals';
import { commonCauses } from './common-causes.js';
import type { FirstCause, DiagnosisVerdict } from './diagnosis.js';

function diagnosed(name: string, check: string | null, status: FirstCause['status'] = 'fail') {
  const first_cause: FirstCause | null =
    check === null ? null : { check, section: 'checklist', title: `About ${check}`, status, observed: '', remedy: [] };
  const verdict: DiagnosisVerdict = {
    status: first_cause?.status ?? 'ok',
    first_cause,
    counts: { ok: 1, warn: 0, fail: 0, skipped: 0 },
  };
  return { project: { id: name, name }, verdict };
}

const causesOf = (...given: ReturnType<typeof diagnosed>[]) =>
  commonCauses(given).map(({ check, status, projects }) => [status, check, projects.map(({ name }) => name).join()]);

describe('causes of several projects', () => {
  it('are none where all is well', () => expect(causesOf(diagnosed('a', null))).toEqual([]));

  it('are told once, with the projects that have them', () => {
    expect(causesOf(diagnosed('a', 'token'), diagnosed('b', null), diagnosed('c', 'token'))).toEqual([
      ['fail', 'token', 'a,c'],
    ]);
  });

  it('begin with what fails, and then with what most projects have', () => {
    expect(
      causesOf(
        diagnosed('a', 'lag', 'warn'),
        diagnosed('b', 'lag', 'warn'),
        diagnosed('c', 'token'),
        diagnosed('d', 'schedule'),
        diagnosed('e', 'schedule'),
      ),
    ).toEqual([
      ['fail', 'schedule', 'd,e'],
      ['fail', 'token', 'c'],
      ['warn', 'lag', 'a,b'],
    ]);
  });
});
