import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CHANGE_KINDS, changesOf, HEALTH_POINTS, RISK_POINTS } from './changes.js';
import type { DigestFacts } from './facts.js';
import { changeLine } from './lines.js';
import { LOCALES } from '../../common/locale.js';

const NONE: DigestFacts = { health: [], risks: [], onsets: [], advice: [] };
const kinds = (facts: Partial<DigestFacts>) => changesOf({ ...NONE, ...facts }).map(({ kind }) => kind);
const project_id = 'p';
const risk_type = 'client_risk';

describe('changes', () => {
  it.each<[string, Partial<DigestFacts>, string[]]>([
    ['health that fell by a lot', { health: [{ project_id, before: 70, after: 60 }] }, ['health_fell']],
    ['health that rose by a lot', { health: [{ project_id, before: 60, after: 70.4 }] }, ['health_rose']],
    ['not health that moved a little', { health: [{ project_id, before: 70, after: 61 }] }, []],
    ['a likelier risk', { risks: [{ project_id, risk_type, before: 0.1, after: 0.2 }] }, ['risk_rose']],
    ['a less likely risk', { risks: [{ project_id, risk_type, before: 0.31, after: 0.2 }] }, ['risk_fell']],
    ['not a risk that moved a little', { risks: [{ project_id, risk_type, before: 0.1, after: 0.19 }] }, []],
    [
      'a risk that came about, and not that it was likelier',
      {
        onsets: [{ project_id, risk_type, what: 'came', day: '2026-02-03' }],
        risks: [{ project_id, risk_type, before: 0.1, after: 0.9 }],
      },
      ['risk_came'],
    ],
    [
      'a recommendation whose reason is gone',
      {
        advice: [
          { project_id, recommendation_id: 'r', what: 'lapsed', category: 'winback', priority: 4, title: 'Call' },
        ],
      },
      ['advice_lapsed'],
    ],
  ])('are %s', (_what, facts, expected) => expect(kinds(facts)).toEqual(expected));

  it('tell bad news first, and of one kind the heaviest', () => {
    const changes = changesOf({
      health: [
        { project_id: 'a', before: 80, after: 60 },
        { project_id: 'b', before: 80, after: 40 },
        { project_id: 'c', before: 20, after: 90 },
      ],
      risks: [{ project_id: 'a', risk_type, before: 0.1, after: 0.5 }],
      onsets: [
        { project_id: 'd', risk_type, what: 'over', day: '2026-02-03' },
        { project_id: 'e', risk_type, what: 'came', day: '2026-02-03' },
      ],
      advice: [
        { project_id: 'a', recommendation_id: 'r', what: 'opened', category: 'winback', priority: 5, title: 'Call' },
      ],
    });
    expect(changes.map(({ kind, project_id: id }) => `${kind} ${id}`)).toEqual([
      'risk_came e',
      'health_fell b',
      'health_fell a',
      'risk_rose a',
      'advice_opened a',
      'risk_over d',
      'health_rose c',
    ]);
  });

  it('are bad news where something is wrong, and not where something could be sold', () => {
    const opened = (category: 'winback' | 'upsell_opportunity') =>
      changesOf({
        ...NONE,
        advice: [{ project_id, recommendation_id: 'r', what: 'opened', category, priority: 3, title: 'Call' }],
      });
    expect([...opened('winback'), ...opened('upsell_opportunity')].map(({ bad }) => bad)).toEqual([true, false]);
    const health = (after: number) => changesOf({ ...NONE, health: [{ project_id, before: 50, after }] });
    expect([...health(20), ...health(80)].map(({ bad }) => bad)).toEqual([true, false]);
  });

  const share = fc.double({ min: 0, max: 1, noNaN: true });
  const facts = fc.record({
    health: fc.array(
      fc.record({
        project_id: fc.uuid(),
        before: fc.double({ min: 0, max: 100, noNaN: true }),
        after: fc.double({ min: 0, max: 100, noNaN: true }),
      }),
    ),
    risks: fc.array(
      fc.record({
        project_id: fc.uuid(),
        risk_type: fc.constantFrom('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'),
        before: share,
        after: share,
      }),
    ),
    onsets: fc.array(
      fc.record({
        project_id: fc.uuid(),
        risk_type: fc.constantFrom('delivery_risk', 'finance_risk', 'client_risk', 'scope_risk'),
        what: fc.constantFrom('came', 'over'),
        day: fc.constant('2026-02-03'),
      }),
    ),
    advice: fc.array(
      fc.record({
        project_id: fc.uuid(),
        recommendation_id: fc.uuid(),
        what: fc.constantFrom('opened', 'lapsed'),
        category: fc.constantFrom('winback', 'upsell_opportunity'),
        priority: fc.integer({ min: 1, max: 5 }),
        title: fc.constant('Call'),
      }),
    ),
  }) as fc.Arbitrary<DigestFacts>;

  it('are by a lot, in order, and say where their evidence is, in any language', () => {
    fc.assert(
      fc.property(facts, fc.constantFrom(...LOCALES), (given, locale) => {
        const changes = changesOf(given);
        const places = changes.map(({ kind }) => CHANGE_KINDS.indexOf(kind));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const change of changes) {
          const moved = Math.abs((change.after ?? 0) - (change.before ?? 0));
          if (/^health/.test(change.kind)) expect(moved).toBeGreaterThanOrEqual(HEALTH_POINTS);
          if (/^risk_(rose|fell)/.test(change.kind)) expect(moved).toBeGreaterThanOrEqual(RISK_POINTS);
          const { words, link } = changeLine(change, locale);
          expect(words).toMatch(/^\S.*[^.]$/);
          expect(words).not.toMatch(/undefined|null|NaN/);
          expect(link).toContain(change.project_id);
          expect(link).toContain(change.recommendation_id ?? '#');
        }
      }),
    );
  });

  it('are the same in any order of the facts', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const turned = Object.fromEntries(
          Object.entries(given).map(([key, list]) => [key, (list as unknown[]).toReversed()]),
        ) as unknown as DigestFacts;
        const shown = (of: DigestFacts) => changesOf(of).map(({ kind, weight, project_id: id }) => [kind, weight, id]);
        expect(shown(turned)).toEqual(shown(given));
      }),
    );
  });
});
