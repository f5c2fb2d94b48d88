import { describe, expect, it } from '@jest/globals';
import { messageRef, reading, type ReadingParts } from '../../../test/support/readings.js';
import { outcomesOf, type StageChange } from './outcomes.js';

type Values = NonNullable<ReadingParts['values']>;

const brief = (values: Values, changes: StageChange[] = []) =>
  outcomesOf(reading({ values }), changes).map((outcome) => `${outcome.outcome_type} ${outcome.severity}`);
const change = (to: string, ...evidence: string[]): StageChange => ({ to, evidence_refs: evidence.map(messageRef) });

describe('outcomesOf', () => {
  it.each<[Values, string[]]>([
    [{}, []],
    [{ blockers_age: 5 }, []],
    [{ blockers_age: 5.0000001 }, ['delivery_risk 4']],
    [{ stage_overdue: 3 }, []],
    [{ stage_overdue: 3.0000001 }, ['delivery_risk 4']],
    [{ risk: 74.9999999 }, []],
    [{ risk: 75 }, ['delivery_risk 4']],
    [{ risk: 84.9999999 }, ['delivery_risk 4']],
    [{ risk: 85 }, ['delivery_risk 5']],
    [{ blockers_age: 90, stage_overdue: 90 }, ['delivery_risk 4']],
    [{ blockers_age: 6, risk: 85 }, ['delivery_risk 5']],
    [{ budget_burn_rate: 1.1999999 }, []],
    [{ budget_burn_rate: 1.2 }, ['finance_risk 4']],
    [{ budget_burn_rate: 1.2999999 }, ['finance_risk 4']],
    [{ budget_burn_rate: 1.3 }, ['finance_risk 5']],
    [{ margin_risk: 0.3999999 }, []],
    [{ margin_risk: 0.4 }, ['finance_risk 4']],
    [{ margin_risk: 1 }, ['finance_risk 4']],
    [{ margin_risk: 1, budget_burn_rate: 1.5 }, ['finance_risk 5']],
    [{ waiting_on_client_days: 3.9999999 }, []],
    [{ waiting_on_client_days: 4 }, ['client_risk 4']],
    [{ waiting_on_client_days: 5.9999999 }, ['client_risk 4']],
    [{ waiting_on_client_days: 6 }, ['client_risk 5']],
    [{ client_sentiment: -0.3999999 }, []],
    [{ client_sentiment: -0.4 }, ['client_risk 4']],
    [{ client_sentiment: 0.9 }, []],
    [{ project_health: 45.0000001 }, []],
    [{ project_health: 45 }, ['client_risk 4']],
    [{ project_health: 0 }, ['client_risk 4']],
    [{ scope_creep_rate: 0.3499999 }, []],
    [{ scope_creep_rate: 0.35 }, ['scope_risk 4']],
    [{ scope_creep_rate: 0.4999999 }, ['scope_risk 4']],
    [{ scope_creep_rate: 0.5 }, ['scope_risk 5']],
    [
      { scope_creep_rate: 1, waiting_on_client_days: 7, margin_risk: 0.5, stage_overdue: 4 },
      ['delivery_risk 4', 'finance_risk 4', 'client_risk 5', 'scope_risk 5'],
    ],
  ])('of %j: %j', (values, expected) => expect(brief(values)).toEqual(expected));

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

  it('sees no sign in what is unknown', () => {
    expect(outcomesOf(reading({ values: { project_health: null, risk: null, client_sentiment: null } }), [])).toEqual(
      [],
    );
  });

  it('takes the highest severity of what applies', () => {
    expect(brief({ waiting_on_client_days: 6 }, [change('Lost')])).toEqual(['client_risk 5']);
    expect(brief({ waiting_on_client_days: 4 }, [change('Lost')])).toEqual(['client_risk 4']);
  });

  it('names all that fired, with the limit it reached, and rests on the evidence of that alone', () => {
    const given = reading({
      values: { waiting_on_client_days: 4.5, client_sentiment: -0.1, project_health: 41, stage_overdue: 1 },
      evidence: {
        waiting_on_client_days: [messageRef('w1'), messageRef('w2')],
        client_sentiment: [messageRef('s1')],
        stage_overdue: [messageRef('o1')],
        project_health: [messageRef('w1'), messageRef('h1')],
      },
    });
    expect(outcomesOf(given, [change('Stalled', 'd1'), change('Won', 'd2')])).toEqual([
      {
        outcome_type: 'client_risk',
        severity: 4,
        reason: [
          { key: 'waiting_on_client_days', value: 4.5, limit: 4 },
          { key: 'project_health', value: 41, limit: 45 },
          { key: 'deal_stage_changed', value: 'Stalled', limit: null },
        ],
        evidence_refs: ['w1', 'd1', 'w2', 'h1'].map(messageRef),
      },
    ]);
  });

  it('keeps 20 refs at most', () => {
    const refs = Array.from({ length: 60 }, (_, i) => messageRef(`m${i}`));
    const [outcome] = outcomesOf(reading({ values: { risk: 80 }, evidence: { risk: refs } }), []);
    expect(outcome?.evidence_refs).toEqual(refs.slice(0, 20));
  });
});
