import { describe, expect, it } from '@jest/globals';
import { messageRef, reading, type ReadingParts } from '../../../test/support/readings.js';
import { outcomesOf, type StageChange } from './outcomes.js';

type Parts = Pick<ReadingParts, 'values' | 'open_blockers' | 'details'>;

const brief = (parts: Parts, changes: StageChange[] = []) =>
  outcomesOf(reading(parts), changes).map((outcome) => `${outcome.outcome_type} ${outcome.severity}`);
const change = (to: string, ...evidence: string[]): StageChange => ({ to, evidence_refs: evidence.map(messageRef) });
const requests = (count: number): Parts['details'] => ({ scope_creep_rate: { requests_7d: count } });
const margin = (share: number): Parts['details'] => ({ margin_risk: { margin: share } });
const mood = (share: number, count: number): Parts['details'] => ({
  client_sentiment: { negative_share: share, negative_messages: count },
});

describe('outcomesOf', () => {
  it.each<[Parts, string[]]>([
    [{}, []],
    [{ values: { blockers_age: 30 }, open_blockers: 1 }, []],
    [{ values: { blockers_age: 2.9999999 }, open_blockers: 2 }, []],
    [{ values: { blockers_age: 3 }, open_blockers: 2 }, ['delivery_risk 4']],
    [{ values: { blockers_age: 5 }, open_blockers: 3 }, ['delivery_risk 5']],
    [{ values: { stage_overdue: 2.9999999 } }, []],
    [{ values: { stage_overdue: 3 } }, ['delivery_risk 4']],
    [{ values: { stage_overdue: 5 } }, ['delivery_risk 5']],
    [{ values: { risk: 100, project_health: 0 } }, []],
    [{ values: { budget_burn_rate: 1.1999999 } }, []],
    [{ values: { budget_burn_rate: 1.2 } }, ['finance_risk 4']],
    [{ values: { budget_burn_rate: 1.2999999 } }, ['finance_risk 4']],
    [{ values: { budget_burn_rate: 1.3 } }, ['finance_risk 5']],
    [{ details: margin(0.2000001) }, []],
    [{ details: margin(0.2) }, ['finance_risk 4']],
    [{ values: { budget_burn_rate: 1.5 }, details: margin(0.1) }, ['finance_risk 5']],
    [{ values: { waiting_on_client_days: 3.9999999 } }, []],
    [{ values: { waiting_on_client_days: 4 } }, ['client_risk 4']],
    [{ values: { waiting_on_client_days: 5.9999999 } }, ['client_risk 4']],
    [{ values: { waiting_on_client_days: 6 } }, ['client_risk 5']],
    [{ values: { client_sentiment: -0.18 }, details: mood(0.5, 2) }, ['client_risk 4']],
    [{ values: { client_sentiment: -0.1799999 }, details: mood(1, 2) }, []],
    [{ values: { client_sentiment: -0.9 }, details: mood(1, 1) }, []],
    [{ values: { client_sentiment: -0.5 }, details: mood(0.5, 2) }, ['client_risk 5']],
    [{ details: requests(2) }, []],
    [{ details: requests(3) }, ['scope_risk 4']],
    [{ details: requests(5) }, ['scope_risk 5']],
    [
      {
        values: { waiting_on_client_days: 7, stage_overdue: 4 },
        details: { ...margin(0.2), ...requests(9) },
      },
      ['delivery_risk 4', 'finance_risk 4', 'client_risk 5', 'scope_risk 5'],
    ],
  ])('of %j: %j', (parts, expected) => expect(brief(parts)).toEqual(expected));

  it.each<[string[], string[]]>([
    [['Closed – lost'], ['client_risk 4']],
    [['Negotiation', 'Churned'], ['client_risk 4']],
    [['Заморожена'], ['client_risk 4']],
    [['Negotiation', 'Won'], []],
  ])('of deals that came to %j: %j', (stages, expected) =>
    expect(
      brief(
        {},
        stages.map((to) => change(to)),
      ),
    ).toEqual(expected),
  );

  it('sees no sign in what is unknown', () =>
    expect(
      brief({ values: { project_health: null, risk: null, client_sentiment: null, stage_overdue: null } }),
    ).toEqual([]));

  it('takes the highest severity of what applies', () => {
    expect(brief({ values: { waiting_on_client_days: 6 } }, [change('Lost')])).toEqual(['client_risk 5']);
    expect(brief({ values: { waiting_on_client_days: 4 } }, [change('Lost')])).toEqual(['client_risk 4']);
  });

  it('names all that fired, with the limit it reached, and rests on the evidence of that alone', () => {
    const given = reading({
      values: { waiting_on_client_days: 4.5, stage_overdue: 3.5, blockers_age: 4 },
      open_blockers: 2,
      evidence: {
        waiting_on_client_days: [messageRef('w1'), messageRef('w2')],
        blockers_age: [messageRef('b1'), messageRef('b2')],
        stage_overdue: [messageRef('o1')],
        project_health: [messageRef('w1'), messageRef('h1')],
      },
    });
    expect(outcomesOf(given, [change('Stalled', 'd1'), change('Won', 'd2')])).toEqual([
      {
        outcome_type: 'delivery_risk',
        severity: 4,
        reason: [
          { key: 'open_blockers', value: 2, limit: 2 },
          { key: 'blockers_age', value: 4, limit: 3 },
          { key: 'stage_overdue', value: 3.5, limit: 3 },
        ],
        evidence_refs: ['b1', 'o1', 'b2'].map(messageRef),
      },
      {
        outcome_type: 'client_risk',
        severity: 4,
        reason: [
          { key: 'waiting_days', value: 4.5, limit: 4 },
          { key: 'deal_stage_changed', value: 'Stalled', limit: null },
        ],
        evidence_refs: ['w1', 'd1', 'w2'].map(messageRef),
      },
    ]);
  });

  it('keeps 20 refs at most', () => {
    const refs = Array.from({ length: 60 }, (_, i) => messageRef(`m${i}`));
    const given = reading({ values: { stage_overdue: 4 }, evidence: { stage_overdue: refs } });
    expect(outcomesOf(given, [])[0]?.evidence_refs).toEqual(refs.slice(0, 20));
  });
});
