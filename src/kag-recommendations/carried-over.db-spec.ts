import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { KeepFiguresOfRecommendations1763902410000 } from '../../migrations/1763902410000-keep-figures-of-recommendations.js';
import { newProject } from '../../test/support/search-parts.js';
import { openTestDatabase, type TestDatabase } from '../../test/support/test-database.js';
import { dataSourceOptions } from '../database/data-source-options.js';
import { render } from './domain/texts/render.js';
import type { Recommendation } from './recommendation.entity.js';

let db: TestDatabase;
beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db.close());

it('tells recommendations of before again, by the signals of then, in either language', async () => {
  const projectId = await newProject(db);
  const source = await new DataSource(dataSourceOptions(db.url, 1)).initialize();
  const runner = source.createQueryRunner();
  const migration = new KeepFiguresOfRecommendations1763902410000();
  try {
    await migration.down(runner);
    for (const [category, status, signals] of [
      ['waiting_on_client', 'new', { waiting_on_client_days: { value: 3.7 } }],
      ['delivery_risk', 'done', { blockers_age: { value: 6.2, details: { open_blockers: 2 } } }],
      ['finance_risk', 'dismissed', { budget_burn_rate: { value: 1.25 } }],
      ['winback', 'expired', {}],
    ] as const)
      await runner.query(
        `INSERT INTO recommendations_v2 (project_id, category, priority, due_date, owner_role, status, title, rationale, why_now,
           expected_impact, evidence_refs, links, suggested_template_key, suggested_template, signal_snapshot,
           forecast_snapshot, phrasing, evidence_count, evidence_quality_score, evidence_gate_status, episode_started_at)
         VALUES ($1, $2, 4, '2026-02-08', 'pm', $3, 't', 'r', 'w', 'e', '[]', '[]', 'upsell_offer_pitch', 's', $4, '{}', '{}',
           2, 0.6, 'shown', now())`,
        [projectId, category, status, JSON.stringify(signals)],
      );
    await migration.up(runner);
  } finally {
    await source.destroy();
  }
  const rows = await db.database.query<Recommendation>(
    'SELECT * FROM recommendations_v2 WHERE project_id = $1 ORDER BY category',
    [projectId],
  );
  expect(rows.map((row) => [row.category, row.status, row.settled_strength, row.phrasing])).toEqual([
    ['delivery_risk', 'done', 1, null],
    ['finance_risk', 'dismissed', 1, null],
    ['waiting_on_client', 'new', null, null],
    ['winback', 'expired', null, null],
  ]);
  expect(
    rows.map(({ signal_snapshot: { waiting_on_client_days: waiting } }) => [waiting.known, waiting.value]),
  ).toEqual([
    [false, null],
    [false, null],
    [true, 3.7],
    [false, null],
  ]);
  expect(rows.map((row) => render(row, 'en').title)).toEqual([
    'Escalate: 2 issues are blocked',
    'Review the money: 125 % of a deal’s budget is spent',
    'Follow up: 3 working days without an answer',
    'Win the client back: a deal is lost',
  ]);
  expect(rows.map((row) => render(row, 'ru').title)).toEqual([
    'Эскалировать: заблокированы 2 задачи',
    'Проверить финансы: израсходовано 125 % бюджета сделки',
    'Напомнить о себе: 3 рабочих дня без ответа',
    'Вернуть клиента: сделка потеряна',
  ]);
  expect(render(rows.at(-1)!, 'en').suggested_template).toMatch(/^Hello! We are sorry that we are not going on/);
});
