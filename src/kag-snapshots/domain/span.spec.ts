import { describe, expect, it } from '@jest/globals';
import { asOf, spanOf, spanProblems, type SpanRequest } from './span.js';

const TODAY = '2026-02-03';
const problems = (request: SpanRequest) => spanProblems(request, TODAY).map(({ path }) => path);

describe('spanOf', () => {
  it.each<[SpanRequest, string, string]>([
    [{}, TODAY, TODAY],
    [{ snapshot_date: '2026-01-05' }, '2026-01-05', '2026-01-05'],
    [{ from: '2026-01-05' }, '2026-01-05', TODAY],
    [{ snapshot_date: null, from: '2026-01-05', to: null }, '2026-01-05', TODAY],
    [{ snapshot_date: '2026-01-05', from: null, to: null }, '2026-01-05', '2026-01-05'],
    [{ from: '2026-01-05', to: '2026-01-07' }, '2026-01-05', '2026-01-07'],
  ])('of %j is %s to %s', (request, from, to) => expect(spanOf(request, TODAY)).toEqual({ from, to }));
});

describe('spanProblems', () => {
  it.each<[SpanRequest]>([
    [{}],
    [{ snapshot_date: TODAY }],
    [{ snapshot_date: null, from: null, to: null }],
    [{ snapshot_date: TODAY, from: null, to: null }],
    [{ snapshot_date: '2020-02-29' }],
    [{ from: TODAY }],
    [{ from: TODAY, to: TODAY }],
    [{ from: '2024-12-31', to: TODAY }],
    [{ from: '2020-01-01', to: '2021-02-03' }],
  ])('finds none in %j', (request) => expect(problems(request)).toEqual([]));

  it.each<[SpanRequest, string[]]>([
    [{ snapshot_date: '2026-02-04' }, ['snapshot_date']],
    [{ snapshot_date: TODAY, from: TODAY }, ['snapshot_date']],
    [{ snapshot_date: TODAY, to: TODAY }, ['snapshot_date']],
    [{ to: TODAY }, ['from']],
    [{ from: null, to: TODAY }, ['from']],
    [{ from: '2026-02-02', to: '2026-02-04' }, ['to']],
    [{ from: '2026-02-04', to: '2026-02-05' }, ['from', 'to']],
    [{ from: '2026-02-03', to: '2026-02-02' }, ['from']],
    [{ from: '2024-12-30', to: TODAY }, ['from']],
    [{ from: '2024-12-30' }, ['from']],
  ])('finds some in %j: %j', (request, paths) => expect(problems(request)).toEqual(paths));
});

describe('asOf', () => {
  const now = new Date('2026-02-03T10:11:12.345Z');
  it.each([
    ['2026-02-02', '2026-02-02T23:59:59.999Z'],
    [TODAY, now.toISOString()],
  ])('of %s is %s', (day, moment) => expect(asOf(day, now).toISOString()).toBe(moment));
});
