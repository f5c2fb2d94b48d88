import { describe, expect, it } from '@jest/globals';
import { listed } from '../../../test/builders/listed.js';
import type { ListedProject } from './listed.js';
import { comparePlaces, PLACE_PARTS, placeOf, type PortfolioSort, SORTS } from './order.js';

const urgent = { category: 'delivery_risk', priority: 5, assignee: null } as const;
const ahead = { category: 'finance_risk', priority: 3, assignee: null } as const;
const there = { risk_type: 'client_risk', status: 'already', p14: null, usual: 0.1 } as const;
const health = (value: number | null) => ({
  project_health: { value, band: value === null ? null : ('low' as const) },
});

const sorted = (sort: PortfolioSort, projects: readonly ListedProject[]) =>
  [...projects].sort((a, b) => comparePlaces(placeOf(sort, a), placeOf(sort, b))).map(({ name }) => name);

describe('the order of projects', () => {
  it.each<[string, PortfolioSort, Partial<ListedProject>[]]>([
    [
      'by what is most urgent, then by what is there, then by health',
      'troubled',
      [
        { open: [ahead, urgent], scores: health(90) },
        { open: [ahead], risks: [there], scores: health(80) },
        { open: [ahead], scores: health(20) },
        { risks: [there], scores: health(99) },
        { scores: health(40) },
        { scores: health(70) },
        { scores: health(null) },
      ],
    ],
    ['by name where all else is equal', 'troubled', [{}, {}, {}]],
    [
      'by the last thing that happened, those without one last',
      'last_activity',
      [
        { last_activity_at: new Date('2026-02-03T10:00:00Z') },
        { last_activity_at: new Date('2026-02-03T09:00:00Z') },
        { last_activity_at: null },
      ],
    ],
    ['by health, the lowest first', 'project_health', [{ scores: health(0) }, { scores: health(12.34) }, {}]],
    [
      'by other scores, the highest first',
      'risk',
      [
        { scores: { risk: { value: 80.02, band: 'high' } } },
        { scores: { risk: { value: 80.01, band: 'high' } } },
        { scores: { risk: { value: 0, band: 'low' } } },
        { scores: { risk: { value: null, band: null } } },
      ],
    ],
  ])('is %s', (_what, sort, given) => {
    const projects = given.map((one, i) => listed({ name: `P${i}`, ...one }));
    expect(sorted(sort, projects.toReversed())).toEqual(projects.map(({ name }) => name));
  });

  it('is by name as people read names, of both alphabets', () => {
    const names = ['Acme 2', 'acme 3', 'Éclair', 'Zoo', 'Ёлка', 'Жук'];
    expect(
      sorted(
        'name',
        names.toReversed().map((name) => listed({ name })),
      ),
    ).toEqual(names);
  });

  it.each(SORTS)('%s: has places that cursors can carry', (sort) => {
    const place = placeOf(sort, listed({ last_activity_at: new Date(), scores: health(12.345678) }));
    const kinds = place.map((part) => (Number.isSafeInteger(part) ? 'number' : 'string'));
    expect(kinds).toEqual(PLACE_PARTS[sort].map((part) => (part === 'uuid' ? 'string' : part)));
  });
});
