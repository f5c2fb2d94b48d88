import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { declaredRecords } from '../../test/support/declared-records.js';
import { addEvents, addSnapshot, EVIDENCE, newScope } from '../../test/support/case-rows.js';
import { addOnset } from '../../test/support/forecast-rows.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { readConfig } from '../config/index.js';
import { OnsetsRepository, SnapshotsRepository } from '../kag-snapshots/index.js';
import { CaseOutcomesRepository } from './case-outcomes.repository.js';
import { CasePools } from './case-pools.js';
import { SignaturesRepository } from './signatures.repository.js';
import { Signatures } from './signatures.service.js';
import { SimilarCases } from './similar-cases.js';
import { WindowFactsRepository } from './window-facts.repository.js';

const NOW = new Date('2026-03-11T12:00:00Z');
/**
 * How far Target stands out among the five windows: the blockers' age is .5, .5, 0, .5 and 0, their number .5, .25, 0,
 * .5 and
 * 0. Near has the same age, and the mean of the numbers.
 */
const [AGE, NUMBER] = [0.2 / Math.sqrt(0.06), 0.25 / Math.sqrt(0.05)];
const NEAR = AGE / (AGE + NUMBER);
const PAST = new Date('2026-01-14T12:00:00Z');

let db: TestDatabase;
let statements = 0;
let names: string[];
let ids: string[];

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());
beforeEach(async () => {
  names = ['Target', 'Near', 'Far', 'Once near', 'Without'];
  ids = await newScope(db.database, ...names);
  await filled(ids);
});

const similarCases = (locale: 'en' | 'ru' = 'en') => {
  const counting = new Proxy(db.database, {
    get(target, name: 'query' | 'distributed') {
      if (name !== 'distributed') statements += 1;
      return target[name].bind(target);
    },
  });
  const config = readConfig({ NODE_ENV: 'test', RECOMMENDATIONS_LOCALE: locale });
  return new SimilarCases(
    new CasePools(new SignaturesRepository(counting)),
    new CaseOutcomesRepository(counting),
    new OnsetsRepository(counting),
    config,
  );
};

/** One project that is blocked, one that is much like it, one that isn't, and one that was two months ago. */
async function filled([target, near, far, onceNear]: string[]): Promise<void> {
  const sql = db.database;
  const blocked = { measures: { blockers_age: 3, open_blockers: 2 }, pipeline_amount: 20_000 };
  const flow = ['issue_created', 'issue_blocked', 'message_sent', 'message_sent'];
  await addSnapshot(sql, target!, '2026-03-10', blocked);
  await addEvents(sql, target!, '2026-03-10T10:00:00Z', flow);
  await addSnapshot(sql, near!, '2026-03-10', { ...blocked, measures: { blockers_age: 3, open_blockers: 1 } });
  await addEvents(sql, near!, '2026-03-09T10:00:00Z', [...flow, 'issue_unblocked']);
  await addSnapshot(sql, far!, '2026-03-10', { measures: { margin: 0, waiting_days: 6 } });
  await addSnapshot(sql, onceNear!, '2026-01-14', blocked);
  await addEvents(sql, onceNear!, '2026-01-13T10:00:00Z', flow);
  await addSnapshot(sql, onceNear!, '2026-03-10', { measures: { stage_overdue: 5, waiting_days: 6 } });
  const signatures = new Signatures(
    new SnapshotsRepository(sql),
    new WindowFactsRepository(sql, declaredRecords()),
    new SignaturesRepository(sql),
  );
  await signatures.refresh([onceNear!], [14], PAST);
  await signatures.refresh([target!, near!, far!, onceNear!], [14], NOW);
}

describe('SimilarCases', () => {
  it('finds who is, or was, in a similar place: why, and what came of it', async () => {
    const [target, near, far, onceNear] = ids as [string, string, string, string];
    await addOnset(db.database, onceNear, '2026-01-20', {
      risk_type: 'delivery_risk',
      severity: 5,
      evidence_refs: EVIDENCE,
    });
    const found = (await similarCases().top([target], 14, 5)).get(target)!;
    expect(found.map((one) => [one.case_project_name, one.window_end])).toEqual([
      ['Once near', '2026-01-18'],
      ['Near', '2026-03-11'],
      ['Far', '2026-03-11'],
    ]);
    expect(found[0]).toEqual({
      case_project_id: onceNear,
      case_project_name: 'Once near',
      window_end: '2026-01-18',
      similarity_score: expect.closeTo(1, 12),
      why_similar: [
        { code: 'blockers', text: 'Both have open blockers' },
        { code: 'blockers_age', text: 'Both have blockers that stay open' },
        { code: 'event_patterns', text: 'Event patterns in common: 3 of 3' },
        { code: 'budget_band', text: 'Similar budget (10,000 to 50,000)' },
        { code: 'project_type', text: 'Same type of project (delivery)' },
        { code: 'deal_stage', text: 'Same deal stage (discovery)' },
      ],
      key_shared_patterns: ['issue_blocked>message_sent', 'issue_created>issue_blocked', 'message_sent>message_sent'],
      outcomes_seen: [
        {
          outcome_type: 'delivery_risk',
          severity: 5,
          occurred_on: '2026-01-20',
          evidence_refs: [{ message_id: 'cwmsg:1:1', source_table: 'cw_messages', source_pk: 'cwmsg:1:1' }],
        },
      ],
    });
    expect(found[1]).toMatchObject({
      case_project_id: near,
      similarity_score: expect.closeTo(0.8 * NEAR + 0.1 * 0.75 + 0.1, 12),
    });
    expect(found[2]).toMatchObject({ case_project_id: far, key_shared_patterns: [], outcomes_seen: [] });
  });

  it('shows as many as are asked for, of windows of that length', async () => {
    const [target, , , onceNear] = ids as [string, string, string, string];
    expect((await similarCases().top([target], 14, 1)).get(target)).toMatchObject([{ case_project_id: onceNear }]);
    expect((await similarCases().top([target], 30, 5)).get(target)).toEqual([]);
  });

  it('answers many projects of many scopes in three statements, then two, each within its own scope', async () => {
    const others = await newScope(db.database, ...names);
    await filled(others);
    const [alone] = await newScope(db.database, 'Alone');
    const all = [...ids, ...others, alone!];
    const similar = similarCases();
    statements = 0;
    const found = await similar.top(all, 14, 50);
    expect(statements).toBe(3);
    expect(await similar.top(all, 14, 50)).toEqual(found);
    expect(statements).toBe(5);
    expect([...found.keys()]).toEqual(all);
    for (const scope of [ids, others]) {
      for (const [i, id] of scope.entries()) {
        const expected = names[i] === 'Without' ? [] : scope.slice(0, 4).filter((other) => other !== id);
        expect(
          found
            .get(id)!
            .map((one) => one.case_project_id)
            .sort(),
        ).toEqual(expected.sort());
      }
    }
    expect(found.get(alone!)).toEqual([]);
  });

  it('shows what came about within 30 days after the window, neither older nor newer', async () => {
    const [target, , , onceNear] = ids as [string, string, string, string];
    for (const day of ['2026-01-18', '2026-01-19', '2026-02-17', '2026-02-18'])
      await addOnset(db.database, onceNear, day, { risk_type: 'client_risk' });
    await addOnset(db.database, onceNear, '2026-01-19', {
      risk_type: 'scope_risk',
      severity: 5,
      evidence_refs: EVIDENCE,
    });
    const cases = (await similarCases().top([target], 14, 5)).get(target)!;
    const seen = cases.find((one) => one.case_project_id === onceNear)!.outcomes_seen;
    expect(seen.map((one) => `${one.occurred_on} ${one.outcome_type}`)).toEqual([
      '2026-01-19 scope_risk',
      '2026-01-19 client_risk',
      '2026-02-17 client_risk',
    ]);
  });

  it('counts what followed on the cases beside what usually follows in the scope', async () => {
    const [target, near, , onceNear] = ids as [string, string, string, string];
    await addOnset(db.database, onceNear, '2026-01-30', { risk_type: 'delivery_risk', ended: '2026-02-06' });
    await addOnset(db.database, target, '2026-03-12', { risk_type: 'scope_risk' });
    await addOnset(db.database, near, '2026-03-10', { risk_type: 'client_risk' });
    const similar = similarCases();
    const cases = (await similar.top([target], 14, 2)).get(target)!;
    expect(cases.map((one) => one.case_project_id)).toEqual([onceNear, near]);
    const of = async (today: string) =>
      Object.fromEntries(
        (await similar.followed(target, 14, cases, today)).map(({ risk_type, cases: own, usual }) => [
          risk_type,
          `${own.came} of ${own.of}, usual ${usual.came} of ${usual.of}`,
        ]),
      );
    // The windows of 11 March are not over, and their projects may still be fine.
    expect(await of('2026-03-12')).toEqual({
      delivery_risk: '1 of 1, usual 1 of 1',
      finance_risk: '0 of 1, usual 0 of 1',
      client_risk: '0 of 1, usual 0 of 1',
      scope_risk: '0 of 1, usual 0 of 1',
    });
    // On 10 March, Near had trouble already: it says nothing of what follows.
    expect(await of('2026-04-11')).toEqual({
      delivery_risk: '1 of 2, usual 1 of 4',
      finance_risk: '0 of 2, usual 0 of 4',
      client_risk: '0 of 1, usual 0 of 3',
      scope_risk: '0 of 2, usual 0 of 4',
    });
  });

  it('gives its reasons in the language that is set', async () => {
    const [target] = ids as [string];
    const cases = (await similarCases('ru').top([target], 14, 1)).get(target)!;
    expect(cases[0]!.why_similar[0]).toEqual({ code: 'blockers', text: 'В обоих есть открытые блокеры' });
  });

  it('forgets a project that is removed', async () => {
    const [target, , , onceNear] = ids as [string, string, string, string];
    await db.database.run('DELETE FROM projects WHERE id = $1', [onceNear]);
    const cases = (await similarCases().top([target], 14, 5)).get(target)!;
    expect(cases.map((one) => one.case_project_name)).toEqual(['Near', 'Far']);
  });
});
