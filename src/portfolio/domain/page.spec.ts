import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { listed } from '../../../test/builders/listed.js';
import type { ListedProject } from './listed.js';
import { type ListPlace, SORTS } from './order.js';
import { pageOf } from './page.js';

const filter = { assignees: [], state: 'going_on' } as const;

describe('pages', () => {
  it('follow each other without a gap or a repeat, whatever the sort', () => {
    const priorities = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 25 });
    fc.assert(
      fc.property(priorities, fc.constantFrom(...SORTS), fc.integer({ min: 1, max: 7 }), (given, sort, limit) => {
        const projects = given.map((priority) =>
          listed({
            open: [{ category: 'winback', priority, assignee: null }],
            scores: { project_health: { value: priority, band: 'low' } },
          }),
        );
        const walked: ListedProject[] = [];
        for (let after: ListPlace | null = null; ;) {
          const page = pageOf(projects, { filter, sort, limit, after });
          walked.push(...page.shown);
          if (page.last === null) break;
          expect(page.shown).toHaveLength(limit);
          after = page.last;
        }
        expect(walked).toEqual(pageOf(projects, { filter, sort, limit: 100, after: null }).shown);
        expect(new Set(walked).size).toBe(projects.length);
      }),
    );
  });

  it('have totals of all pages, and of what the filters leave', () => {
    const there = { risk_type: 'client_risk', status: 'already', p14: null, usual: 0.1 } as const;
    const projects = [
      listed({ open: [{ category: 'winback', priority: 5, assignee: null }] }),
      listed({ open: [{ category: 'winback', priority: 3, assignee: null }], risks: [there] }),
      listed({ scores: { project_health: { value: 90, band: 'low' } } }),
      listed({ ended_on: '2026-02-03', over: true, risks: [there] }),
    ];
    expect(pageOf(projects, { filter, sort: 'name', limit: 1, after: null }).totals).toEqual({
      projects: 3,
      needing_attention: 2,
      open_recommendations: 2,
      urgent: 1,
      health: { low: 1, medium: 0, high: 0, critical: 0, unknown: 2 },
    });
  });
});
